import { Get, Header } from '@nestjs/common';
import { ReleaseChangesQuery } from '../../queries/release-changes.js';
import { ReleasesQuery } from '../../queries/releases.js';
import { type FeedRelease, presentReleasesFeed, RELEASES_FEED } from '../presenters/releases-feed.js';
import { Site } from '../site.js';
import { template } from '../templates.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

const LATEST = 10;

/** The versions of the data, for feed readers. */
@PageController()
export class ReleasesFeedController {
  private readonly feed = template('feeds/atom');

  constructor(
    private readonly site: Site,
    private readonly releases: ReleasesQuery,
    private readonly changes: ReleaseChangesQuery,
  ) {}

  /** Atom 1.0. A release that was taken back, for an earlier one to be published again, is not in it. */
  @Get(RELEASES_FEED)
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  async latest(@Visiting() visit: Visit): Promise<string> {
    const context = await this.site.open(visit);
    const published = (await this.releases.list()).filter(({ id }) => Number(id) <= Number(context.id));
    const entries: FeedRelease[] = [];
    for (const { id, publishedAt, demo } of published.slice(0, LATEST)) {
      const before = await this.changes.before(id);
      entries.push({ id, publishedAt, demo, counts: before === null ? null : await this.changes.counts(id, before) });
    }
    return this.feed(presentReleasesFeed(context, entries));
  }
}
