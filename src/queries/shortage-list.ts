import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { laboratoryKey } from '../statistics/labels.js';
import { nameWords } from '../substances/name-words.js';
import type { Paged } from './answers.js';
import type { ShortageClassification, ShortageItem, ShortageState } from './shortage-answers.js';
import { withCauseLabels, type WithCauseKeys } from './shortage-causes.js';

const SHORTAGE_LIST = readSql(import.meta.url, './shortage-list.sql');

export interface ShortageListFilter {
  /** Words of the name or of the substance. */
  q?: string | undefined;
  /** An ATC code of any level. */
  atc?: string | undefined;
  /** Its name, or its key in the statistics. */
  laboratory?: string | undefined;
  state?: ShortageState | undefined;
  classification?: ShortageClassification | undefined;
  year?: number | undefined;
  cis?: string | undefined;
  /** undefined: the newest first. */
  sort?: 'name' | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** The shortages of a release, the newest first, filtered and paged. */
@Injectable()
export class ShortageListQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** null when the release has no histories of shortages: nothing is known then, which is not « none ». */
  async page(releaseId: string, filter: ShortageListFilter): Promise<Paged<ShortageItem> | null> {
    const { page, pageSize } = filter;
    type Stored = { total: number; items: WithCauseKeys<ShortageItem>[] };
    const [row] = await this.readers.query<Stored[]>(SHORTAGE_LIST, [
      releaseId,
      filter.q === undefined ? null : wordsOf(filter.q),
      filter.atc?.toUpperCase() ?? null,
      filter.laboratory === undefined ? null : laboratoryKey(filter.laboratory),
      filter.state === undefined ? null : filter.state === 'open',
      filter.classification ?? null,
      filter.year ?? null,
      filter.cis ?? null,
      pageSize,
      (page - 1) * pageSize,
      filter.sort === 'name',
    ]);
    if (row === undefined) return null;
    return { items: row.items.map((item) => withCauseLabels<ShortageItem>(item)), total: row.total, page, pageSize };
  }
}

/** What was typed, without any word, is found in no name. */
function wordsOf(q: string): string[] {
  const words = nameWords(q);
  return words.length === 0 ? [q] : words;
}
