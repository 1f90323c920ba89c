import type { ClientBase } from 'pg';
import { normalise } from '../sources/normalise.js';
import type { ShortageRow } from '../sources/ruptures/rows.js';
import { laboratoryKey } from '../statistics/labels.js';
import { shortageStatistics } from '../statistics/shortages.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';

const SHORTAGE =
  'shortage (release_id, number, sort_name, name, classification, open, reported_on, closed_on, year, cis, cip, dci, ' +
  'atc, therapeutic_class, laboratory, laboratory_key, causes, measures, circuit, search_text)';

/**
 * Writes the shortages and their figures, after the ATC classes, in the transaction of `client`. They are about
 * products, not people: nothing of them is hidden. Without the source nothing is written.
 */
export async function publishShortages(
  client: ClientBase,
  releaseId: number,
  shortages: readonly ShortageRow[] | null,
): Promise<void> {
  if (shortages === null || shortages.length === 0) return;
  await copyRows(
    client,
    SHORTAGE,
    shortages.map((row) => [releaseId, ...shortageCells(row)]),
  );
  const { rows } = await client.query<{ code: string; label: string }>(
    'SELECT code, label FROM atc_class WHERE release_id = $1 AND length(code) = 1 AND label IS NOT NULL',
    [releaseId],
  );
  const statistics = shortageStatistics(shortages, new Map(rows.map(({ code, label }) => [code, label])));
  await client.query('INSERT INTO shortage_statistics (release_id, statistics) VALUES ($1, $2)', [
    releaseId,
    JSON.stringify(statistics),
  ]);
}

function shortageCells(row: ShortageRow): Cell[] {
  return [
    row.number,
    normalise(row.name),
    row.name,
    row.classification,
    row.open,
    row.reported,
    row.closed,
    row.year,
    row.cis,
    row.cip,
    row.dci,
    row.atc,
    row.therapeuticClass,
    row.laboratory,
    row.laboratory === null ? null : laboratoryKey(row.laboratory),
    row.causes,
    row.measures,
    row.circuit,
    normalise(`${row.name} ${row.dci ?? ''}`),
  ];
}
