import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, ensureDatabase, openUrl } from '../../src/database/database.js';
import { startEmbedded } from '../../src/database/embedded.js';

const TEMPLATE = 'migrated_template';

/** Held by the worker that makes the template; the others wait and find it there. */
const TEMPLATE_LOCK = 7_310_003;

let server: Promise<string> | undefined;

/**
 * A migrated database of its own for one test file, cloned from a template on the one embedded server of the run.
 * `close()` removes it.
 */
export async function createTestDatabase(): Promise<Database> {
  server ??= startTestServer();
  const serverUrl = await server;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return openUrl(url.href, () =>
    onServer(serverUrl, async (client) => {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }),
  );
}

/** The address of a new, empty database, not migrated: for the tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<string> {
  server ??= startTestServer();
  return ensureDatabase(await server, `empty_${randomBytes(6).toString('hex')}`);
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
  await onServer(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount !== 0) return;
    const draft = await openUrl(await ensureDatabase(url, 'template_draft'), () => Promise.resolve());
    await draft.close();
    await client.query(`ALTER DATABASE template_draft RENAME TO ${TEMPLATE}`);
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
