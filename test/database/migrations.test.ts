import { readFile, writeFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { DatabaseError } from '../../src/database/database-error.js';
import { describeDatabase, openUrl } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { MIGRATIONS } from '../../src/database/migrations.js';
import { createEmptyDatabase } from '../support/databases.js';
import { dumpSchema } from '../support/dump-schema.js';

const GOLDEN = new URL('../golden/schema.sql', import.meta.url);

describe('the migrations', () => {
  let dataSource: DataSource;

  beforeEach(async () => {
    dataSource = await describeDatabase(await createEmptyDatabase()).initialize();
  });

  afterEach(() => dataSource.destroy());

  // UPDATE_GOLDEN=1 writes the file anew
  it('make the schema of test/golden/schema.sql', async () => {
    await migrate(dataSource);
    const schema = await dumpSchema(dataSource);
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(GOLDEN, schema);
    expect(schema).toBe(await readFile(GOLDEN, 'utf8'));
  });

  it('can be undone to the last and done again', async () => {
    await migrate(dataSource);
    const schema = await dumpSchema(dataSource);
    for (let undone = 0; undone < MIGRATIONS.length; undone += 1) await dataSource.undoLastMigration();
    expect(await tables(dataSource)).toEqual(['migrations']);
    await migrate(dataSource);
    expect(await dumpSchema(dataSource)).toBe(schema);
  });

  it('run once when several processes start together', async () => {
    const others = await Promise.all(
      [1, 2].map(async () =>
        describeDatabase(String(dataSource.options.type === 'postgres' && dataSource.options.url)).initialize(),
      ),
    );
    const ran = await Promise.all([dataSource, ...others].map((one) => migrate(one)));
    await Promise.all(others.map((other) => other.destroy()));
    expect(ran.flat()).toEqual(MIGRATIONS.map(({ name }) => name));
  });

  it('refuse a database that a newer program has migrated', async () => {
    await migrate(dataSource);
    await dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (9000000000000, 'AddMore9000000000000')`);
    await expect(migrate(dataSource)).rejects.toThrow(
      new DatabaseError('The database is newer than this program (it has AddMore9000000000000): update the program'),
    );
  });

  it('say in one line what the database refused', async () => {
    await dataSource.query('CREATE TABLE release (id integer)');
    await expect(migrate(dataSource)).rejects.toThrow(
      new DatabaseError('The database could not be brought up to date: relation "release" already exists'),
    );
    expect(await tables(dataSource)).toEqual(['migrations', 'release']);
  });
});

describe('a database that cannot be opened', () => {
  const stay = (): Promise<void> => Promise.resolve();

  it('is named without its password', async () => {
    const failure = openUrl('postgres://someone:secret@127.0.0.1:1/figures', stay);
    await expect(failure).rejects.toThrow(DatabaseError);
    await expect(failure).rejects.toThrow(/^The database 127\.0\.0\.1:1\/figures cannot be reached: .*ECONNREFUSED/);
    await expect(failure).rejects.not.toThrow(/secret/);
  });

  it('is refused for a wrong password, which is not shown', async () => {
    const url = new URL(await createEmptyDatabase());
    url.password = 'mistaken';
    await expect(openUrl(url.href, stay)).rejects.toThrow(
      new DatabaseError(
        `The database ${url.host}${url.pathname} cannot be reached: password authentication failed for user "postgres"`,
      ),
    );
  });
});

async function tables(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  return rows.map(({ name }) => name);
}
