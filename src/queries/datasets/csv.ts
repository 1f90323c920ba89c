import { stringify } from 'csv-stringify/sync';
import type { Dataset, DatasetRow } from './dataset.js';
import type { Encoding } from './encoding.js';

/**
 * A table as CSV (RFC 4180: comma, CRLF, cells quoted where needed) with a header line. Texts that a spreadsheet would
 * take for a formula are written with an apostrophe before them; numbers never are.
 */
export function csvEncoding({ fields }: Dataset): Encoding {
  return { begin: () => csv([fields.map(({ name }) => name)]), rows: csv, end: () => '' };
}

function csv(rows: readonly DatasetRow[]): string {
  const cast = { boolean: (value: boolean) => String(value) };
  return stringify([...rows], { record_delimiter: 'windows', escape_formulas: true, cast });
}
