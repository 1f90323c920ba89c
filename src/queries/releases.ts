import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { ReleaseAnswer } from './answers.js';

const RELEASES = readSql(import.meta.url, './releases.sql');

/** Every release that is kept. */
@Injectable()
export class ReleasesQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** The latest first. */
  async list(): Promise<ReleaseAnswer[]> {
    const rows = await this.readers.query<{ answer: ReleaseAnswer }[]>(RELEASES, [null]);
    return rows.map((row) => row.answer);
  }
}
