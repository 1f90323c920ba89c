import type { Pool } from 'pg';
import { readSql } from '../database/sql.js';
import { pickLines } from '../sources/lines.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';
import { rowsOf } from './cursor.js';
import type { ReadFile } from './read-file.js';
import { withClient } from './run-log.js';
import { runScript } from './run-script.js';

const FIND_SEVERAL = readSql(import.meta.url, './find-several.sql');
const FIND_DUPLICATES = readSql(import.meta.url, './find-duplicates.sql');
const SEVERAL = 'SELECT line FROM staging.several_row ORDER BY line';
const AT_ONCE = 5_000;

/**
 * Finds the rows of Cas-Patients, which are in staging, that do not count beside another of the same case and version. Whole
 * rows decide: those of the few cases that have several are read again, for keeping all would double what is loaded.
 */
export async function setDuplicatesAside(pool: Pool, { source, report }: ReadFile): Promise<void> {
  await runScript(pool, FIND_SEVERAL);
  await withClient(pool, (reader) =>
    withClient(pool, async (writer) => {
      const numbers = numbersOf(rowsOf<{ line: number }>(reader, SEVERAL, AT_ONCE));
      const lines = pickLines(source.path, report.encoding, numbers);
      await copyRows(writer, 'staging.several_text (line, row_text)', cellsOf(lines));
    }),
  );
  await runScript(pool, FIND_DUPLICATES);
}

async function* numbersOf(rows: AsyncIterable<{ line: number }>): AsyncIterable<number> {
  for await (const { line } of rows) yield line;
}

async function* cellsOf(lines: AsyncIterable<{ number: number; text: string }>): AsyncIterable<Cell[]> {
  for await (const { number, text } of lines) yield [number, text];
}
