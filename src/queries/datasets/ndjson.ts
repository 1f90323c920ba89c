import type { Dataset, DatasetRow } from './dataset.js';
import type { Encoding } from './encoding.js';

/** A table as one JSON object a line, with the same names as the columns. */
export function ndjsonEncoding({ fields }: Dataset): Encoding {
  const names = fields.map(({ name }, place) => `${place === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  const line = (row: DatasetRow): string =>
    `${names.map((name, place) => name + JSON.stringify(row[place] ?? null)).join('')}}\n`;
  return { begin: () => '', rows: (rows) => rows.map(line).join(''), end: () => '' };
}
