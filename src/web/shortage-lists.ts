import { Injectable } from '@nestjs/common';
import { ShortageListQuery } from '../queries/shortage-list.js';
import { UnavailableListQuery } from '../queries/unavailable-list.js';
import type { ShortageLists } from './presenters/shortage-list.js';
import { readShortages } from './presenters/shortage-request.js';

const PAGE_SIZE = 20;

/** The list of /ruptures that an address asks for: what is short now, or the history. */
@Injectable()
export class ListsOfShortages {
  constructor(
    readonly unavailable: UnavailableListQuery,
    private readonly shortages: ShortageListQuery,
  ) {}

  /** @param hasNow whether the release knows what is short now */
  async asked(releaseId: string, query: Record<string, unknown>, hasNow: boolean): Promise<ShortageLists> {
    const request = { ...readShortages(query, hasNow), pageSize: PAGE_SIZE };
    if (request.list === 'now') return { list: 'now', request, found: await this.unavailable.page(releaseId, request) };
    return { list: 'history', request, found: await this.shortages.page(releaseId, request) };
  }
}
