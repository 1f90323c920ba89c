import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';

const PAGE_CODES = readSql(import.meta.url, './page-codes.sql');

export interface PageCode {
  kind: 'substance' | 'speciality' | 'atc';
  code: string;
}

/** What of a release has a page of its own. */
@Injectable()
export class PageCodesQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** Substances, specialities, then ATC classes, each by code. */
  async all(releaseId: string): Promise<PageCode[]> {
    return this.readers.query<PageCode[]>(PAGE_CODES, [releaseId]);
  }
}
