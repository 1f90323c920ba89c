import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import type { ReleaseAnswer } from './answers.js';

const ID = readSql(import.meta.url, './current-release-id.sql');
const RELEASES = readSql(import.meta.url, './releases.sql');

/** The release that is published now. */
@Injectable()
export class CurrentRelease {
  private known: ReleaseAnswer | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** null before the first release. Only the number is read at each call: a release never changes. */
  async get(): Promise<ReleaseAnswer | null> {
    const [row] = await this.dataSource.query<{ id: string }[]>(ID);
    if (row === undefined) return null;
    if (this.known?.id !== row.id) {
      const [release] = await this.dataSource.query<{ answer: ReleaseAnswer }[]>(RELEASES, [row.id]);
      this.known = release?.answer ?? null;
    }
    return this.known;
  }
}
