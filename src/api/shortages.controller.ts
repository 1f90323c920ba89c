import { Get, NotFoundException, Query } from '@nestjs/common';
import type { ReleaseAnswer } from '../queries/answers.js';
import type { ShortageItem, ShortageStatistics } from '../queries/shortage-answers.js';
import { ShortageListQuery } from '../queries/shortage-list.js';
import { ShortageStatisticsQuery } from '../queries/shortage-statistics.js';
import { Release } from './current-release.js';
import { AnswersOrNull, AnswersPages, ApiController, NeedsSource } from './documentation.js';
import { ShortageListParameters } from './dto/shortage-parameters.dto.js';
import { ShortageItemDto, ShortageStatisticsDto } from './dto/shortage.dto.js';
import { type Answer, answer, type ListAnswer, listAnswer } from './envelope.js';
import { Links } from './links.js';
import { NoParameters } from './no-parameters.js';

@ApiController('shortages', 'Shortages')
export class ShortagesController {
  constructor(
    private readonly shortageList: ShortageListQuery,
    private readonly statistics: ShortageStatisticsQuery,
    private readonly links: Links,
  ) {}

  @Get()
  @AnswersPages('The declared shortages, the newest first', ShortageItemDto)
  @NeedsSource('histories of shortages')
  async list(
    @Release() release: ReleaseAnswer,
    @Query() parameters: ShortageListParameters,
  ): Promise<ListAnswer<ShortageItem>> {
    const list = await this.shortageList.page(release.id, parameters);
    if (list === null)
      throw new NotFoundException('The data were published without histories of shortages: nothing is known of them.');
    return listAnswer(release, list, this.links.ofPage('/shortages', parameters, list));
  }

  @Get('statistics')
  @NoParameters()
  @AnswersOrNull('The history of shortages in figures; null without histories', ShortageStatisticsDto)
  async figures(@Release() release: ReleaseAnswer): Promise<Answer<ShortageStatistics | null>> {
    return answer(release, await this.statistics.get(release.id));
  }
}
