import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { Paged, SpecialityItem } from './answers.js';
import { SearchQuery } from './search.js';

const SPECIALITY_LIST = readSql(import.meta.url, './speciality-list.sql');

export interface SpecialityListFilter {
  q?: string | undefined;
  /** The code of a substance, or of a salt counted under it. */
  substance?: string | undefined;
  /** An ATC code of any level. */
  atc?: string | undefined;
  /** The first letter of the name, A–Z. */
  letter?: string | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** The specialities of a release by name, filtered and paged. */
@Injectable()
export class SpecialityListQuery {
  constructor(
    private readonly readers: ReadersDatabase,
    private readonly search: SearchQuery,
  ) {}

  async page(releaseId: string, filter: SpecialityListFilter): Promise<Paged<SpecialityItem>> {
    const { page, pageSize } = filter;
    const codes = filter.q === undefined ? null : await this.search.matching(releaseId, 'speciality', filter.q);
    const [row] = await this.readers.query<{ total: number; items: SpecialityItem[] }[]>(SPECIALITY_LIST, [
      releaseId,
      codes,
      filter.substance ?? null,
      filter.letter?.toUpperCase() ?? null,
      pageSize,
      (page - 1) * pageSize,
      filter.atc?.toUpperCase() ?? null,
    ]);
    return { items: row?.items ?? [], total: row?.total ?? 0, page, pageSize };
  }
}
