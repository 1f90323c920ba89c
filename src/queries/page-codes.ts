import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';

const PAGE_CODES = readSql(import.meta.url, './page-codes.sql');

export interface PageCode {
  kind: 'substance' | 'speciality' | 'atc';
  code: string;
}

/** What of a release has a page of its own. */
@Injectable()
export class PageCodesQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Substances, specialities, then ATC classes, each by code. */
  async all(releaseId: string): Promise<PageCode[]> {
    return this.dataSource.query<PageCode[]>(PAGE_CODES, [releaseId]);
  }
}
