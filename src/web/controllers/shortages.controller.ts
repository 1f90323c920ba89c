import { Get, Query, Render } from '@nestjs/common';
import { AtcQuery } from '../../queries/atc.js';
import { ShortageStatisticsQuery } from '../../queries/shortage-statistics.js';
import { type ShortagesPage, presentShortages } from '../presenters/shortages.js';
import { ListsOfShortages } from '../shortage-lists.js';
import { Site } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

/** What is short now, and the history of shortages. */
@PageController()
export class ShortagesController {
  constructor(
    private readonly site: Site,
    private readonly lists: ListsOfShortages,
    private readonly statistics: ShortageStatisticsQuery,
    private readonly atc: AtcQuery,
  ) {}

  @Get('/ruptures')
  @Render('pages/shortages')
  async all(@Visiting() visit: Visit, @Query() query: Record<string, unknown>): Promise<ShortagesPage> {
    const context = await this.site.open(visit);
    const { id } = context;
    const now = await this.lists.unavailable.now(id);
    const lists = await this.lists.asked(id, query, now !== null);
    const statistics = await this.statistics.get(id);
    return presentShortages(context, lists, { now, statistics, classes: await this.atc.roots(id) });
  }
}
