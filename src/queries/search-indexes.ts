import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { Figure, SearchAnswer } from './answers.js';
import { OncePerRelease } from './once-per-release.js';
import { type SearchEntry, SearchIndex } from './search-index.js';

const ENTRIES = readSql(import.meta.url, './search-entries.sql');

interface EntryRow extends SearchEntry {
  cases: Figure | null;
  /** Codes; null: a substance, or a speciality in which no substance is known. */
  substances: string[] | null;
}
/** An entry with what is answered where it is found. */
export interface AnswerEntry extends SearchEntry {
  answer: SearchAnswer;
}

/** The index of the release that was asked last, read once with all that a search answers. */
@Injectable()
export class SearchIndexes {
  private readonly indexes = new OncePerRelease(
    async (releaseId) => new SearchIndex(answering(await this.readers.query<EntryRow[]>(ENTRIES, [releaseId]))),
  );

  constructor(private readonly readers: ReadersDatabase) {}

  of(releaseId: string): Promise<SearchIndex<AnswerEntry>> {
    return this.indexes.of(releaseId);
  }
}

function answering(rows: readonly EntryRow[]): AnswerEntry[] {
  // one object a substance, however many specialities have it
  const named = new Map<string, { code: string; name: string }>();
  for (const { type, code, name } of rows) if (type === 'substance') named.set(code, { code, name });
  return rows.map(({ type, code, name, searchText, weight, cases, substances }) => ({
    type,
    code,
    name,
    searchText,
    weight,
    answer:
      type === 'substance'
        ? { type, code, name, cases }
        : { type, cis: code, name, substances: (substances ?? []).flatMap((one) => named.get(one) ?? []) },
  }));
}
