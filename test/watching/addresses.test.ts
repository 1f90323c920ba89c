import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';

const TOKEN = 'a-token-of-enough-letters';

let database: Database;
let app: TestApp;

beforeAll(async () => {
  database = await createPublishedDatabase(SMALL);
  app = await startTestApp(database, { rateLimit: 1 });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(app.url + path, init);

interface Readiness {
  ready: boolean;
  checks: Record<'process' | 'database' | 'release' | 'dataAge', Record<string, unknown>>;
}

async function readiness(url: string): Promise<{ status: number; wait: string | null } & Readiness> {
  const response = await fetch(`${url}/readyz`);
  const answer = (await response.json()) as Readiness;
  return { status: response.status, wait: response.headers.get('retry-after'), ...answer };
}

/** Serves with other settings while work is done. */
async function serving<T>(settings: Parameters<typeof startTestApp>[1], work: (url: string) => Promise<T>): Promise<T> {
  const other = await startTestApp(database, settings);
  try {
    return await work(other.url);
  } finally {
    await other.close();
  }
}

describe.each(['/healthz', '/readyz', '/metrics'])('%s', (path) => {
  it('is of the moment, not limited, and can only be read', async () => {
    for (let i = 0; i < 3; i++) {
      const { status, headers } = await ask(path);
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect([headers.get('ratelimit-limit'), headers.get('server-timing')]).toEqual([
        null,
        expect.not.stringContaining('cache'),
      ]);
    }
    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await ask(path, { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('is no part of the interface', async () => {
    const { paths } = JSON.parse(await readFile('docs/openapi.json', 'utf8')) as { paths: Record<string, unknown> };
    expect(Object.keys(paths).filter((each) => each.includes(path))).toEqual([]);
  });
});

describe('readiness', () => {
  it('tells each check, and does not judge the age of the data unless it is told to', async () => {
    const { publishedAt, id } = await currentRelease();
    expect(await readiness(app.url)).toEqual({
      status: 200,
      wait: null,
      ready: true,
      checks: {
        process: { ok: true },
        database: { ok: true },
        release: { ok: true, id },
        dataAge: { ok: true, publishedAt, maxDays: null },
      },
    });
  });

  it('is lost to data older than MAX_DATA_AGE days', async () => {
    const days = Math.floor((Date.now() - Date.parse((await currentRelease()).publishedAt)) / 86_400_000);
    expect(await serving({ maxDataAge: days }, readiness)).toMatchObject({
      status: 503,
      wait: '5',
      ready: false,
      checks: { dataAge: { ok: false, days, maxDays: days } },
    });
    expect(await serving({ maxDataAge: days + 1 }, readiness)).toMatchObject({ status: 200, ready: true });
  });

  it('wants a release, and a database; to be alive takes neither', async () => {
    const empty = await createTestDatabase();
    const service = await startTestApp(empty);
    try {
      expect(await readiness(service.url)).toMatchObject({
        status: 503,
        checks: { database: { ok: true }, release: { ok: false, id: null } },
      });
      await empty.close();
      expect(await readiness(service.url)).toMatchObject({
        status: 503,
        ready: false,
        checks: { process: { ok: true }, database: { ok: false }, release: { ok: null } },
      });
      const alive = await fetch(`${service.url}/healthz`);
      expect([alive.status, await alive.json()]).toEqual([200, { alive: true }]);
      const metrics = await (await fetch(`${service.url}/metrics`)).text();
      expect(metrics).toContain('pharmacovigie_database_up 0\n');
      expect(metrics).not.toMatch(/^pharmacovigie_(release|ingestion)/m);
    } finally {
      await service.close();
      await empty.close();
    }
  });
});

describe('the metrics', () => {
  it('count answers by method, pattern and class, and what memory had', async () => {
    await serving({}, async (url) => {
      for (const path of ['/substances/00000', '/faq', '/faq', '/nowhere/anybody'])
        await (await fetch(url + path)).text();
      await fetch(`${url}/faq`, { method: 'PROPFIND' });
      const lines = await metricsOf(url);
      const requests = (method: string, route: string, status: string): unknown =>
        lines.get(`http_requests_total{method="${method}",route="${route}",status="${status}"}`);
      expect(requests('GET', '/faq', '2xx')).toBe(2);
      expect(requests('GET', '/substances/:code', '4xx')).toBe(1);
      expect(requests('GET', 'none', '4xx')).toBe(1);
      expect(requests('other', 'none', '4xx')).toBe(1);
      const seconds = `http_request_duration_seconds_count{method="GET",route="/faq",status="2xx"}`;
      expect(lines.get(seconds)).toBe(2);
      expect(lines.get('pharmacovigie_answer_cache_requests_total{outcome="hit"}')).toBe(1);
      expect(lines.get('pharmacovigie_answer_cache_requests_total{outcome="miss"}')).toBe(3);
      expect(lines.get('pharmacovigie_answer_cache_bytes')).toBeGreaterThan(1_000);
      expect([...lines.keys()].join('\n')).not.toMatch(/anybody|00000/);
    });
  });

  it('tell of the database, of the release and of the last run', async () => {
    const lines = await metricsOf(app.url);
    const { id, publishedAt, sources } = await currentRelease();
    expect(lines.get('pharmacovigie_database_up')).toBe(1);
    expect(lines.get('pharmacovigie_database_connections{state="total"}')).toBeGreaterThan(0);
    expect(lines.get('pharmacovigie_database_connections{state="waiting"}')).toBe(0);
    const age = lines.get(`pharmacovigie_release_age_seconds{release="${id}"}`) ?? 0;
    expect(Math.abs(age - (Date.now() - Date.parse(publishedAt)) / 1_000)).toBeLessThan(60);
    expect(lines.get('pharmacovigie_ingestion_runs{outcome="published"}')).toBe(1);
    expect(lines.get('pharmacovigie_ingestion_step_seconds{step="Publishing"}')).toBeGreaterThan(0);
    const rejected = [...lines].filter(([name]) => name.startsWith('pharmacovigie_release_rejected_rows{'));
    const all = sources.flatMap((source) => Object.values(source.rejected));
    expect(sum(rejected.map(([, value]) => value))).toBe(sum(all));
    expect(sum(all)).toBeGreaterThan(0);
    expect(lines.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('are for this machine alone, or for whoever knows the token', async () => {
    const forwarded = { 'X-Forwarded-For': '192.0.2.7' };
    const refused = await ask('/metrics', { headers: forwarded });
    expect([refused.status, await refused.text()]).toEqual([404, expect.stringContaining('<html')]);
    await serving({ metricsToken: TOKEN }, async (url) => {
      const status = async (headers: Record<string, string>): Promise<number> => {
        const answer = await fetch(`${url}/metrics`, { headers });
        // a connection whose answer is not read to its end would be waited for when the service stops
        await answer.arrayBuffer();
        return answer.status;
      };
      expect(await status({})).toBe(404);
      expect(await status({ authorization: `Bearer ${TOKEN}x` })).toBe(404);
      expect(await status({ authorization: `Bearer ${TOKEN}`, ...forwarded })).toBe(200);
    });
  });
});

interface Release {
  id: string;
  publishedAt: string;
  sources: { rejected: Record<string, number> }[];
}

let release: Promise<Release> | undefined;

/** Asked once: the limit is one request a minute. */
function currentRelease(): Promise<Release> {
  release ??= ask('/api/v1/releases/current').then(
    async (response) => ((await response.json()) as { data: Release }).data,
  );
  return release;
}

/** Each sample's name, with its labels, and its value. */
async function metricsOf(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
