import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { AvailabilityChange } from './shortage-answers.js';

const AVAILABILITY_CHANGES = readSql(import.meta.url, './availability-changes.sql');

/** What has changed in the availability of medicines: packs that run short or come back, declarations, their ends. */
@Injectable()
export class AvailabilityChangesQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** The latest first, at most `limit`; null when the release has neither of their sources. */
  async latest(releaseId: string, limit: number): Promise<AvailabilityChange[] | null> {
    type Stored = { items: AvailabilityChange[] };
    const [row] = await this.readers.query<Stored[]>(AVAILABILITY_CHANGES, [releaseId, limit]);
    return row?.items ?? null;
  }
}
