import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { OncePerRelease } from './once-per-release.js';
import { type SearchEntry, SearchIndex } from './search-index.js';

const ENTRIES = readSql(import.meta.url, './search-entries.sql');

/** The index of the release that was asked last, read once. */
@Injectable()
export class SearchIndexes {
  private readonly indexes = new OncePerRelease(
    async (releaseId) => new SearchIndex(await this.readers.query<SearchEntry[]>(ENTRIES, [releaseId])),
  );

  constructor(private readonly readers: ReadersDatabase) {}

  of(releaseId: string): Promise<SearchIndex> {
    return this.indexes.of(releaseId);
  }
}
