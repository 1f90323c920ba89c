import type { Dataset, DatasetCell, DatasetRow } from './dataset.js';
import type { Encoding } from './encoding.js';

/** What a spreadsheet takes for the beginning of a formula; in full width too, as some do. Source: OWASP, CSV injection. */
const FORMULA = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * A table as CSV (RFC 4180: comma, CRLF, cells quoted where needed) with a header line. Texts that a spreadsheet would
 * take for a formula are written with an apostrophe before them; numbers never are.
 */
export function csvEncoding({ fields }: Dataset): Encoding {
  return { begin: () => line(fields.map(({ name }) => name)), rows: (rows) => rows.map(line).join(''), end: () => '' };
}

function line(row: DatasetRow): string {
  return `${row.map(textOf).join(',')}\r\n`;
}

function textOf(cell: DatasetCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
