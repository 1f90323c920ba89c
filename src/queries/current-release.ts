import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import { Releases } from '../releases/releases.js';
import { ReleaseWatch } from '../releases/release-watch.js';
import type { ReleaseAnswer } from './answers.js';

const RELEASES = readSql(import.meta.url, './releases.sql');

/** The release that is published now. */
@Injectable()
export class CurrentRelease {
  private readonly releases: Releases;
  private known: ReleaseAnswer | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly watch: ReleaseWatch,
  ) {
    this.releases = new Releases(dataSource);
  }

  /** null before the first release. Its number is known in memory; the rest is read once: a release never changes. */
  async get(): Promise<ReleaseAnswer | null> {
    const id = this.watch.id ?? (await this.releases.currentId());
    if (id === null) return null;
    if (this.known?.id !== id) {
      const [release] = await this.dataSource.query<{ answer: ReleaseAnswer }[]>(RELEASES, [id]);
      this.known = release?.answer ?? null;
    }
    return this.known;
  }
}
