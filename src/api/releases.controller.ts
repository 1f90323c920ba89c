import { Get } from '@nestjs/common';
import type { ReleaseAnswer } from '../queries/answers.js';
import { ReleasesQuery } from '../queries/releases.js';
import { Release } from './current-release.js';
import { Answers, AnswersAll, ApiController } from './documentation.js';
import { ReleaseDto } from './dto/release.dto.js';
import { type Answer, answer } from './envelope.js';
import { NoParameters } from './no-parameters.js';

@ApiController('releases', 'Releases')
@NoParameters()
export class ReleasesController {
  constructor(private readonly releases: ReleasesQuery) {}

  @Get()
  @AnswersAll('Every release that is kept, the latest first', ReleaseDto)
  async list(@Release() release: ReleaseAnswer): Promise<Answer<ReleaseAnswer[]>> {
    return answer(release, await this.releases.list());
  }

  @Get('current')
  @Answers('The release that all other answers are made from', ReleaseDto)
  current(@Release() release: ReleaseAnswer): Answer<ReleaseAnswer> {
    return answer(release, release);
  }
}
