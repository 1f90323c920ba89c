import { Get } from '@nestjs/common';
import type { OrganClassAnswer, ReleaseAnswer } from '../queries/answers.js';
import { OrganClassesQuery } from '../queries/organ-classes.js';
import { Release } from './current-release.js';
import { AnswersAll, ApiController } from './documentation.js';
import { OrganClassDto } from './dto/release.dto.js';
import { type Answer, answer } from './envelope.js';
import { NoParameters } from './no-parameters.js';

@ApiController('organ-classes', 'Terminology')
@NoParameters()
export class OrganClassesController {
  constructor(private readonly organClasses: OrganClassesQuery) {}

  @Get()
  @AnswersAll('The 27 MedDRA organ classes, with their French and English labels', OrganClassDto)
  list(@Release() release: ReleaseAnswer): Answer<OrganClassAnswer[]> {
    return answer(release, this.organClasses.list());
  }
}
