import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import { type SearchEntry, SearchIndex } from './search-index.js';

const ENTRIES = readSql(import.meta.url, './search-entries.sql');

/** The index of the release that was asked last, read once. */
@Injectable()
export class SearchIndexes {
  private known: { releaseId: string; index: Promise<SearchIndex> } | null = null;

  constructor(private readonly dataSource: DataSource) {}

  of(releaseId: string): Promise<SearchIndex> {
    if (this.known?.releaseId === releaseId) return this.known.index;
    const index = this.read(releaseId);
    this.known = { releaseId, index };
    // a failed reading must not be remembered
    index.catch(() => {
      if (this.known?.index === index) this.known = null;
    });
    return index;
  }

  private async read(releaseId: string): Promise<SearchIndex> {
    return new SearchIndex(await this.dataSource.query<SearchEntry[]>(ENTRIES, [releaseId]));
  }
}
