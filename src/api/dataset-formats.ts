import { stringify } from 'csv-stringify/sync';
import type { DatasetCell } from '../queries/datasets/dataset-rows.js';
import type { Dataset, Field } from '../queries/datasets/datasets.js';

/** UTF-8 byte order mark: some spreadsheets read accents only with it. */
const MARK = '\uFEFF';

/**
 * A table as CSV (RFC 4180: comma, CRLF, cells quoted where needed) with a header line. Cells that a spreadsheet would
 * take for a formula are written with an apostrophe before them.
 */
export async function* csvOf(
  { fields }: Dataset,
  blocks: AsyncIterable<readonly DatasetCell[][]>,
  withMark: boolean,
): AsyncIterable<string> {
  yield (withMark ? MARK : '') + csv([fields.map(({ name }) => name)]);
  for await (const rows of blocks) yield csv(rows);
}

function csv(rows: readonly (readonly DatasetCell[])[]): string {
  const cast = { boolean: (value: boolean) => String(value) };
  return stringify([...rows], { record_delimiter: 'windows', escape_formulas: true, cast });
}

/** A table as one JSON object a line, with the same names as the columns. */
export async function* ndjsonOf(
  { fields }: Dataset,
  blocks: AsyncIterable<readonly DatasetCell[][]>,
): AsyncIterable<string> {
  for await (const rows of blocks) {
    let text = '';
    for (const row of rows)
      text += `${JSON.stringify(Object.fromEntries(fields.map(({ name }, i) => [name, row[i] ?? null])))}\n`;
    yield text;
  }
}

export interface TableSchema {
  fields: readonly Field[];
  primaryKey: readonly string[];
  missingValues: readonly string[];
}

/** Source: Frictionless Table Schema. */
export function tableSchemaOf({ fields, primaryKey }: Dataset): TableSchema {
  return { fields, primaryKey, missingValues: [''] };
}
