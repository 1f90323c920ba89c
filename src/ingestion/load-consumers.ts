import type { Pool } from 'pg';
import { consumersParser } from '../sources/open-medic/consumers.js';
import type { ConsumersRow } from '../sources/open-medic/rows.js';
import { AGE_GROUPS, SEXES } from '../statistics/figures.js';
import { copyLines } from './copy.js';
import type { ReadFile } from './read-file.js';
import { lineSink, throughParser } from './read-file.js';
import type { RunLog } from './run-log.js';
import { withClient } from './run-log.js';

const CONSUMERS_ROW = 'staging.consumers_row (cip13, year, sex, age_group, consumers)';

/** Copies the files of Open Medic into staging, and gives their years, ascending. */
export async function loadConsumers(pool: Pool, files: readonly ReadFile[], log: RunLog): Promise<number[]> {
  const years: number[] = [];
  for (const file of files) {
    const { year } = file.source;
    if (year === null) continue;
    years.push(year);
    const sink = lineSink((row: ConsumersRow) => [
      row.cip13,
      row.year,
      SEXES.indexOf(row.sex),
      AGE_GROUPS.indexOf(row.ageGroup),
      row.consumers,
    ]);
    const lines = throughParser(file, { withHeader: (header) => consumersParser(header, year) }, sink, log);
    await withClient(pool, (client) => copyLines(client, CONSUMERS_ROW, lines));
  }
  return years.sort((a, b) => a - b);
}
