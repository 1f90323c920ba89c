import { Get, Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { AtcAnswer, AtcItem, ReleaseAnswer } from '../queries/answers.js';
import { AtcQuery } from '../queries/atc.js';
import { Release } from './current-release.js';
import { Answers, AnswersAll, ApiController, KnowsCodes } from './documentation.js';
import { AtcDto } from './dto/atc.dto.js';
import { AtcItemDto } from './dto/substance.dto.js';
import { type Answer, answer } from './envelope.js';
import { ATC_CODE } from './codes.js';
import { NoParameters } from './no-parameters.js';
import { UnknownCodes } from './unknown-codes.js';

@ApiController('atc', 'Terminology')
@NoParameters()
export class AtcController {
  constructor(
    private readonly atc: AtcQuery,
    private readonly unknownCodes: UnknownCodes,
  ) {}

  @Get()
  @AnswersAll('The first level of the ATC tree', AtcItemDto)
  async roots(@Release() release: ReleaseAnswer): Promise<Answer<AtcItem[]>> {
    return answer(release, await this.atc.roots(release.id));
  }

  @Get(':code')
  @ApiParam({
    name: 'code',
    description: 'Of any level: 1, 3, 4, 5 or 7 characters.',
    schema: { type: 'string', pattern: ATC_CODE.source },
  })
  @Answers('A class of the ATC tree, with the public figures of its substances', AtcDto)
  @KnowsCodes('class of the ATC tree')
  async byCode(@Release() release: ReleaseAnswer, @Param('code') code: string): Promise<Answer<AtcAnswer>> {
    const atcClass = ATC_CODE.test(code) ? await this.atc.byCode(release.id, code) : null;
    if (atcClass === null) throw await this.unknownCodes.fault(release.id, 'atc', code);
    return answer(release, atcClass);
  }
}
