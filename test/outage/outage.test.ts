import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Database, ensureDatabase, openUrl } from '../../src/database/database.js';
import { Releases } from '../../src/releases/releases.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { OwnServer, within } from '../support/own-server.js';
import { addRelease } from '../support/releases.js';
import { shownBy } from './shown-by.js';

/** Milliseconds after the return of a server when all is as before. */
const RECOVERY = 5_000;
/** Milliseconds; the test's own, so that it does not take long. */
const PATIENCE = { connection: 2_000, answer: 2_000 };
/** What the longest of them come to, and some time for a busy machine. */
const BOUND = 20_000;
const NAME = 'figures';

let root: string;
let primary: OwnServer;
let standby: OwnServer;
/** Published in turn. */
const ids: string[] = [];

/** A connection to one server, for a moment: none of it is left when the server goes away. */
async function on(server: OwnServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url(NAME) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openUrl(primary.url(NAME), () => Promise.resolve());
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Adds a release and shows it; gives its number. */
function publish(): Promise<string> {
  return withDatabase(async ({ dataSource }) => {
    const id = await addRelease(dataSource, '/sources');
    await new Releases(dataSource).activate(id);
    ids.push(id);
    return id;
  });
}

/** The service; the database it is given is used for its address alone. */
function serve(withReplica: boolean): Promise<TestApp> {
  const databaseReadUrl = withReplica ? standby.url(NAME) : null;
  return withDatabase((database) =>
    startTestApp(database, { databaseReadUrl, rateLimit: 1_000_000 }, { patience: PATIENCE, log: LOG }),
  );
}
/** What the operator is told. */
const lines: string[] = [];
const LOG = { format: 'json', level: 'warn', write: (line: string) => lines.push(line) } as const;

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/readyz`)).status === 200;

async function isReplicaUsed(url: string): Promise<boolean> {
  const { checks } = (await (await fetch(`${url}/readyz`)).json()) as { checks: { database: object } };
  return 'isReplicaUsed' in checks.database && checks.database.isReplicaUsed === true;
}

async function metric(url: string, name: string): Promise<number | null> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`pharmacovigie_${name}`));
  return line === undefined ? null : Number(line.split(' ')[1]);
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'outage-'));
  await chmod(root, 0o711);
  primary = await OwnServer.make(join(root, 'data'));
  await primary.start();
  await ensureDatabase(primary.url('postgres'), NAME);
  await publish();
  await primary.stop('fast');
  standby = await primary.makeStandby();
  await primary.start();
  await standby.start();
});
afterAll(async () => {
  await Promise.allSettled([standby.stop('immediate'), primary.stop('immediate')]);
  await rm(root, { recursive: true, force: true });
});

describe('with a replica', () => {
  let app: TestApp;
  /** Without a replica, on the same database. */
  let other: TestApp;
  beforeAll(async () => {
    [app, other] = await Promise.all([serve(true), serve(false)]);
  });
  afterAll(() => Promise.all([app.close(), other.close()]));

  it('readers are answered from it, and what they leave behind goes to the server that is written to', async () => {
    await within(RECOVERY, () => isReplicaUsed(app.url));
    expect(await metric(app.url, 'replica_used')).toBe(1);
    expect(await metric(other.url, 'replica_used')).toBeNull();
    expect((await fetch(`${app.url}/api/v1/datasets`)).status).toBe(200);
    const [kept] = await on(primary, 'SELECT count(*)::integer AS files FROM dataset_file');
    expect(kept?.['files']).toBeGreaterThan(0);
    const asked = await on(primary, `SELECT query FROM pg_stat_activity WHERE application_name = 'pharmacovigie'`);
    expect(asked.map(({ query }) => String(query)).filter((query) => /FROM substance/.test(query))).toEqual([]);
  });

  it('that lags, a release is shown when it has got there, and not before', async () => {
    const [before] = ids;
    await on(standby, 'SELECT pg_wal_replay_pause()');
    const id = await publish();
    await within(RECOVERY, async () => (await shownBy(other.url)) === id);
    await within(RECOVERY, async () => ((await metric(app.url, 'replica_lag_seconds')) ?? 0) > 0);
    // every address says the same, those that were never asked before, too
    expect(await shownBy(app.url)).toBe(before);
    for (const path of ['substances', 'specialities', 'search?q=exempline', 'releases'])
      expect(await releaseOf(`${app.url}/api/v1/${path}`)).toBe(before);
    const seen = new Set<string | number>();
    await on(standby, 'SELECT pg_wal_replay_resume()');
    await within(RECOVERY, async () => {
      const shown = await shownBy(app.url);
      seen.add(shown);
      return shown === id;
    });
    expect([before, id]).toEqual(expect.arrayContaining([...seen]));
    expect(await isReplicaUsed(app.url)).toBe(true);
  });

  it('that is away, the other server answers; back, it is used when it has the release that is shown', async () => {
    await standby.stop('immediate');
    const id = await publish();
    await within(RECOVERY, async () => (await shownBy(app.url)) === id);
    expect((await fetch(`${app.url}/api/v1/specialities`)).status).toBe(200);
    expect([await isReplicaUsed(app.url), await isReady(app.url)]).toEqual([false, true]);
    // back, an hour behind: neither who knows it nor who starts now uses it
    await standby.start('recovery_min_apply_delay=1h');
    const started = await serve(true);
    expect([await isReplicaUsed(started.url), await shownBy(started.url)]).toEqual([false, id]);
    await started.close();
    expect(lines.slice(-3).join('\n')).toContain('The replica is not used yet: it is behind');
    const looks = `SELECT FROM pg_stat_activity WHERE application_name = 'pharmacovigie' AND query LIKE '%AS fit%'`;
    await within(RECOVERY, async () => (await on(standby, looks)).length > 0);
    expect([await isReplicaUsed(app.url), await shownBy(app.url)]).toEqual([false, id]);
    await standby.stop('fast');
    await standby.start();
    await within(RECOVERY, () => isReplicaUsed(app.url));
    expect(await shownBy(app.url)).toBe(id);
  });

  it('everything that was not asked before is answered, too, while the other server is away', async () => {
    await primary.stop('immediate');
    const answers = await Promise.all(
      ['/substances', '/api/v1/substances?sort=name', '/readyz'].map((path) => fetch(app.url + path)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await primary.start();
    const id = await publish();
    await within(RECOVERY, async () => (await shownBy(app.url)) === id);
  });
});

async function releaseOf(address: string): Promise<string> {
  const answer = (await (await fetch(address)).json()) as { meta?: { release: string } };
  return answer.meta?.release ?? JSON.stringify(answer);
}

describe('a database that is away', () => {
  const KEPT = ['/substances', '/api/v1/substances'];
  const OTHERS = ['/specialites', '/specialites?lang=en', '/substances/99999', '/api/v1/specialities'];
  let app: TestApp;
  let kept: string[];

  const textOf = async (path: string): Promise<string> => {
    const answer = await fetch(app.url + path);
    return `${answer.status} ${String(answer.headers.get('etag'))} ${await answer.text()}`;
  };
  const allKept = (): Promise<string[]> => Promise.all(KEPT.map(textOf));
  const statuses = (paths: string[]): Promise<number[]> =>
    Promise.all(paths.map(async (path) => (await fetch(app.url + path)).status));

  async function expectRecovery(): Promise<void> {
    await within(RECOVERY, () => isReady(app.url));
    const paths = ['/specialites', '/specialites?lang=en', '/api/v1/specialities'];
    await within(RECOVERY, async () => (await statuses(paths)).every((status) => status === 200));
    const id = await publish();
    await within(2_000, async () => (await shownBy(app.url)) === id);
  }

  beforeAll(async () => {
    app = await serve(false);
  });
  afterAll(() => app.close());

  it('leaves what memory has, refuses the rest as a failure that passes, and is there again by itself', async () => {
    kept = await allKept();
    await primary.stop('immediate');
    expect(await allKept()).toEqual(kept);
    expect(new Set(await statuses(Array.from({ length: 10 }, () => OTHERS).flat()))).toEqual(new Set([503]));
    for (const path of OTHERS) {
      const answer = await fetch(app.url + path);
      const { headers } = answer;
      expect([headers.get('retry-after'), headers.get('cache-control'), headers.get('etag')]).toEqual([
        '5',
        'no-store',
        null,
      ]);
      const text = await answer.text();
      expect(text).not.toMatch(/ECONN|terminat|postgres|node_modules|\.js:\d/i);
      if (path.startsWith('/api'))
        expect(JSON.parse(text)).toEqual({
          type: 'about:blank',
          status: 503,
          title: 'Service Unavailable',
          detail: 'The figures cannot be read at the moment. Try again in a few seconds.',
        });
      else expect(text).toContain(path.includes('lang=en') ? 'Data cannot be read right now' : 'momentanément');
    }
    expect(await statuses(['/readyz', '/healthz', '/metrics'])).toEqual([503, 200, 200]);
    await primary.start();
    await expectRecovery();
    const told = lines.join('').match(/The database (?:does not answer: \w+|answers)/g);
    expect(told?.slice(-2)).toEqual([
      expect.stringMatching(/^The database does not answer: \w/),
      'The database answers',
    ]);
  });

  it('or hangs, keeps nobody waiting without end', async () => {
    kept = await allKept();
    const thaw = await primary.freeze();
    try {
      const begun = performance.now();
      expect(new Set(await statuses(Array.from({ length: 10 }, () => OTHERS).flat()))).toEqual(new Set([503]));
      expect(performance.now() - begun).toBeLessThan(BOUND);
      expect(await allKept()).toEqual(kept);
      const later = performance.now();
      expect(await statuses(['/specialites', '/readyz'])).toEqual([503, 503]);
      expect(performance.now() - later).toBeLessThan(PATIENCE.answer);
    } finally {
      thaw();
    }
    await expectRecovery();
    expect(lines.filter((line) => line.includes('"error"'))).toEqual([]);
  });
});
