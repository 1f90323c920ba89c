import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import { nameWords } from '../substances/name-words.js';
import type { SearchAnswer } from './answers.js';
import { rank, type SearchEntry } from './search-ranking.js';
import { SearchVocabulary } from './search-vocabulary.js';

const CANDIDATES = readSql(import.meta.url, './search.sql');
const BY_CODE = readSql(import.meta.url, './search-by-code.sql');
const ANSWERS = readSql(import.meta.url, './search-answers.sql');

/** Substance, CIP7, CIS and CIP13; people copy them with spaces. */
const CODE = /^(?:\d{5}|\d{7}|\d{8}|\d{13})$/;
/** So many of the likeliest are ranked: enough for the first hundred to be right, few enough to be quick. */
const RANKED_AT_MOST = 500;
/** More than any set of sources holds. */
const ALL = 1_000_000;
/** More words than any name has; the rest is passed over. */
const WORDS_AT_MOST = 12;

/** Substances and specialities by name, accents, case, word order and one typing error a word aside, or by code. */
@Injectable()
export class SearchQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vocabulary: SearchVocabulary,
  ) {}

  /** At most `limit`, best first; those that `q` is a code of come before all others. */
  async find(releaseId: string, q: string, limit: number): Promise<SearchAnswer[]> {
    const found = await this.entries(releaseId, q, { type: null, atMost: Math.max(RANKED_AT_MOST, limit) });
    const first = found.slice(0, limit);
    if (first.length === 0) return [];
    const rows = await this.dataSource.query<{ answer: SearchAnswer }[]>(ANSWERS, [
      releaseId,
      first.map((entry) => entry.type),
      first.map((entry) => entry.code),
    ]);
    return rows.map((row) => row.answer);
  }

  /** The codes of all entries of one type that `q` finds, best first: what a list filtered by `q` holds. */
  async matching(releaseId: string, type: SearchEntry['type'], q: string): Promise<string[]> {
    return (await this.entries(releaseId, q, { type, atMost: ALL })).map((entry) => entry.code);
  }

  private async entries(releaseId: string, q: string, wanted: Wanted): Promise<SearchEntry[]> {
    const named = await this.byWords(releaseId, nameWords(q).slice(0, WORDS_AT_MOST), wanted);
    const code = q.replace(/\s/g, '');
    if (!CODE.test(code)) return named;
    const coded = await this.dataSource.query<SearchEntry[]>(BY_CODE, [releaseId, code]);
    const first = coded.filter((entry) => wanted.type === null || entry.type === wanted.type);
    return [...first, ...named.filter((entry) => !first.some((one) => isSame(one, entry)))];
  }

  private async byWords(releaseId: string, words: string[], { type, atMost }: Wanted): Promise<SearchEntry[]> {
    const patterns = [];
    for (const word of words) {
      const pattern = await this.vocabulary.patternOf(releaseId, word);
      if (pattern === null) return [];
      patterns.push(pattern);
    }
    const [rarest, ...others] = patterns.sort((a, b) => a.occurrences - b.occurrences);
    if (rarest === undefined) return [];
    const candidates = await this.dataSource.query<SearchEntry[]>(CANDIDATES, [
      releaseId,
      type,
      rarest.pattern,
      others.map((other) => other.pattern),
      words[0],
      atMost,
    ]);
    return rank(words, candidates);
  }
}

interface Wanted {
  type: SearchEntry['type'] | null;
  atMost: number;
}

function isSame(a: SearchEntry, b: SearchEntry): boolean {
  return a.type === b.type && a.code === b.code;
}
