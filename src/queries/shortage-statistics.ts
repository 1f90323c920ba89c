import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { Period } from './answers.js';
import type { ShortageStatistics } from './shortage-answers.js';

const SHORTAGE_STATISTICS = readSql(import.meta.url, './shortage-statistics.sql');
const SHORTAGE_PERIOD = readSql(import.meta.url, './shortage-period.sql');

/** The history of shortages in figures. They are about products: none is hidden. */
@Injectable()
export class ShortageStatisticsQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** null when the release has no histories of shortages. */
  async get(releaseId: string): Promise<ShortageStatistics | null> {
    type Stored = { statistics: ShortageStatistics };
    const [row] = await this.readers.query<Stored[]>(SHORTAGE_STATISTICS, [releaseId]);
    return row?.statistics ?? null;
  }

  /** The years that the histories cover; null when the release has none. */
  async period(releaseId: string): Promise<Period | null> {
    const [row] = await this.readers.query<{ period: Period }[]>(SHORTAGE_PERIOD, [releaseId]);
    return row?.period ?? null;
  }
}
