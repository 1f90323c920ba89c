import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import type { Database } from '../../src/database/database.js';
import { Readers } from '../../src/database/readers.js';
import { Releases } from '../../src/releases/releases.js';
import { startTestApp, type TestApp } from '../support/app.js';
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

/** The bytes as they come, not unpacked. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(app.url + path, { method, headers }, (response) => {
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

  it('has the same bytes, headers and tag from memory', async () => {
    const address = `${path()}?population=female`;
    const [first, second] = [
      await ask(address, { 'accept-encoding': 'br' }),
      await ask(address, { 'accept-encoding': 'br' }),
    ];
    const lasting = ({ headers }: Raw): object =>
      Object.fromEntries(
        Object.entries(headers).filter(([name]) => !/^(date|ratelimit|x-request-id|server-timing)/.test(name)),
      );
    expect(lasting(second)).toEqual(lasting(first));
    expect(second.body.equals(first.body)).toBe(true);
    expect([second.headers['content-encoding'], second.headers['vary']]).toEqual(['br', 'accept-encoding']);
    const plain = await ask(address);
    expect(brotliDecompressSync(second.body).equals(plain.body)).toBe(true);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['etag']).not.toBe(second.headers['etag']);
  });

  it('answers 304 and HEAD from memory', async () => {
    const known = await ask(path(), { 'accept-encoding': 'gzip' });
    const tag = String(known.headers['etag']);
    const again = await ask(path(), { 'accept-encoding': 'gzip', 'if-none-match': tag });
    expect([again.status, again.body.length, again.headers['etag']]).toEqual([304, 0, tag]);
    const head = await ask(path(), { 'accept-encoding': 'gzip' }, 'HEAD');
    expect([head.status, head.body.length, head.headers['etag']]).toEqual([200, 0, tag]);
    expect(head.headers['content-length']).toBe(String(known.body.length));
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

describe('another release', () => {
  it('is answered from within two seconds, whoever published it', async () => {
    const release = async (): Promise<string> =>
      (JSON.parse((await ask('/api/v1/releases/current')).body.toString()) as { data: { id: string } }).data.id;
    const before = await release();
    const other = before === '1' ? '2' : '1';
    await new Releases(database.dataSource).activate(other);
    const deadline = Date.now() + 2_000;
    let now = await release();
    while (now === before && Date.now() < deadline) now = await release();
    expect(now).toBe(other);
  });
});
