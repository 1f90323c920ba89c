import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null | readonly string[];

/**
 * Sends blocks of lines of COPY's text format to a table, with back-pressure: the next is asked for when the one before is
 * on its way. `target` is `schema.table (columns)`. Source: PostgreSQL, COPY, text format.
 */
export async function copyBlocks(
  client: ClientBase,
  target: string,
  blocks: AsyncIterable<string | Buffer>,
): Promise<void> {
  await pipeline(blocks, client.query(copyFrom(`COPY ${target} FROM STDIN`)));
}

/** COPY of rows that are in memory, or come one by one from a cursor. */
export async function copyRows(
  client: ClientBase,
  target: string,
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<void> {
  await copyBlocks(client, target, inBlocks(rows));
}

const BLOCK = 65_536;

async function* inBlocks(rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>): AsyncIterable<string> {
  let block = '';
  for await (const row of rows) {
    block += copyLine(row);
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** One line of COPY's text format, line end included. */
export function copyLine(cells: readonly Cell[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i += 1) line += (i === 0 ? '' : '\t') + copyCell(cells[i] ?? null);
  return `${line}\n`;
}

function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escapeText(cell);
  return typeof cell === 'object' ? escapeText(arrayLiteral(cell)) : String(cell);
}

const SPECIAL = /[\\\t\n\r\0]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\ufffd' };

/** Text without what COPY reads as its own signs; PostgreSQL has no NUL, so one becomes the replacement character. */
function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r\0]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
