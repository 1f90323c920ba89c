import { Get, Query } from '@nestjs/common';
import type { AdverseReactions, ReleaseAnswer } from '../queries/answers.js';
import { DeclarationFiguresQuery } from '../queries/declaration-figures.js';
import { Release } from './current-release.js';
import { AnswersOrNull, ApiController } from './documentation.js';
import { AdverseReactionsDto } from './dto/figures.dto.js';
import { PopulationParameters } from './dto/parameters.dto.js';
import { type Answer, answer } from './envelope.js';

@ApiController('statistics', 'Statistics')
export class StatisticsController {
  constructor(private readonly figures: DeclarationFiguresQuery) {}

  @Get('declarations')
  @AnswersOrNull('All declarations together, each case once; null without declarations', AdverseReactionsDto)
  async declarations(
    @Release() release: ReleaseAnswer,
    @Query() { population }: PopulationParameters,
  ): Promise<Answer<AdverseReactions | null>> {
    return answer(release, await this.figures.in(release.id, population));
  }
}
