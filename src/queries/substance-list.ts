import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { Paged, SubstanceItem } from './answers.js';
import { SearchQuery } from './search.js';

const SUBSTANCE_LIST = readSql(import.meta.url, './substance-list.sql');
const CONSUMERS = readSql(import.meta.url, './substance-list-consumers.sql');

export interface SubstanceListFilter {
  q?: string | undefined;
  /** An ATC code of any level. */
  atc?: string | undefined;
  /** The first letter of the name, A–Z. */
  letter?: string | undefined;
  /** `-cases`: most declarations first; suppressed numbers last, by name. */
  sort: 'name' | '-cases';
  /** From 1. */
  page: number;
  pageSize: number;
}

/** The substances of a release, filtered, sorted and paged. */
@Injectable()
export class SubstanceListQuery {
  constructor(
    private readonly readers: ReadersDatabase,
    private readonly search: SearchQuery,
  ) {}

  async page(releaseId: string, filter: SubstanceListFilter): Promise<Paged<SubstanceItem>> {
    const { page, pageSize } = filter;
    const codes = filter.q === undefined ? null : await this.search.matching(releaseId, 'substance', filter.q);
    const [row] = await this.readers.query<{ total: number; items: SubstanceItem[] }[]>(SUBSTANCE_LIST, [
      releaseId,
      codes,
      filter.letter?.toUpperCase() ?? null,
      filter.sort,
      pageSize,
      (page - 1) * pageSize,
      filter.atc?.toUpperCase() ?? null,
    ]);
    return { items: row?.items ?? [], total: row?.total ?? 0, page, pageSize };
  }
  /** Patients treated a year, on average, by the code of those of the substances whose exposure is known. */
  async consumers(releaseId: string, codes: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (codes.length === 0) return new Map();
    type Stored = { code: string; annualAverage: number };
    const rows = await this.readers.query<Stored[]>(CONSUMERS, [releaseId, codes]);
    return new Map(rows.map(({ code, annualAverage }) => [code, annualAverage]));
  }
}
