import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import type { ReleaseAnswer } from './answers.js';

const RELEASES = readSql(import.meta.url, './releases.sql');

/** Every release that is kept. */
@Injectable()
export class ReleasesQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first. */
  async list(): Promise<ReleaseAnswer[]> {
    const rows = await this.dataSource.query<{ answer: ReleaseAnswer }[]>(RELEASES, [null]);
    return rows.map((row) => row.answer);
  }
}
