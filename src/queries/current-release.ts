import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { ReleaseWatch } from '../releases/release-watch.js';
import type { ReleaseAnswer } from './answers.js';

const RELEASES = readSql(import.meta.url, './releases.sql');
/** One row per published release, so at most one. */
const PUBLISHED = 'SELECT release_id::text AS id FROM published_release';

/** The release that is published now. */
@Injectable()
export class CurrentRelease {
  private known: ReleaseAnswer | null = null;

  constructor(
    private readonly readers: ReadersDatabase,
    private readonly watch: ReleaseWatch,
  ) {}

  /** null before the first release. Its number is known in memory; the rest is read once: a release never changes. */
  async get(): Promise<ReleaseAnswer | null> {
    const id = this.watch.id ?? (await this.published());
    if (id === null) return null;
    if (this.known?.id !== id) {
      const [release] = await this.readers.query<{ answer: ReleaseAnswer }[]>(RELEASES, [id]);
      this.known = release?.answer ?? null;
    }
    return this.known;
  }

  private async published(): Promise<string | null> {
    const [row] = await this.readers.query<{ id: string }[]>(PUBLISHED);
    return row?.id ?? null;
  }
}
