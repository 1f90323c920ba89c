import pg from 'pg';
import { createTestDatabase } from '../../test/support/databases.js';
import type { Database } from '../database/database.js';
import { numberRows } from './number-rows.js';

describe('numberRows', () => {
  let database: Database;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('gives all numbers of all rows, whole rows in each block, however the bytes were cut', async () => {
    const query = 'SELECT i, -i, i::bigint * 90000000 FROM generate_series(-30000, 30000) AS i';
    const read: number[] = [];
    let blocks = 0;
    for await (const numbers of numberRows(client, query, 3)) {
      expect(numbers.length % 3).toBe(0);
      read.push(...numbers);
      blocks += 1;
    }
    expect(blocks).toBeGreaterThan(3);
    const expected = Array.from({ length: 60_001 }, (_, at) => [at - 30_000, 30_000 - at, (at - 30_000) * 90_000_000]);
    expect(read).toEqual(expected.flat());
  });
});
