import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { refusal } from '../../src/database/cluster.js';
import { DatabaseError } from '../../src/database/database-error.js';
import { openDatabase } from '../../src/database/database.js';
import { startEmbedded } from '../../src/database/embedded.js';
import { firstClosedFolder, refuseClosedFolder } from '../../src/database/postgres-programs.js';
import { stopServer } from '../support/stop-server.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pharmacovigie-embedded-'));
  await chmod(folder, 0o711);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the embedded server', () => {
  let dataDir: string;

  beforeAll(() => {
    dataDir = join(folder, 'data');
  });

  afterAll(() => stopServer(dataDir));

  const isRunning = async (): Promise<boolean> => (await readdir(join(dataDir, 'postgres'))).includes('postmaster.pid');

  it('is made once when two start together, and stops when the last one leaves', async () => {
    const [first, second] = await Promise.all([startEmbedded(dataDir), startEmbedded(dataDir)]);
    expect(first.url).toBe(second.url);
    expect(new URL(first.url).hostname).toBe('127.0.0.1');
    await first.close();
    expect(await ask(second.url, 'SELECT 1 AS answer')).toBe(1);
    await second.close();
    expect(await isRunning()).toBe(false);
  });

  it('keeps its password to itself', async () => {
    const file = join(dataDir, 'postgres.password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).length).toBeGreaterThanOrEqual(32);
    expect(await readdir(dataDir)).toEqual(['postgres', 'postgres.password']);
  });

  it('listens to this machine only, wants the password, and sorts by code points in UTF-8', async () => {
    const server = await startEmbedded(dataDir);
    expect(await ask(server.url, `SELECT current_setting('listen_addresses') AS answer`)).toBe('127.0.0.1');
    expect(await ask(server.url, `SELECT current_setting('server_encoding') AS answer`)).toBe('UTF8');
    expect(await ask(server.url, `SELECT datcollate AS answer FROM pg_database WHERE datname = 'postgres'`)).toBe('C');
    const mistaken = new URL(server.url);
    mistaken.password = 'mistaken';
    await expect(ask(mistaken.href, 'SELECT 1 AS answer')).rejects.toThrow('password authentication failed');
    await server.close();
  });

  it('starts again after it was killed', async () => {
    const before = await startEmbedded(dataDir);
    await ask(before.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await before.close();
    const after = await startEmbedded(dataDir);
    expect(await ask(after.url, 'SELECT answer FROM kept')).toBe(42);
    await after.close();
  });

  it('is used, and stopped, by the next one when the program that started it was killed', async () => {
    const orphan = await startEmbedded(dataDir);
    await orphan.detach();
    expect(await isRunning()).toBe(true);
    const heir = await startEmbedded(dataDir);
    expect(heir.url).toBe(orphan.url);
    await heir.close();
    expect(await isRunning()).toBe(false);
  });

  it('is not fooled by a number that another program has now', async () => {
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n`);
    const server = await startEmbedded(dataDir);
    expect(await ask(server.url, 'SELECT 1 AS answer')).toBe(1);
    await server.close();
  });

  it('holds the migrated database of the service', async () => {
    const database = await openDatabase({ databaseUrl: null, dataDir });
    expect(new URL(database.url).pathname).toBe('/pharmacovigie');
    expect(await ask(database.url, 'SELECT count(*)::int AS answer FROM release')).toBe(0);
    await database.close();
    await database.close();
    expect(await isRunning()).toBe(false);
  });

  it('is backed up by copying its folder once it has stopped', async () => {
    const copy = join(folder, 'copy');
    // with owners and rights, which PostgreSQL looks at
    await promisify(execFile)('cp', ['-a', dataDir, copy]);
    const restored = await openDatabase({ databaseUrl: null, dataDir: copy });
    expect(await ask(restored.url, `SELECT count(*) > 0 AS answer FROM migrations`)).toBe(true);
    await restored.close();
  });

  it('does not touch the files of another major version', async () => {
    const old = join(folder, 'old');
    await mkdir(join(old, 'postgres'), { recursive: true });
    await writeFile(join(old, 'postgres', 'PG_VERSION'), '9.6\n');
    await expect(startEmbedded(old)).rejects.toThrow(
      /postgres was made by PostgreSQL 9\.6, and this is PostgreSQL 18: set DATA_DIR to another folder/,
    );
    expect(await readdir(join(old, 'postgres'))).toEqual(['PG_VERSION']);
  });

  it('says so when something else stands where its folder should be', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expect(startEmbedded(file)).rejects.toThrow(
      new DatabaseError(
        `The embedded PostgreSQL cannot use ${file}: something that is not a folder is in its way: move that away, or set DATA_DIR to another folder`,
      ),
    );
  });
});

describe('a folder on the way', () => {
  const stranger = { uid: 54_321, gid: 54_321 };

  it('that is closed to the account of the server is named', async () => {
    const closed = join(folder, 'closed');
    await mkdir(join(closed, 'inner'), { recursive: true });
    await chmod(closed, 0o700);
    expect(firstClosedFolder(join(closed, 'inner', 'not-there-yet'), stranger)).toBe(closed);
    expect(() => {
      refuseClosedFolder(join(closed, 'inner'), stranger, 'set DATA_DIR to another one');
    }).toThrow(
      new DatabaseError(
        `PostgreSQL does not run as root, and the user it runs as (54321) may not enter ${closed}: open that folder to it (chmod o+x), set DATA_DIR to another one, or set DATABASE_URL`,
      ),
    );
  });

  it('that is open to its owner, group or everybody is open', async () => {
    const open = join(folder, 'open');
    await mkdir(open);
    const { uid, gid } = await stat(open);
    await chmod(open, 0o100);
    expect(firstClosedFolder(open, { uid, gid: 54_321 })).toBeNull();
    await chmod(open, 0o010);
    expect(firstClosedFolder(open, { uid: 54_321, gid })).toBeNull();
    expect(firstClosedFolder(open, stranger)).toBe(open);
    await chmod(open, 0o001);
    expect(firstClosedFolder(open, stranger)).toBeNull();
  });
});

describe('a refusal', () => {
  it.each([
    [
      'ENOSPC: no space left on device',
      'there is no room left on its disk: make room, or set DATA_DIR to another folder',
    ],
    [
      'initdb: error: could not write file "x": No space left on device',
      'there is no room left on its disk: make room, or set DATA_DIR to another folder',
    ],
    [
      'EACCES: permission denied, mkdir',
      'we may not write there: change its rights, or set DATA_DIR to another folder',
    ],
    ['EROFS: read-only file system', 'its disk is read-only: set DATA_DIR to another folder'],
    [
      'one line\ninitdb: error: something new\nhint: try again',
      'initdb: error: something new; set DATA_DIR to another folder, or DATABASE_URL',
    ],
  ])('of « %s » is one line', (message, reason) => {
    expect(refusal('/srv/data', new Error(message)).message).toBe(
      `The embedded PostgreSQL cannot use /srv/data: ${reason}`,
    );
  });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}
