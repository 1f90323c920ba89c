import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runCli } from '../../src/cli/run-cli.js';
import { type Database, ensureDatabase, openUrl } from '../../src/database/database.js';
import { type EmbeddedServer, startEmbedded } from '../../src/database/embedded.js';
import { startTestApp } from '../support/app.js';
import { testIo } from '../support/test-io.js';
import { writeTwoSets } from './small-sources.js';
import { contentOf, debrisIn, NO_DEBRIS, published, relationsOf } from './state.js';

const root = mkdtempSync(join(tmpdir(), 'server-stops-'));
chmodSync(root, 0o711);
/** Holds a server and a few releases, and is soon full. */
const SMALL_DISK = 'size=192m,mode=755';
const disk = mountSmallDisk();
const FLAGS = ['max_wal_size=32MB', 'min_wal_size=32MB', 'shared_buffers=16MB'];

let server: EmbeddedServer;
let database: Database;
let clean: Set<string>;
/** Sum over the published release, by its number. */
const sums = new Map<string, string>();

/** Only root may: null for others, and where it is forbidden. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(root, 'disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', SMALL_DISK, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
}

async function start(): Promise<void> {
  server = await startAgain();
  const url = await ensureDatabase(server.url, 'figures');
  database = await openUrl(url, () => Promise.resolve());
}

/** The processes of a server that was killed end by themselves, but not at once: until then it cannot be started. */
async function startAgain(): Promise<EmbeddedServer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await startEmbedded(join(disk ?? root, 'data'), FLAGS);
    } catch (error) {
      if (attempt > 100 || !String(error).includes('shared memory')) throw error;
      await pause(50);
    }
  }
}

function kill(signal: NodeJS.Signals): void {
  const [pid] = readFileSync(join(disk ?? root, 'data/postgres/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), signal);
}

/** Runs `ingest` in this process and does something at a line of its progress; gives status and the lines besides. */
async function ingest(
  set: string,
  at?: { line: string; act: () => void },
): Promise<{ status: number; lines: string[] }> {
  const io = testIo({ DATABASE_URL: database.url });
  const lines: string[] = [];
  const err = (line: string): void => {
    if (line === at?.line) at.act();
    if (!line.endsWith(' …')) lines.push(line);
  };
  const status = await runCli(['ingest', '--force', '--from', join(root, set)], { ...io, err });
  return { status, lines };
}

async function expectAsBefore(): Promise<void> {
  const now = await published(database.dataSource);
  expect(await contentOf(database.dataSource, now?.id ?? '')).toBe(sums.get(now?.id ?? ''));
}

async function expectPublished(set: string): Promise<void> {
  const before = await published(database.dataSource);
  expect(await ingest(set)).toEqual({ status: 0, lines: [] });
  const now = await published(database.dataSource);
  expect(now?.id).not.toBe(before?.id);
  sums.set(now?.id ?? '', await contentOf(database.dataSource, now?.id ?? ''));
  expect(await debrisIn(database.dataSource, clean)).toEqual(NO_DEBRIS);
}

beforeAll(async () => {
  await writeTwoSets(join(root, 'first'), join(root, 'second'));
  await start();
  clean = new Set(await relationsOf(database.dataSource));
  await expectPublished('first');
});

afterAll(async () => {
  await database.close();
  await server.close();
  if (disk !== null) execFileSync('umount', [disk]);
  rmSync(root, { recursive: true });
});

describe('the database server goes away during an ingestion', () => {
  test.each<[string, NodeJS.Signals]>([
    ['Reading declarations …', 'SIGQUIT'],
    ['Counting cases …', 'SIGKILL'],
    ['Publishing …', 'SIGQUIT'],
  ])('at « %s », by %s: one line, nothing is lost', async (line, signal) => {
    const act = (): void => {
      kill(signal);
    };
    expect(await ingest('second', { line, act })).toEqual({
      status: 1,
      lines: [expect.stringMatching(/^the database went away in the middle of the run: .*published stays$/)],
    });
    await database.close();
    await server.close();
    await start();
    await expectAsBefore();
  });

  test('and the next run goes through', () => expectPublished('second'));
});

const ifMounted = disk === null ? describe.skip : describe;

ifMounted(
  `the disk is full${disk === null ? ' (skipped: no small disk can be mounted, which takes root)' : ''}`,
  () => {
    const filler = join(disk ?? root, 'filler');

    afterEach(() => {
      rmSync(filler, { force: true });
    });

    test('during an ingestion: one line, nothing is lost, what is published is served, and there is a next run', async () => {
      const app = await startTestApp(database);
      for (const left of [0, 300_000]) {
        fill(filler, left);
        const { status, lines } = await ingest('first');
        expect([status, lines]).toEqual([
          1,
          [expect.stringMatching(/^the disk is full: make room .*published stays$/)],
        ]);
        await expectAsBefore();
        for (const address of ['/', '/substances', '/api/v1/releases/current'])
          expect((await fetch(`${app.url}${address}`)).status).toBe(200);
        rmSync(filler);
      }
      await app.close();
      await expectPublished('first');
    });
  },
);

/** Takes all the room of the small disk but so many bytes. */
function fill(path: string, left: number): void {
  const { bavail, bsize } = statfsSync(join(path, '..'));
  const file = openSync(path, 'w');
  for (let free = bavail * bsize - left; free > 0;) free -= writeSync(file, Buffer.alloc(Math.min(free, 2 ** 20)));
  closeSync(file);
}
