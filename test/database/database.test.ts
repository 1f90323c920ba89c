import { createTestDatabase } from '../support/databases.js';
import type { Database } from '../../src/database/database.js';

describe('a test database', () => {
  let database: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.close());

  it('is migrated', async () => {
    expect(await database.dataSource.query('SELECT name FROM migrations')).toEqual([
      { name: 'CreateReleases1795000000000' },
    ]);
  });
});
