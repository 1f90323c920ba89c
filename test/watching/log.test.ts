import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { lineOf, type LogTarget, serviceLog } from '../../src/watching/log-target.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { addRelease } from '../support/releases.js';
import { Releases } from '../../src/releases/releases.js';

let database: Database;
let app: TestApp;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await new Releases(database.dataSource).activate(await addRelease(database.dataSource, '/srv/sources'));
  app = await startTestApp(database, {}, { log: logTo(lines) });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

function logTo(written: string[], format: LogTarget['format'] = 'json'): LogTarget {
  return serviceLog(format, (line) => written.push(line));
}

/** Asks, and gives the lines that were written of it. */
async function logged(path: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>[]> {
  lines.splice(0);
  await (await fetch(app.url + path, { headers })).text();
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('has one line a request: neither who asked, nor for which words, nor by what program', async () => {
    const headers = { 'User-Agent': 'a-program/1', 'X-Forwarded-For': '192.0.2.7' };
    const written = await logged('/recherche?q=a-secret-illness', headers);
    expect(written).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        message: 'request',
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        method: 'GET',
        route: '/recherche',
        status: 200,
        milliseconds: expect.any(Number),
        bytes: expect.any(Number),
        cache: 'miss',
      },
    ]);
    expect(written[0]?.['bytes']).toBeGreaterThan(1_000);
    const again = await logged('/recherche?q=a-secret-illness');
    expect(again.map(({ route, cache }) => [route, cache])).toEqual([['/recherche', 'hit']]);
    const nowhere = await logged('/a-secret-illness');
    expect(nowhere.map(({ route, status }) => [route, status])).toEqual([[null, 404]]);
  });

  it('says nothing of those who watch, unless something is wrong', async () => {
    expect(await logged('/healthz')).toEqual([]);
    expect(await logged('/readyz')).toEqual([]);
    expect(await logged('/metrics', { 'X-Forwarded-For': '192.0.2.7' })).toEqual([
      expect.objectContaining({ route: null, status: 404 }),
    ]);
  });

  it.each([
    ['takes the number of a request that a proxy gave', '0af7651916cd43dd8448eb211c80319c', true],
    ['takes no other text for one', 'a b', false],
    ['takes nothing that long for one', 'a'.repeat(101), false],
  ])('%s', async (_, given, isTaken) => {
    lines.splice(0);
    const response = await fetch(`${app.url}/faq`, { headers: { 'X-Request-Id': given } });
    const id = response.headers.get('x-request-id');
    expect(id === given).toBe(isTaken);
    expect(lines.map((line) => (JSON.parse(line) as { requestId: string }).requestId)).toEqual([id]);
  });

  it('has the stack of a fault for the operator, and the answer only its number', async () => {
    await database.dataSource.query('ALTER TABLE substance RENAME TO lost');
    try {
      lines.splice(0);
      const response = await fetch(`${app.url}/api/v1/substances`);
      const body = await response.text();
      expect([response.status, JSON.parse(body)]).toEqual([500, expect.objectContaining({ status: 500 })]);
      expect(body).not.toMatch(/lost|substance" does|\.js|node_modules/);
      const [fault, request] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      const requestId = response.headers.get('x-request-id');
      expect(fault).toMatchObject({
        level: 'error',
        requestId,
        error: { stack: expect.stringContaining('\n    at ') },
      });
      expect(request).toMatchObject({ level: 'info', requestId, status: 500 });
    } finally {
      await database.dataSource.query('ALTER TABLE lost RENAME TO substance');
    }
  });

  it('is for people where they look on: their lines as they are, and of requests only the faults', async () => {
    const written: string[] = [];
    const target = logTo(written, 'text');
    expect(lineOf(target, 'Ready: http://127.0.0.1:3000')).toBe('Ready: http://127.0.0.1:3000');
    const json = JSON.parse(lineOf(logTo([]), 'Ready: http://127.0.0.1:3000')) as object;
    expect(json).toMatchObject({ level: 'info', message: 'Ready: http://127.0.0.1:3000' });
    const broken = await createTestDatabase();
    const service = await startTestApp(broken, {}, { log: target });
    try {
      await fetch(`${service.url}/faq`);
      expect(written).toEqual([]);
      await broken.dataSource.query('ALTER TABLE published_release RENAME TO lost');
      await fetch(`${service.url}/api/v1/substances`);
      expect(written).toEqual([
        expect.stringMatching(/^\d\d:\d\d:\d\d error fault requestId=[\da-f-]{36}\n.*published_release.*\n {4}at /),
      ]);
    } finally {
      await service.close();
      await broken.close();
    }
  });
});

describe('Server-Timing', () => {
  it('says where the time went, and leaves the tag and what is kept alone', async () => {
    const ask = async (): Promise<(string | null)[]> => {
      const { headers } = await fetch(`${app.url}/substances?letter=E`);
      return [headers.get('server-timing'), headers.get('etag')];
    };
    const [made, tag] = await ask();
    expect(made).toMatch(/^cache;desc=miss, db;dur=[\d.]+, render;dur=[\d.]+, total;dur=[\d.]+$/);
    const [db = 0, render = 0, total = 0] = [...(made ?? '').matchAll(/dur=([\d.]+)/g)].map(([, each]) => Number(each));
    expect(db).toBeGreaterThan(0);
    expect(Math.abs(db + render - total)).toBeLessThan(0.2);
    const [kept, keptTag] = await ask();
    expect(kept).toMatch(/^cache;desc=hit, total;dur=[\d.]+$/);
    expect(keptTag).toBe(tag);
  });
});
