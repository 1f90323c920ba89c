import pg from 'pg';
import type { Database } from '../../src/database/database.js';
import { type Cell, copyRows } from '../../src/ingestion/copy.js';
import { rowsOf } from '../../src/ingestion/cursor.js';
import { withClient } from '../../src/ingestion/run-log.js';
import { createTestDatabase } from '../support/databases.js';

/** More than one block of COPY, so that the fault comes in the middle of it. */
const MANY = 20_000;

let database: Database;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.query('CREATE TABLE number (value integer NOT NULL)');
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});

afterAll(async () => {
  await pool.end();
  await database.close();
});

const NUMBERS = `SELECT generate_series(1, ${MANY + 1}) AS value`;

/** Gives rows of numbers, and breaks off after so many of them. */
async function* breakingOff(after: number): AsyncIterable<Cell[]> {
  for (let value = 0; value < after; value += 1) yield [value];
  await Promise.reject(new RangeError('a fault of the program'));
}

/** How many rows there are, once every transaction that has written any is over. */
async function copied(): Promise<number> {
  return withClient(pool, async (client) => {
    await client.query(`BEGIN; SET LOCAL lock_timeout = '20s'; LOCK TABLE number`);
    const { rows } = await client.query<{ copied: number }>('SELECT count(*)::integer AS copied FROM number');
    await client.query('COMMIT');
    return rows[0]?.copied ?? NaN;
  });
}

describe('a COPY whose rows break off', () => {
  test.each([0, 1, MANY])('after %i rows: ends with the fault, and nothing is copied', async (after) => {
    const copy = withClient(pool, (client) => copyRows(client, 'number (value)', breakingOff(after)));
    await expect(copy).rejects.toThrow(new RangeError('a fault of the program'));
    expect(await copied()).toBe(0);
  });

  test('leaves the client to be used again', async () => {
    await withClient(pool, async (client) => {
      await expect(copyRows(client, 'number (value)', breakingOff(1))).rejects.toThrow('a fault of the program');
      await copyRows(client, 'number (value)', [[1], [2]]);
    });
    expect(await copied()).toBe(2);
    await pool.query('TRUNCATE number');
  });

  test.each([1, MANY])('while its rows come from a cursor, after %i of them', async (after) => {
    const copy = withClient(pool, (client) =>
      withClient(pool, async (reader) => {
        await client.query('BEGIN');
        async function* rows(): AsyncIterable<Cell[]> {
          for await (const { value } of rowsOf<{ value: number }>(reader, NUMBERS, 20)) {
            if (value > after) throw new RangeError('a fault of the program');
            yield [value];
          }
        }
        await copyRows(client, 'number (value)', rows());
      }),
    );
    await expect(copy).rejects.toThrow(new RangeError('a fault of the program'));
    expect(await copied()).toBe(0);
  });

  test('ends with what the database says of a row', async () => {
    const refused = withClient(pool, (client) => copyRows(client, 'number (value)', [['no number']]));
    await expect(refused).rejects.toThrow(/invalid input syntax for type integer/);
    async function* manyAndOne(reader: pg.ClientBase): AsyncIterable<Cell[]> {
      yield ['no number'];
      for await (const { value } of rowsOf<{ value: number }>(reader, NUMBERS, 20)) yield [value];
    }
    const late = withClient(pool, (client) =>
      withClient(pool, (reader) => copyRows(client, 'number (value)', manyAndOne(reader))),
    );
    await expect(late).rejects.toThrow(/invalid input syntax for type integer/);
    expect(await copied()).toBe(0);
  });

  test('ends when the connection that its rows come from is gone', async () => {
    pool.on('connect', (client) => client.on('error', () => undefined));
    const copy = withClient(pool, (client) =>
      withClient(pool, async (reader) => {
        const { rows } = await reader.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        async function* numbers(): AsyncIterable<Cell[]> {
          for await (const { value } of rowsOf<{ value: number }>(reader, NUMBERS, 20)) {
            if (value === 100) await database.dataSource.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
            yield [value];
          }
        }
        await copyRows(client, 'number (value)', numbers());
      }),
    );
    // whichever is noticed first: what the server says in parting, or that nobody listens any more
    await expect(copy).rejects.toThrow(/terminat|EPIPE|ECONNRESET/);
    expect(await copied()).toBe(0);
  });
});
