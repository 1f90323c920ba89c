import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { MedicationErrorStatistics } from './shortage-answers.js';

const MEDICATION_ERROR_STATISTICS = readSql(import.meta.url, './medication-error-statistics.sql');

/** All declared medication errors together, disclosed. */
@Injectable()
export class MedicationErrorStatisticsQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** null when the release has no medication errors. */
  async get(releaseId: string): Promise<MedicationErrorStatistics | null> {
    type Stored = { statistics: MedicationErrorStatistics };
    const [row] = await this.readers.query<Stored[]>(MEDICATION_ERROR_STATISTICS, [releaseId]);
    return row?.statistics ?? null;
  }
}
