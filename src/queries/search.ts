import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { nameWords } from '../substances/name-words.js';
import type { SearchAnswer } from './answers.js';
import type { SearchEntry } from './search-index.js';
import { type AnswerEntry, SearchIndexes } from './search-indexes.js';

const BY_CODE = readSql(import.meta.url, './search-by-code.sql');

/** Substance, CIP7, CIS and CIP13; people copy them with spaces. */
const CODE = /^(?:\d{5}|\d{7}|\d{8}|\d{13})$/;
/** More words than any name has; the rest is passed over. */
const WORDS_AT_MOST = 12;

type Found = Pick<SearchEntry, 'type' | 'code'>;
interface Wanted {
  /** null: both. */
  type: SearchEntry['type'] | null;
  limit: number;
}

/** Substances and specialities by name, accents, case, word order and one typing error a word aside, or by code. */
@Injectable()
export class SearchQuery {
  constructor(
    private readonly readers: ReadersDatabase,
    private readonly indexes: SearchIndexes,
  ) {}

  /** At most `limit`, best first; those that `q` is a code of come before all others. */
  async find(releaseId: string, q: string, limit: number): Promise<SearchAnswer[]> {
    const found = await this.entries(releaseId, q, { type: null, limit });
    return found.slice(0, limit).map(({ answer }) => answer);
  }

  /** The codes of all entries of one type that `q` finds, best first: what a list filtered by `q` holds. */
  async matching(releaseId: string, type: SearchEntry['type'], q: string): Promise<string[]> {
    return (await this.entries(releaseId, q, { type, limit: Infinity })).map((entry) => entry.code);
  }

  private async entries(releaseId: string, q: string, { type, limit }: Wanted): Promise<AnswerEntry[]> {
    const index = await this.indexes.of(releaseId);
    const named = index.find(nameWords(q).slice(0, WORDS_AT_MOST), type, limit);
    const code = q.replace(/\s/g, '');
    if (!CODE.test(code)) return named;
    const coded = await this.readers.query<Found[]>(BY_CODE, [releaseId, code]);
    const first = coded
      .filter((found) => type === null || found.type === type)
      .flatMap((found) => index.entryOf(found.type, found.code) ?? []);
    return [...first, ...named.filter((entry) => !first.includes(entry))];
  }
}
