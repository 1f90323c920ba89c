import type { Database } from '../../src/database/database.js';
import { createTestDatabase } from '../support/databases.js';

describe('the entities', () => {
  let database: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.close());

  it('say what the migrations make: nothing is left to change', async () => {
    const changes = await database.dataSource.driver.createSchemaBuilder().log();
    expect(changes.upQueries.map(({ query }) => query)).toEqual([]);
  });
});
