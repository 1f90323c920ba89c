import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '../../src/config/settings.js';
import type { Database } from '../../src/database/database.js';
import { ListenError } from '../../src/listen-error.js';
import { serve, type Serving } from '../../src/serve.js';
import { createTestDatabase } from '../support/databases.js';
import { testIo, type TestIo } from '../support/test-io.js';

/** In the words of people, and without waiting for those who send requests here. */
const QUIETLY = { LOG_FORMAT: 'text', DRAIN_SECONDS: '0' };

describe('the service', () => {
  let database: Database;
  let folder: string;
  let left: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'pharmacovigie-serve-'));
  });

  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  // also what a failed test has left
  afterEach(async () => {
    for (const close of left) await close();
    left = [];
  });

  async function start(io: TestIo): Promise<Serving> {
    const serving = await serve(io);
    left.push(() => serving.close());
    return serving;
  }

  const environment = (more: Record<string, string> = {}) =>
    testIo({ DATABASE_URL: database.url, DATA_DIR: folder, PORT: '0', ...QUIETLY, ...more });

  async function releaseOf(url: string): Promise<{ status: number; demo: unknown }> {
    const response = await fetch(`${url}/api/v1/releases/current`);
    const body = (await response.json()) as { data?: { demo: boolean } };
    return { status: response.status, demo: body.data?.demo };
  }

  it('names every wrong setting and starts nothing', async () => {
    const io = environment({ PORT: 'x', DEMO: 'x' });
    await expect(serve(io)).rejects.toThrow(
      new SettingsError('PORT must be a port, 0 to 65535, not « x »\nDEMO must be 0 or 1, not « x »'),
    );
    expect(io.stdout).toEqual([]);
  });

  it('says in one line that its port is taken, before it does anything else', async () => {
    const other = await listenSomewhere();
    left.push(
      () =>
        new Promise((resolve) =>
          other.close(() => {
            resolve();
          }),
        ),
    );
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const io = environment({ PORT: String(port) });
    await expect(serve(io)).rejects.toThrow(
      new ListenError(
        `The service cannot listen on 127.0.0.1:${port}: another program listens there: stop it, or set PORT to another one`,
      ),
    );
    expect(io.stdout).toEqual([]);
  });

  it('makes no fictitious figures when it is told that they would bear no banner', async () => {
    const io = environment({ DEMO: '0' });
    const serving = await start(io);
    expect(await releaseOf(serving.url)).toEqual({ status: 503, demo: undefined });
    expect(io.stdout).toEqual(['Opening the database', 'There is no release yet: npm run ingest -- --from DIR']);
  });

  it('makes a demonstration when there is no release, and only then', async () => {
    const io = environment();
    const serving = await start(io);
    expect(await releaseOf(serving.url)).toEqual({ status: 200, demo: true });
    await serving.close();
    await expect(fetch(serving.url)).rejects.toThrow('fetch failed');
    expect(io.stderr).toEqual([]);
    expect(io.stdout).toContain('Publishing …');

    const again = environment();
    await start(again);
    expect(again.stdout).toEqual(['Opening the database']);
  });
});

function listenSomewhere(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
