import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const TAB = 0x09;
const LF = 0x0a;
const MINUS = 0x2d;
const ZERO = 0x30;

/**
 * The rows of a query whose columns are all whole numbers that are never absent, a block at a time, by COPY: memory does not
 * grow with the result, and nothing is made of a row but its numbers. Source: PostgreSQL, COPY, text format.
 */
export async function* numberRows(client: ClientBase, query: string): AsyncGenerator<number[][]> {
  let row: number[] = [];
  let number = 0;
  let sign = 1;
  for await (const chunk of client.query(copyTo(`COPY (${query}) TO STDOUT`)) as AsyncIterable<Buffer>) {
    const rows: number[][] = [];
    for (const byte of chunk) {
      if (byte === TAB || byte === LF) {
        row.push(sign * number);
        [number, sign] = [0, 1];
        if (byte === TAB) continue;
        rows.push(row);
        row = [];
      } else if (byte === MINUS) sign = -1;
      else number = 10 * number + (byte - ZERO);
    }
    yield rows;
  }
}
