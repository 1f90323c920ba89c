import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { laboratoryKey } from '../statistics/labels.js';
import type { Paged } from './answers.js';
import { SearchQuery } from './search.js';
import type { UnavailableItem, UnavailableNow, UnavailableStatus } from './shortage-answers.js';

const UNAVAILABLE_NOW = readSql(import.meta.url, './unavailable-now.sql');
const UNAVAILABLE_LIST = readSql(import.meta.url, './unavailable-list.sql');

export interface UnavailableFilter {
  /** Words of the name of a medicine or of its substance, found as the search finds them. */
  q?: string | undefined;
  /** An ATC code of any level. */
  atc?: string | undefined;
  /** The name of a holder, or its key. */
  laboratory?: string | undefined;
  status?: UnavailableStatus | undefined;
  /** undefined: the latest first. */
  sort?: 'name' | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** The specialities that are short or tense by the latest known availability. Source: BDPM, CIS_CIP_Dispo_Spec. */
@Injectable()
export class UnavailableListQuery {
  constructor(
    private readonly readers: ReadersDatabase,
    private readonly search: SearchQuery,
  ) {}

  /** null when the release has no availability: nothing is known then, which is not « none ». */
  async now(releaseId: string): Promise<UnavailableNow | null> {
    type Stored = Omit<UnavailableNow, 'holders'> & { holders: string[] };
    const [row] = await this.readers.query<Stored[]>(UNAVAILABLE_NOW, [releaseId]);
    return row === undefined ? null : { ...row, holders: holdersOf(row.holders) };
  }

  async page(releaseId: string, filter: UnavailableFilter): Promise<Paged<UnavailableItem>> {
    const { q, laboratory, page, pageSize } = filter;
    const found = async (type: 'speciality' | 'substance'): Promise<string[] | null> =>
      q === undefined ? null : this.search.matching(releaseId, type, q);
    const [row] = await this.readers.query<{ total: number; items: UnavailableItem[] }[]>(UNAVAILABLE_LIST, [
      releaseId,
      await found('speciality'),
      filter.atc?.toUpperCase() ?? null,
      laboratory === undefined ? null : await this.spellings(releaseId, laboratory),
      filter.status ?? null,
      pageSize,
      (page - 1) * pageSize,
      await found('substance'),
      filter.sort === 'name',
    ]);
    return { items: row?.items ?? [], total: row?.total ?? 0, page, pageSize };
  }

  private async spellings(releaseId: string, name: string): Promise<string[]> {
    const key = laboratoryKey(name);
    const now = await this.now(releaseId);
    return now?.holders.find((holder) => holder.key === key)?.spellings ?? [];
  }
}

/** Names that differ in case, accents and signs only are one. */
function holdersOf(names: readonly string[]): UnavailableNow['holders'] {
  const holders = new Map<string, UnavailableNow['holders'][number]>();
  for (const name of names) {
    const key = laboratoryKey(name);
    const holder = holders.get(key);
    if (holder === undefined) holders.set(key, { key, label: name, spellings: [name] });
    else holder.spellings.push(name);
  }
  return [...holders.values()];
}
