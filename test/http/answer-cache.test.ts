import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { Database } from '../../src/database/database.js';
import { Readers } from '../../src/database/readers.js';
import { Releases } from '../../src/releases/releases.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { within } from '../support/own-server.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';

let database: Database;
let app: TestApp;
let code: string;
/** Sees the questions that the service puts to the database. */
const questions = jest.spyOn(Readers.prototype, 'query');

beforeAll(async () => {
  database = await createPublishedDatabase(SMALL, { ...SMALL, seed: 2 });
  app = await startTestApp(database);
  const answer = (await (await fetch(`${app.url}/api/v1/substances?sort=-cases`)).json()) as {
    data: { code: string }[];
  };
  code = answer.data[0]?.code ?? '';
});
afterAll(async () => {
  await app.close();
  await database.close();
});

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** The bytes as they come, not unpacked; on a connection of its own. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', url = app.url): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** All that a client gets, but for what is of one request alone: its name is there, and its value need not be the same. */
function got({ status, headers, body }: Raw): object {
  const alone = /^(?:date|ratelimit-(?:remaining|reset)|x-request-id|server-timing)$/;
  const lasting = Object.entries(headers).map(([name, value]) => [name, alone.test(name) ? null : value]);
  return { status, headers: Object.fromEntries(lasting) as object, body: body.toString('base64') };
}

/** How many questions the database gets while work is done. */
async function counted(work: () => Promise<unknown>): Promise<number> {
  const before = questions.mock.calls.length;
  await work();
  return questions.mock.calls.length - before;
}

describe.each([
  ['page', (): string => `/substances/${code}`],
  ['answer of the interface', (): string => `/api/v1/substances/${code}`],
])('a %s', (_, path) => {
  it('asks the database at most three things at first, and nothing from then on', async () => {
    expect(await counted(() => ask(path(), { 'accept-encoding': 'br' }))).toBeLessThanOrEqual(3);
    expect(await counted(() => ask(path(), { 'accept-encoding': 'br' }))).toBe(0);
  });

  it.each([
    ['identity', (bytes: Buffer): Buffer => bytes],
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is the same from memory, header for header (%s)', async (encoding, unpack) => {
    const accepts = { 'accept-encoding': encoding };
    const [female, adults] = [`${path()}?population=female`, `${path()}?population=20-59`];
    const kept = async (raw: Promise<Raw>): Promise<object> => {
      const answer = await raw;
      expect(answer.headers['server-timing']).toMatch(/^cache;desc=hit, total;dur=\d+\.\d$/);
      return got(answer);
    };
    const made = await ask(female, accepts);
    expect(made.headers['server-timing']).toMatch(/^cache;desc=miss, db;/);
    expect(made.headers['content-encoding'] ?? 'identity').toBe(encoding);
    expect(unpack(made.body).equals((await ask(female)).body)).toBe(true);
    expect(await kept(ask(female, accepts))).toEqual(got(made));
    expect(await kept(ask(female, accepts, 'HEAD'))).toEqual({ ...got(made), body: '' });
    const known = await ask(adults, { ...accepts, 'if-none-match': '*' });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    expect(await kept(ask(adults, { ...accepts, 'if-none-match': String(known.headers['etag']) }))).toEqual(got(known));
  });

  it('is made once for a crowd', async () => {
    const address = `${path()}?population=male`;
    const alone = await counted(() => ask(`${path()}?population=60%2B`));
    let answers: Raw[] = [];
    const together = await counted(async () => {
      answers = await Promise.all(Array.from({ length: 20 }, () => ask(address)));
    });
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.toString('base64')}`)).size).toBe(1);
    expect(together).toBeLessThanOrEqual(alone);
  });
});

describe('what is not kept', () => {
  it('is an answer that says that something is wrong', async () => {
    const wrong = `/api/v1/substances/${code}?population=nobody`;
    expect((await ask(wrong)).status).toBe(400);
    expect((await ask(wrong)).status).toBe(400);
    expect((await ask('/substances/00000')).status).toBe(404);
    expect(await counted(() => ask('/substances/00000'))).toBeGreaterThan(0);
  });
});

it('counts and refuses those that memory answers as all others', async () => {
  const limited = await startTestApp(database, { rateLimit: 3 });
  try {
    const path = '/api/v1/organ-classes';
    const answers: Raw[] = [];
    for (const method of ['GET', 'GET', 'HEAD', 'GET', 'OPTIONS', 'GET'])
      answers.push(await ask(path, {}, method, limited.url));
    const left = answers.map(({ status, headers }) => [status, headers['ratelimit-remaining']]);
    expect(left).toEqual([
      [200, '2'],
      [200, '1'],
      [200, '0'],
      [429, '0'],
      [204, undefined],
      [429, '0'],
    ]);
    const { headers } = answers[3] as Raw;
    expect([headers['retry-after'], headers['access-control-allow-origin'], headers['cache-control']]).toEqual([
      headers['ratelimit-reset'],
      '*',
      'no-store',
    ]);
    expect((await ask('/', {}, 'GET', limited.url)).status).toBe(200);
  } finally {
    await limited.close();
  }
});

describe('another release', () => {
  it('is answered from within two seconds, whoever published it', async () => {
    const release = async (): Promise<string> =>
      (JSON.parse((await ask('/api/v1/releases/current')).body.toString()) as { data: { id: string } }).data.id;
    const other = (await release()) === '1' ? '2' : '1';
    await new Releases(database.dataSource).activate(other);
    await within(2_000, async () => (await release()) === other);
  });
});
