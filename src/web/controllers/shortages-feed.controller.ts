import { Get, Header } from '@nestjs/common';
import { AvailabilityChangesQuery } from '../../queries/availability-changes.js';
import { presentShortagesFeed } from '../presenters/shortages-feed.js';
import { found, Site } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { template } from '../templates.js';
import { PageController } from './page.js';

const CHANGES = 100;

/** The changes in availability, for feed readers. */
@PageController()
export class ShortagesFeedController {
  private readonly feed = template('feeds/atom');

  constructor(
    private readonly site: Site,
    private readonly changes: AvailabilityChangesQuery,
  ) {}

  /** Atom 1.0. Not found when the release has no source of availability: an empty feed would say that nothing is short. */
  @Get('/ruptures.atom')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  async latest(@Visiting() visit: Visit): Promise<string> {
    const context = await this.site.open(visit);
    return this.feed(presentShortagesFeed(context, found(await this.changes.latest(context.id, CHANGES))));
  }
}
