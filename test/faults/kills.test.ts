import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Database } from '../../src/database/database.js';
import { Random } from '../../src/demo/random.js';
import { Releases } from '../../src/releases/releases.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { addressesOf, ask, Reader } from './readers.js';
import { type RunEnd, Runs, type Stop } from './runs.js';
import { writeTwoSets } from './small-sources.js';
import { contentOf, debrisIn, NO_DEBRIS, published, relationsOf, rowCounts, untilLeft } from './state.js';

const SEED = Number(process.env['FAULT_SEED'] ?? 1);
/** Kills at random moments, besides one at the beginning of every step and some around the commit. */
const RANDOM_KILLS = 46;
const KILLS_PER_WHOLE_RUN = 8;
/** The moment of every release: which one is compared with which is then a matter of their numbers. */
const MOMENT = '2025-03-02T10:00:00Z';

let root: string;
let database: Database;
let app: TestApp;
let runs: Runs | undefined;
let reader: Reader | undefined;
/** Relations of a database that was never ingested into. */
let clean: Set<string>;
/** Of a whole run: its steps, and how many pieces of data it sends to the database. */
let whole: RunEnd;
/** Of every table, with one release of the first set alone. */
let rows: Awaited<ReturnType<typeof rowCounts>>;
/** By set: the sum over its release. */
const contents = new Map<string, string>();

const set = (directory: string): string => directory.slice(root.length + 1);

/** The set that is not published: the one to ingest. */
async function nextSet(): Promise<string> {
  const now = await published(database.dataSource);
  return now === null || set(now.directory) === 'second' ? 'first' : 'second';
}

/** One run of the set that is not published. */
async function run(stop: Stop | null): Promise<RunEnd> {
  const name = await nextSet();
  const order = { url: database.url, directory: join(root, name), time: MOMENT, stop };
  const end = await (runs as Runs).run(order);
  await untilLeft(database.dataSource);
  return end;
}

async function wholeRun(): Promise<RunEnd> {
  const end = await run(null);
  expect(end.outcome).toMatchObject({ status: 'published', errors: [] });
  expect(await debrisIn(database.dataSource, clean)).toEqual(NO_DEBRIS);
  return end;
}

/** Whatever happened, a whole release is published: the one before, or the next if the run came as far as its commit. */
async function expectWhole(before: string | undefined): Promise<void> {
  const now = await published(database.dataSource);
  if (now === null) throw new Error('no release is published any more');
  const next = `${before ?? ''} or a later one`;
  expect(now.id === before || Number(now.id) > Number(before) ? next : now.id).toBe(next);
  expect(await contentOf(database.dataSource, now.id)).toBe(contents.get(set(now.directory)));
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kills-'));
  runs = await Runs.prepare(root);
  await writeTwoSets(join(root, 'first'), join(root, 'second'));
  database = await createTestDatabase();
  clean = new Set(await relationsOf(database.dataSource));
  app = await startTestApp(database, { rateLimit: 1_000_000 });
  await wholeRun();
  // a release tells what is new since the one before: what is held against the later ones is the second of each set
  const expected = new Map<string, Map<string, string>>();
  const addresses = await addressesOf(app.url);
  for (const name of ['second', 'first']) {
    whole = await wholeRun();
    const now = await published(database.dataSource);
    contents.set(name, await contentOf(database.dataSource, now?.id ?? ''));
    for (const address of addresses) {
      const { answer } = await ask(app.url, address);
      // one of the sets does not know one of the medicines
      expect(answer).toMatch(/^(200|404) /);
      expected.set(address, (expected.get(address) ?? new Map<string, string>()).set(name, answer));
    }
  }
  await new Releases(database.dataSource).prune(1);
  rows = await rowCounts(database.dataSource);
  reader = new Reader(app.url, expected, async (id) => {
    const [row] = await database.dataSource.query<{ directory: string }[]>(
      'SELECT directory FROM release JOIN ingestion_run ON ingestion_run.id = run_id WHERE release.id = $1',
      [id],
    );
    return set(row?.directory ?? '');
  });
});

afterAll(async () => {
  await reader?.stop();
  runs?.close();
  await app.close();
  await database.close();
  await rm(root, { recursive: true });
});

/** One at the beginning of every step, some at random, the more the longer a step is, and some around the commit. */
function stops(): Stop[] {
  const random = new Random(SEED, 'kills');
  const when = (): 'before' | 'after' => random.pick(['before', 'after'] as const);
  return random.shuffled([
    ...whole.steps.map((step) => ({ step })),
    ...Array.from({ length: RANDOM_KILLS }, () => ({ write: random.between(1, whole.writes), when: when() })),
    ...(['before', 'after'] as const).flatMap((moment) => [
      { text: 'pg_notify', when: moment },
      { text: 'COMMIT', when: moment },
      { text: 'COMMIT', when: moment },
    ]),
  ]);
}

describe('an ingestion that is killed', () => {
  test('at every step and at random moments: a whole release stays published, and the next run goes through', async () => {
    const { dataSource } = database;
    const killedIn = new Map<string, number>();
    for (const [i, stop] of stops().entries()) {
      const before = await published(dataSource);
      const { outcome, steps } = await run(stop);
      const step = steps.at(-1) ?? 'before the first step';
      if (outcome === null) killedIn.set(step, (killedIn.get(step) ?? 0) + 1);
      else expect(outcome).toMatchObject({ status: 'published' });
      await expectWhole(before?.id);
      if (i % KILLS_PER_WHOLE_RUN === 0) await wholeRun();
    }
    expect([...killedIn.keys()]).toEqual(expect.arrayContaining(whole.steps));
    expect([...killedIn.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(60);
  }, 600_000);

  test('as an operator runs it, from outside: the same', async () => {
    for (const line of ['Looking at the files …', 'Counting cases …']) {
      const before = await published(database.dataSource);
      await killCommandAt(line);
      await untilLeft(database.dataSource);
      expect(await published(database.dataSource)).toEqual(before);
      await expectWhole(before?.id);
    }
    await wholeRun();
  });

  test('leaves nothing behind either when the next run finds nothing new', async () => {
    await run({ step: 'Counting cases' });
    const left = await debrisIn(database.dataSource, clean);
    expect(left).toMatchObject({ schemas: ['staging'], running: [expect.any(Number)] });
    const now = await published(database.dataSource);
    const order = { url: database.url, directory: now?.directory ?? '', time: MOMENT, stop: null };
    expect((await runs?.run(order))?.outcome).toMatchObject({ status: 'unchanged', releaseId: now?.id });
    await untilLeft(database.dataSource);
    expect(await debrisIn(database.dataSource, clean)).toEqual(NO_DEBRIS);
  });

  test('is nothing that readers notice', async () => {
    await reader?.stop();
    expect(reader?.faults.slice(0, 5)).toEqual([]);
    expect(reader?.answers).toBeGreaterThan(200);
  });

  test('lets no table grow', async () => {
    do await wholeRun();
    while ((await nextSet()) !== 'second');
    // only when nobody reads: a page tells what is new since the release before, as long as that is kept
    await new Releases(database.dataSource).prune(1);
    expect(await rowCounts(database.dataSource)).toEqual(rows);
  });
});

/** Runs `ingest` on the set that is not published, and kills it at a line of its progress. */
async function killCommandAt(line: string): Promise<void> {
  const args = ['dist/cli.js', 'ingest', '--from', join(root, await nextSet())];
  const child = spawn(process.execPath, args, { env: { ...process.env, DATABASE_URL: database.url } });
  const ended = new Promise((resolve) =>
    child.once('close', (_, signal) => {
      resolve(signal);
    }),
  );
  for await (const told of createInterface(child.stderr)) if (told === line) child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}
