import { csvRecords } from '../sources/csv-records.js';
import { medicationErrorsParser } from '../sources/medication-errors/medication-errors.js';
import type { MedicationErrorRow } from '../sources/medication-errors/rows.js';
import type { MedicationErrorCounts } from '../statistics/medication-error-counts.js';
import { MedicationErrorCounter } from '../statistics/medication-error-counts.js';
import type { Reference } from './load-reference.js';
import type { ReadFile, RowSink } from './read-file.js';
import { throughParser } from './read-file.js';
import type { RunLog } from './run-log.js';
import { specialityFinder } from './speciality-finder.js';

/** Counts the medication errors as they are read, and keeps none of them; null when the source is not there. */
export async function loadMedicationErrors(
  files: readonly ReadFile[],
  reference: Reference,
  log: RunLog,
): Promise<MedicationErrorCounts | null> {
  if (files.length === 0) return null;
  const finder = specialityFinder(reference);
  const counter = new MedicationErrorCounter();
  const sink: RowSink<MedicationErrorRow> = {
    accept: (row) => {
      counter.add(row, row.denomination === null ? null : finder.byName(row.denomination));
    },
  };
  for (const file of files) {
    await throughParser(file, { records: csvRecords, withHeader: medicationErrorsParser }, sink, log);
  }
  return counter.counts();
}
