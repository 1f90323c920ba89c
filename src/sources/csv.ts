import { normalise } from './normalise.js';
import type { Line } from './rows.js';
import { SourceError } from './source-error.js';

/** Where the columns of a file stand; -1 for an optional one that the file does not have. */
export interface Columns<Name extends string> {
  readonly at: Readonly<Record<Name, number>>;
  /** Cells of the header, those without a name at its end left out. */
  readonly width: number;
  /** Cells up to the last required column: a row must have at least these. */
  readonly needed: number;
}

/**
 * Finds the columns by the header's names, accents and case aside, in any order; other columns are ignored.
 * Throws SourceError when the header is unreadable, lacks a required column or has one of the columns twice.
 */
export function findColumns<Required extends string, Optional extends string = never>(
  header: Line,
  file: string,
  required: readonly Required[],
  optional: readonly Optional[] = [],
): Columns<Required | Optional> {
  const names = splitCells(header.text)?.map((name) => normalise(name));
  if (!names) throw new SourceError(`${file}: the header (line ${header.number}) has a quote that is not closed`);
  while (names.at(-1) === '') names.pop();
  const all = [...required, ...optional];
  const missing = required.filter((name) => !names.includes(normalise(name)));
  if (missing.length > 0) {
    const columns = missing.length === 1 ? 'column' : 'columns';
    // what one accented letter in UTF-8 is in Windows-1252
    const halfUtf8 = /[ÃÅ][^ -~]/.test(header.text) ? ' (its accents are UTF-8, but not all of the file is)' : '';
    throw new SourceError(`${file}: the header lacks the required ${columns} ${missing.join(', ')}${halfUtf8}`);
  }
  const twice = all.filter((name) => names.indexOf(normalise(name)) !== names.lastIndexOf(normalise(name)));
  if (twice.length > 0) throw new SourceError(`${file}: the header has more than one column ${twice.join(', ')}`);
  const at = Object.fromEntries(all.map((name) => [name, names.indexOf(normalise(name))])) as Record<
    Required | Optional,
    number
  >;
  return { at, width: names.length, needed: Math.max(...required.map((name) => at[name])) + 1 };
}

/**
 * The cells of a row, not trimmed yet, or why it has none. A row may end before columns that are not required, and may
 * have empty cells after its last column.
 */
export function readCells(text: string, columns: Columns<string>): string[] | 'unreadable' | 'wrong_column_count' {
  const cells = splitCells(text);
  if (cells === null) return 'unreadable';
  if (cells.length < columns.needed) return 'wrong_column_count';
  for (let i = columns.width; i < cells.length; i += 1) {
    if (cellAt(cells, i) !== '') return 'wrong_column_count';
  }
  return cells;
}

/** The trimmed cell; empty when the row or the file does not have it. */
export function cellAt(cells: readonly string[], index: number): string {
  return index < 0 || index >= cells.length ? '' : (cells[index] as string).trim();
}

/**
 * Cells of a line separated by `;`. A cell that starts with `"` is quoted, with `"` doubled inside; anywhere else a `"`
 * is an ordinary character. Null when a quoted cell is not closed or has text after its closing quote.
 */
export function splitCells(text: string): string[] | null {
  // indexOf, here and below: includes and split take several times as long for each line
  return text.indexOf('"') === -1 ? splitPlain(text) : splitQuoted(text);
}

function splitPlain(text: string): string[] {
  const cells: string[] = [];
  let start = 0;
  for (let end = text.indexOf(';'); end !== -1; end = text.indexOf(';', start)) {
    cells.push(text.slice(start, end));
    start = end + 1;
  }
  cells.push(text.slice(start));
  return cells;
}

function splitQuoted(text: string): string[] | null {
  const cells: string[] = [];
  let start = 0;
  while (start <= text.length) {
    const quoted = text.startsWith('"', start);
    const close = quoted ? closingQuote(text, start + 1) : start;
    if (close === -1) return null;
    const separator = text.indexOf(';', close);
    const end = separator === -1 ? text.length : separator;
    if (quoted && text.slice(close + 1, end).trim() !== '') return null;
    cells.push(quoted ? text.slice(start + 1, close).replaceAll('""', '"') : text.slice(start, end));
    start = end + 1;
  }
  return cells;
}

/** Where the quote stands that closes a cell whose content starts at `from`; -1 when there is none. */
export function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1 && text.startsWith('"', quote + 1)) quote = text.indexOf('"', quote + 2);
  return quote;
}
