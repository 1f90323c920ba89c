import type { Pool } from 'pg';
import type { Encoding } from '../sources/inspect.js';
import { rememberCells } from '../sources/remember-cells.js';
import type { ConsumersColumns } from '../sources/open-medic/consumers.js';
import {
  AMOUNTS,
  consumersParser,
  findConsumersColumns,
  readAgeGroup,
  readSex,
} from '../sources/open-medic/consumers.js';
import type { ConsumersRow } from '../sources/open-medic/rows.js';
import { AGE_GROUPS, SEXES } from '../statistics/figures.js';
import { copyBlocks } from './copy.js';
import { LINE_END, TAB } from './copy-bytes.js';
import type { ByteReading, LineWriter } from './read-bytes.js';
import { throughBytes } from './read-bytes.js';
import type { ReadFile } from './read-file.js';
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
    const blocks = throughBytes(file, consumersReading(file.report.encoding, year), log);
    await withClient(pool, (client) => copyBlocks(client, CONSUMERS_ROW, blocks));
  }
  return years.sort((a, b) => a - b);
}

/** How a file of Open Medic becomes CONSUMERS_ROW. */
export function consumersReading(encoding: Encoding, year: number): ByteReading<ConsumersRow> {
  return {
    open: (header) => {
      const columns = findConsumersColumns(header, year);
      return { columns, write: consumersLines(columns, encoding, year), parse: consumersParser(header, year) };
    },
    cellsOf: (row) => [row.cip13, row.year, SEXES.indexOf(row.sex), AGE_GROUPS.indexOf(row.ageGroup), row.consumers],
  };
}

function consumersLines({ at }: ConsumersColumns, encoding: Encoding, year: number): LineWriter {
  const sexOf = rememberCells((cell) => positionIn(SEXES, readSex(cell)), encoding, FEW);
  const ageGroupOf = rememberCells((cell) => positionIn(AGE_GROUPS, readAgeGroup(cell)), encoding, FEW);
  return (cells, _, out) => {
    if (!cells.isCode(at.CIP13, 13)) return false;
    for (const name of AMOUNTS) if (!cells.isAmount(at[name])) return false;
    const consumers = cells.wholeNumber(at.nbc);
    const sex = sexOf(cells, at.sexe);
    const ageGroup = ageGroupOf(cells, at.AGE);
    if (consumers < 0 || sex < 0 || ageGroup < 0) return false;
    out.part(cells.view, cells.startOf(at.CIP13), cells.endOf(at.CIP13));
    for (const number of [year, sex, ageGroup, consumers]) {
      out.sign(TAB);
      out.number(number);
    }
    out.sign(LINE_END);
    return true;
  };
}

const FEW = 100;

/** -1 when there is none. */
function positionIn<T>(list: readonly T[], value: T | undefined): number {
  return value === undefined ? -1 : list.indexOf(value);
}
