import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, ensureDatabase, openUrl } from '../../src/database/database.js';
import { startEmbedded } from '../../src/database/embedded.js';

const MIGRATED = 'migrated_template';

/** With the template's name: held by the worker that makes it; the others wait and find it there. */
const TEMPLATE_LOCK = 7_310_003;

let server: Promise<string> | undefined;

/**
 * A migrated database of its own for one test file, cloned from a template on the one embedded server of the run.
 * `close()` removes it.
 */
export async function createTestDatabase(): Promise<Database> {
  return createFrom(MIGRATED);
}

/** The address of a new, empty database, not migrated: for the tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<string> {
  return ensureDatabase(await testServer(), `empty_${randomBytes(6).toString('hex')}`);
}

/**
 * A database of its own, cloned from a template that the first who asks for makes, once a run. `close()` removes it.
 *
 * @param template a name, at most 55 letters long
 * @param fill is given a migrated database that becomes the template
 */
export async function cloneDatabase(template: string, fill: (draft: Database) => Promise<unknown>): Promise<Database> {
  const url = await testServer();
  await makeOnce(url, template, async () => {
    const draft = await createFrom(MIGRATED, `${template}_draft`, () => Promise.resolve());
    try {
      await fill(draft);
    } finally {
      await draft.close();
    }
  });
  return createFrom(template);
}

/** Clones a template and opens the clone. */
async function createFrom(
  template: string,
  name = `test_${randomBytes(6).toString('hex')}`,
  leave = () => dropDatabase(name),
): Promise<Database> {
  const url = new URL(await testServer());
  await onServer(url.href, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  url.pathname = `/${name}`;
  return openUrl(url.href, leave);
}

async function dropDatabase(name: string): Promise<void> {
  await onServer(await testServer(), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

/** Makes `<name>_draft` and calls it by its name when it is whole, unless it is there. */
async function makeOnce(serverUrl: string, name: string, makeDraft: () => Promise<void>): Promise<void> {
  await onServer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [TEMPLATE_LOCK, name]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    // of one that failed half-way
    await client.query(`DROP DATABASE IF EXISTS ${name}_draft WITH (FORCE)`);
    await makeDraft();
    await client.query(`ALTER DATABASE ${name}_draft RENAME TO ${name}`);
  });
}

function testServer(): Promise<string> {
  return (server ??= startTestServer());
}

/** Started by the first worker that asks, never left: the run's teardown stops it. */
async function startTestServer(): Promise<string> {
  const dataDir = process.env['TEST_DATA_DIR'];
  if (dataDir === undefined) throw new Error('jest was started without its global setup');
  // a test server may lose everything when the machine stops
  const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const embedded = await startEmbedded(dataDir, flags);
  await embedded.detach();
  const { url } = embedded;
  await makeOnce(url, MIGRATED, async () => {
    const draft = await openUrl(await ensureDatabase(url, `${MIGRATED}_draft`), () => Promise.resolve());
    await draft.close();
  });
  return url;
}

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
