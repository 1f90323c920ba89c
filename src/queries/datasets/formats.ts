import { createHash } from 'node:crypto';
import { csvEncoding } from './csv.js';
import type { Dataset } from './dataset.js';
import type { Encoding } from './encoding.js';
import { ndjsonEncoding } from './ndjson.js';
import { parquetEncoding } from './parquet.js';

interface Format {
  /** Without parameters. */
  readonly mediaType: string;
  /** As the header says it. */
  readonly contentType: string;
  readonly encoding: (dataset: Dataset) => Encoding;
}

/** The formats of every table, by the ending of the file's name. */
export const FORMATS = {
  csv: { mediaType: 'text/csv', contentType: 'text/csv; charset=utf-8; header=present', encoding: csvEncoding },
  ndjson: {
    mediaType: 'application/x-ndjson',
    contentType: 'application/x-ndjson; charset=utf-8',
    encoding: ndjsonEncoding,
  },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    contentType: 'application/vnd.apache.parquet',
    encoding: parquetEncoding,
  },
} as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = ['csv', 'ndjson', 'parquet'] as const satisfies readonly FormatName[];

/** To be raised whenever the same release gives other bytes than before, in whatever file. A test holds it to them. */
const MADE = 2;

/** Tells apart how files were made: facts about other bytes must not be taken for theirs. */
export function formOf({ fields, reading }: Dataset): string {
  return createHash('sha256')
    .update(JSON.stringify([MADE, fields.map(({ name, type, required }) => [name, type, required]), reading]))
    .digest('base64url')
    .slice(0, 16);
}
