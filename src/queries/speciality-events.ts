import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { noMedicationErrors } from '../statistics/medication-errors.js';
import type { MedicationErrors, MedicationErrorStatistics, SpecialityShortage } from './shortage-answers.js';
import { withCauseLabels, type WithCauseKeys } from './shortage-causes.js';

const SHORTAGES = readSql(import.meta.url, './speciality-shortages.sql');
const MEDICATION_ERRORS = readSql(import.meta.url, './speciality-medication-errors.sql');

/** What was declared about a speciality: shortages, and medication errors. */
@Injectable()
export class SpecialityEventsQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** The newest first; none also when the release has no histories of shortages. */
  async shortages(releaseId: string, cis: string): Promise<SpecialityShortage[]> {
    type Stored = { items: WithCauseKeys<SpecialityShortage>[] };
    const [row] = await this.readers.query<Stored[]>(SHORTAGES, [releaseId, cis]);
    return (row?.items ?? []).map((item) => withCauseLabels<SpecialityShortage>(item));
  }

  /** null when the release has no medication errors; figures of 0 for a speciality about which none was declared. */
  async medicationErrors(releaseId: string, cis: string): Promise<MedicationErrors | null> {
    type Stored = { statistics: MedicationErrorStatistics; figures: MedicationErrors | null };
    const [row] = await this.readers.query<Stored[]>(MEDICATION_ERRORS, [releaseId, cis]);
    return row === undefined ? null : (row.figures ?? noMedicationErrors(row.statistics));
  }
}
