import type { ClientBase } from 'pg';
import Cursor from 'pg-cursor';

/**
 * The rows of a query a few at a time, so that memory does not grow with the result. Whoever does not read them to the
 * end throws the client away, as `withClient` does on every fault: closing the cursor would wait for an answer that a
 * broken connection never gives.
 */
export async function* rowsOf<T extends object>(client: ClientBase, sql: string, atOnce: number): AsyncIterable<T> {
  const cursor = client.query(new Cursor<T>(sql));
  for (let rows = await cursor.read(atOnce); rows.length > 0; rows = await cursor.read(atOnce)) yield* rows;
}
