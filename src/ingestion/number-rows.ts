import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const TAB = 0x09;
const LF = 0x0a;
const MINUS = 0x2d;
const ZERO = 0x30;

/**
 * The rows of a query whose columns are all whole numbers that are never absent, by COPY: memory does not grow with the
 * result, and nothing is made of a row but its numbers. They come as one list a block, `width` a row, which holds until the
 * next block only. Source: PostgreSQL, COPY, text format.
 */
export async function* numberRows(client: ClientBase, query: string, width: number): AsyncGenerator<readonly number[]> {
  const numbers: number[] = [];
  let number = 0;
  let sign = 1;
  for await (const chunk of client.query(copyTo(`COPY (${query}) TO STDOUT`)) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte === TAB || byte === LF) {
        numbers.push(sign * number);
        [number, sign] = [0, 1];
      } else if (byte === MINUS) sign = -1;
      else number = 10 * number + (byte - ZERO);
    }
    const whole = numbers.length - (numbers.length % width);
    // the start of a row whose rest comes with the next block
    const rest = numbers.slice(whole);
    numbers.length = whole;
    yield numbers;
    numbers.splice(0, whole, ...rest);
  }
}
