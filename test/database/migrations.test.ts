import { readdir, readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { runCli } from '../../src/cli/run-cli.js';
import { DatabaseError } from '../../src/database/database-error.js';
import { describeDatabase } from '../../src/database/data-source.js';
import { openUrl } from '../../src/database/database.js';
import { migrate, migrateBackTo } from '../../src/database/migrate.js';
import { MIGRATIONS } from '../../src/database/migrations.js';
import { Releases } from '../../src/releases/releases.js';
import { createEmptyDatabase } from '../support/databases.js';
import { dumpSchema } from '../support/dump-schema.js';
import { addFirstRelease } from '../support/first-release.js';
import { addRelease } from '../support/releases.js';
import { testIo } from '../support/test-io.js';

const GOLDEN = new URL('../golden/schema.sql', import.meta.url);
const NAMES = MIGRATIONS.map(({ name }) => name);
const [FIRST = ''] = NAMES;
const LAST = NAMES.at(-1) ?? '';
const stay = (): Promise<void> => Promise.resolve();

describe('the migrations', () => {
  let url: string;
  let dataSource: DataSource;

  beforeEach(async () => {
    url = await createEmptyDatabase();
    dataSource = await describeDatabase(url).initialize();
  });

  afterEach(() => dataSource.destroy());

  it('are all that the folder holds, oldest first', async () => {
    const files = (await readdir(new URL('../../migrations/', import.meta.url))).sort();
    expect(NAMES).toEqual(
      files.map((file) => {
        const [stamp = '', ...words] = file.replace(/\.ts$/, '').split('-');
        return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') + stamp;
      }),
    );
  });

  // UPDATE_GOLDEN=1 writes the file anew
  it('make the schema of test/golden/schema.sql, which needs no extension', async () => {
    await migrate(dataSource);
    const schema = await dumpSchema(dataSource);
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(GOLDEN, schema);
    expect(schema).toBe(await readFile(GOLDEN, 'utf8'));
    expect(schema).not.toContain('CREATE EXTENSION');
  });

  it('are undone one by one, each to the schema before it, with the data of a release', async () => {
    const schemas: string[] = [];
    let first: unknown;
    for (let count = 1; count <= MIGRATIONS.length; count += 1) {
      await upTo(url, count);
      schemas.push(await dumpSchema(dataSource));
      if (count > 1) continue;
      await addFirstRelease(dataSource);
      first = await contents(dataSource);
    }
    for (let count = MIGRATIONS.length - 1; count >= 1; count -= 1) {
      expect(await migrateBackTo(dataSource, NAMES[count - 1] ?? '')).toEqual([NAMES[count]]);
      expect(await dumpSchema(dataSource)).toBe(schemas[count - 1]);
    }
    expect(await contents(dataSource)).toEqual(first);
    await dataSource.undoLastMigration();
    expect(await tables(dataSource)).toEqual(['migrations']);
  });

  it('leave a release of now published when they are undone to the first and done again', async () => {
    await migrate(dataSource);
    const schema = await dumpSchema(dataSource);
    const id = await addRelease(dataSource, 'sources');
    const releases = new Releases(dataSource);
    await releases.activate(id);
    const before = await releases.show(id);
    const io = testIo({ DATABASE_URL: url });
    expect(await runCli(['migrate', '--to', FIRST], io)).toBe(0);
    expect(io.stdout.slice(0, -1)).toEqual(
      NAMES.slice(1)
        .reverse()
        .map((name) => `Undone: ${name}`),
    );
    expect(await runCli(['migrate'], io)).toBe(0);
    expect(io.stdout.at(-1)).toBe('The database is up to date');
    expect(await dumpSchema(dataSource)).toBe(schema);
    expect(await releases.show(id)).toEqual(before);
  });

  it('are not undone to one that the database has not', async () => {
    await migrate(dataSource);
    const [stamp = ''] = /\d+$/.exec(LAST) ?? [];
    expect(await migrateBackTo(dataSource, stamp)).toEqual([]);
    const io = testIo({ DATABASE_URL: url });
    expect(await runCli(['migrate', '--to', 'AddMore'], io)).toBe(1);
    expect(io.stderr).toEqual([`The database has no migration AddMore: it has ${NAMES.join(', ')}`]);
  });

  it('run once when several processes open an empty database together', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openUrl(url, stay)));
    const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
    await Promise.all(opened.map((database) => database.close()));
    expect(rows.map(({ name }) => name)).toEqual(NAMES);
  });

  it('are waited for while another process runs them', async () => {
    await migrate(dataSource);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query('SELECT pg_advisory_lock(7310002)');
    const opening = openUrl(url, stay);
    for (let waiting = 0; waiting === 0;) {
      const { rows } = await other.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_locks
         WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      waiting = rows[0]?.count ?? 0;
    }
    await other.end();
    await (await opening).close();
  });

  it('refuse a database that a newer program has migrated, up and down', async () => {
    await migrate(dataSource);
    await dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (9000000000000, 'AddMore9000000000000')`);
    const refusal = new DatabaseError(
      `The database is newer than this program (it has AddMore9000000000000): update the program, or let the newer one take it back first (npm run migrate -- --to ${LAST})`,
    );
    await expect(migrate(dataSource)).rejects.toThrow(refusal);
    await expect(migrateBackTo(dataSource, FIRST)).rejects.toThrow(refusal);
  });

  it('say in one line what the database refused', async () => {
    await dataSource.query('CREATE TABLE release (id integer)');
    await expect(migrate(dataSource)).rejects.toThrow(
      new DatabaseError('The database could not be brought up to date: relation "release" already exists'),
    );
    expect(await tables(dataSource)).toEqual(['migrations', 'release']);
  });
});

/** Brings a database up to the nth migration, as the program of that time did. */
async function upTo(url: string, count: number): Promise<void> {
  const options = { ...describeDatabase(url).options, migrations: MIGRATIONS.slice(0, count) };
  const dataSource = await new DataSource(options).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

async function tables(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every table, by table. */
async function contents(dataSource: DataSource): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const table of await tables(dataSource))
    rows[table] = await dataSource.query(`SELECT to_json(t) AS row FROM "${table}" AS t ORDER BY t::text`);
  return rows;
}
