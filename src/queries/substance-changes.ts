import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { Figure } from './answers.js';

const SUBSTANCE_CHANGES = readSql(import.meta.url, './substance-changes.sql');

/** What an earlier release said of a substance: public figures, as they were stored. */
export interface EarlierSubstance {
  /** When that release was published, ISO 8601. */
  publishedAt: string;
  /** null where it had no such substance. */
  substance: {
    /** null when it had no declarations at all. */
    cases: Figure | null;
    specialityCount: number;
    /** Consumers a year; null without exposure. */
    annualAverage: number | null;
  } | null;
}

/** A substance in the release published before. */
@Injectable()
export class SubstanceChangesQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /**
   * @param releaseId the release after it
   * @returns null where no earlier release is kept
   */
  async before(releaseId: string, code: string): Promise<EarlierSubstance | null> {
    const [row] = await this.readers.query<{ answer: EarlierSubstance }[]>(SUBSTANCE_CHANGES, [releaseId, code]);
    return row?.answer ?? null;
  }
}
