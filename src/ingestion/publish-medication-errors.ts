import type { ClientBase } from 'pg';
import type { MedicationErrorCounts } from '../statistics/medication-error-counts.js';
import type { MedicationErrors } from '../statistics/medication-errors.js';
import { publicMedicationErrors } from '../statistics/medication-errors.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';

/**
 * Writes the public figures of medication errors, disclosed, in the transaction of `client`; the real numbers go
 * nowhere. Without the source nothing is written.
 */
export async function publishMedicationErrors(
  client: ClientBase,
  releaseId: number,
  counts: MedicationErrorCounts | null,
  minCell: number,
): Promise<void> {
  if (counts === null) return;
  const { all, bySpeciality } = publicMedicationErrors(counts, minCell);
  await client.query('INSERT INTO medication_error_statistics (release_id, statistics) VALUES ($1, $2)', [
    releaseId,
    JSON.stringify(all),
  ]);
  function* rows(): Iterable<Cell[]> {
    let [last, document]: [figures: MedicationErrors | null, document: string] = [null, ''];
    for (const [cis, figures] of bySpeciality) {
      // those of medicines that are hidden whole are one
      if (figures !== last) [last, document] = [figures, JSON.stringify(figures)];
      yield [releaseId, cis, document];
    }
  }
  await copyRows(client, 'medication_error_figures (release_id, cis, figures)', rows());
}
