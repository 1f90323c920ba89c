import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { publishDemonstration } from '../../src/cli/demonstration.js';
import { readSettings } from '../../src/config/settings.js';
import type { Database } from '../../src/database/database.js';
import { createTestDatabase } from '../support/databases.js';
import { SILENT } from '../support/ingest-generated.js';
import { addRelease } from '../support/releases.js';

describe('the demonstration', () => {
  let database: Database;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'pharmacovigie-demonstration-'));
  });

  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is made by one of the processes that start together; the others wait, and write nothing', async () => {
    const first = new pg.Client({ connectionString: database.url });
    await first.connect();
    await first.query('SELECT pg_advisory_lock(7310004)');
    const second = publishDemonstration(database, readSettings({ DATA_DIR: folder }), SILENT);
    await addRelease(database.dataSource, 'demo');
    await first.end();
    expect(await second).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});
