import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { AtcAnswer, AtcItem } from './answers.js';

const ATC_CLASS = readSql(import.meta.url, './atc-class.sql');
const ATC_ROOTS = readSql(import.meta.url, './atc-roots.sql');

/** The ATC tree of a release: the classes that its labels or its specialities name, and those above them. */
@Injectable()
export class AtcQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** The first level, by code; none where the release has no ATC source. */
  async roots(releaseId: string): Promise<AtcItem[]> {
    return this.readers.query<AtcItem[]>(ATC_ROOTS, [releaseId]);
  }

  /** A class of any level, its code in any case; null where the tree has none of that code. */
  async byCode(releaseId: string, code: string): Promise<AtcAnswer | null> {
    const [row] = await this.readers.query<{ answer: AtcAnswer }[]>(ATC_CLASS, [releaseId, code.toUpperCase()]);
    return row?.answer ?? null;
  }
}
