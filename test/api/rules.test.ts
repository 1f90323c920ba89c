import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';

interface Raw {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** As it comes over the wire: fetch would decompress it. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const lines = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(lines), body: Buffer.concat(chunks) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('the rules of the interface', () => {
  let database: Database;
  let app: TestApp;
  let long: string;
  beforeAll(async () => {
    database = await createPublishedDatabase(LARGE);
    app = await startTestApp(database);
    long = `${app.url}/api/v1/specialities?pageSize=50`;
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  describe('entity tags', () => {
    it('are strong, the same for the same answer, different for different bytes', async () => {
      const plain = await ask(long);
      const gzip = await ask(long, { 'accept-encoding': 'gzip' });
      const brotli = await ask(long, { 'accept-encoding': 'gzip, br' });
      expect(plain.headers['etag']).toMatch(/^"[\w-]{43}"$/);
      expect((await ask(long)).headers['etag']).toBe(plain.headers['etag']);
      expect(new Set([plain, gzip, brotli].map((answer) => answer.headers['etag'])).size).toBe(3);
      expect(gzip.headers['content-encoding']).toBe('gzip');
      expect(brotli.headers['content-encoding']).toBe('br');
      expect(gunzipSync(gzip.body)).toEqual(plain.body);
      expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
      for (const answer of [plain, gzip, brotli]) expect(answer.headers['vary']).toBe('accept-encoding');
    });

    it.each(['', 'gzip', 'br'])('save the body of an answer that has not changed (%s)', async (encoding) => {
      const first = await ask(long, { 'accept-encoding': encoding });
      const etag = first.headers['etag'] ?? '';
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask(long, { 'accept-encoding': encoding, 'if-none-match': known });
        expect(again.status).toBe(304);
        expect(again.body).toHaveLength(0);
        expect(again.headers['etag']).toBe(etag);
        expect(again.headers['cache-control']).toBe(
          'public, max-age=60, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400',
        );
        expect(again.headers['vary']).toBe('accept-encoding');
        expect(again.headers['content-encoding']).toBeUndefined();
      }
    });

    it('of another encoding or another answer save nothing', async () => {
      const gzip = (await ask(long, { 'accept-encoding': 'gzip' })).headers['etag'] ?? '';
      expect((await ask(long, { 'if-none-match': gzip })).status).toBe(200);
      expect((await ask(long, { 'if-none-match': '"other"' })).status).toBe(200);
    });
  });

  it('answers HEAD as GET, without the body', async () => {
    const get = await ask(long);
    const head = await ask(long, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    for (const name of [
      'etag',
      'content-type',
      'content-length',
      'cache-control',
      'vary',
      'access-control-allow-origin',
    ])
      expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
    const known = await ask(long, { 'if-none-match': get.headers['etag'] ?? '' }, 'HEAD');
    expect(known.status).toBe(304);
  });

  it('answers OPTIONS, and lets pages of other sites ask', async () => {
    const preflight = await ask(
      long,
      {
        origin: 'https://example.org',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
      'OPTIONS',
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers['allow']).toBe('GET, HEAD, OPTIONS');
    expect(preflight.headers['access-control-allow-origin']).toBe('*');
    expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
    expect(preflight.headers['access-control-allow-headers']).toContain('If-None-Match');
    const answer = await ask(long, { origin: 'https://example.org' });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-expose-headers']).toContain('RateLimit-Remaining');
    expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses %s', async (method) => {
    const answer = await ask(long, {}, method);
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD, OPTIONS');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('keeps everything on this site, and says nothing of what it is made with', async () => {
    for (const path of ['/api/v1/substances', '/', '/nowhere']) {
      const { headers } = await ask(app.url + path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types 'none'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['server']).toBeUndefined();
    }
  });

  it('counts the requests of a client in the interface only', async () => {
    const limited = await startTestApp(database, { rateLimit: 3 });
    try {
      const url = `${limited.url}/api/v1/organ-classes`;
      const left = [];
      for (const path of ['/api/v1/organ-classes', '/api/v1/nowhere', '/', '/api/v1/organ-classes'])
        left.push((await ask(limited.url + path)).headers['ratelimit-remaining']);
      expect(left).toEqual(['2', '1', undefined, '0']);
      const refused = await ask(url);
      expect(refused.status).toBe(429);
      expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(refused.headers['ratelimit-limit']).toBe('3');
      expect(refused.headers['ratelimit-remaining']).toBe('0');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
      expect(JSON.parse(refused.body.toString())).toMatchObject({ status: 429, title: 'Too Many Requests' });
      // the address of a client that a proxy of this machine names counts for itself
      expect((await ask(url, { 'x-forwarded-for': '192.0.2.7' })).status).toBe(200);
      expect((await ask(`${limited.url}/`)).status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  const PUBLIC = 'public, max-age=60, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400';

  it.each(['/', '/substances', '/api/v1/substances', '/api/v1/datasets/substances.csv', '/ruptures.atom'])(
    '%s may be kept, has a strong tag, and varies by encoding alone',
    async (path) => {
      const plain = await ask(app.url + path);
      expect([plain.status, plain.headers['cache-control']]).toEqual([200, PUBLIC]);
      expect(plain.headers['etag']).toMatch(/^"[^"]+"$/);
      expect(plain.headers['vary']).toBe('accept-encoding');
      const zipped = await ask(app.url + path, { 'accept-encoding': 'gzip' });
      expect([zipped.headers['content-encoding'], zipped.headers['vary']]).toEqual(['gzip', 'accept-encoding']);
      expect(zipped.headers['etag']).not.toBe(plain.headers['etag']);
      const again = await ask(app.url + path, { 'if-none-match': plain.headers['etag'] ?? '' });
      expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([304, 0, PUBLIC]);
      const head = await ask(app.url + path, {}, 'HEAD');
      expect([head.status, head.body.length]).toEqual([200, 0]);
      for (const name of ['etag', 'content-type', 'cache-control', 'vary'])
        expect([name, head.headers[name]]).toEqual([name, plain.headers[name]]);
    },
  );

  it.each(['/nowhere', '/api/v1/nowhere', '/api/v1/substances?page=0', '/api/v1/substances/00000'])(
    '%s may not be kept, and has no tag',
    async (path) => {
      const { status, headers } = await ask(app.url + path);
      expect([400, 404]).toContain(status);
      expect([headers['cache-control'], headers['etag']]).toEqual(['no-store', undefined]);
    },
  );

  it('links the pages of a list, and the licence, in a header too', async () => {
    const { headers, body } = await ask(`${app.url}/api/v1/substances?page=2&pageSize=5`);
    const { links, meta } = JSON.parse(body.toString()) as {
      links: { prev: string; next: string };
      meta: Record<string, string>;
    };
    expect(headers['link']).toBe(
      `<${links.prev}>; rel="prev", <${links.next}>; rel="next", <${meta['licenceUrl']}>; rel="license"`,
    );
    expect(meta).toMatchObject({
      licence: 'etalab-2.0',
      attribution: `Pharmacovigie, version ${meta['release']} du 2 mars 2025 : données fictives, pour démonstration.`,
    });
    const first = (await ask(`${app.url}/api/v1/substances`)).headers['link'];
    expect(first).not.toContain('rel="prev"');
  });

  it.each(['/', '/substances', '/assets/none', '/nowhere'])('%s can only be read', async (path) => {
    const options = await ask(app.url + path, {}, 'OPTIONS');
    expect([options.status, options.headers['allow']]).toEqual([204, 'GET, HEAD, OPTIONS']);
    for (const method of ['POST', 'DELETE', 'PROPFIND']) {
      const { status, headers } = await ask(app.url + path, {}, method);
      expect([method, status, headers['allow']]).toEqual([method, 405, 'GET, HEAD, OPTIONS']);
    }
  });

  it.each([
    ['/api/v1/substances?q=%ff', 400, 'Parameter "q" must be UTF-8 text'],
    ['/api/v1/shortages?laboratory=a%00', 400, 'Parameter "laboratory" must be UTF-8 text'],
    ['/api/v1/substances?%00=1', 400, 'Parameter "" must be UTF-8 text'],
    ['/api/v1/specialities/%00', 404, 'Nothing is at this address.'],
    ['/api/v1/%zz', 400, 'This address is not percent-encoded UTF-8.'],
    ['/ruptures?laboratory=%00', 400, '<html'],
    ['/substances/%00', 404, '<html'],
    ['/%zz', 400, '<html'],
  ])('%s is no text: %i', async (path, status, detail) => {
    const answer = await ask(app.url + path);
    expect(answer.status).toBe(status);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const said = answer.body.toString();
    expect(path.startsWith('/api/') ? (JSON.parse(said) as { detail: string }).detail : said).toContain(detail);
  });

  it('gives people a page where nothing is, and programs a problem', async () => {
    const page = await ask(`${app.url}/nowhere?q=1`);
    expect(page.status).toBe(404);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const problem = await ask(`${app.url}/api/v1/nowhere?q=1`);
    expect(problem.status).toBe(404);
    expect(JSON.parse(problem.body.toString())).toEqual({
      type: 'about:blank',
      status: 404,
      title: 'Not Found',
      detail: 'Nothing is at /api/v1/nowhere. The addresses are described at /api/v1/openapi.json.',
    });
    expect((await ask(`${app.url}/api/v1/substances/%zz`)).status).toBe(400);
  });

  it('says nothing of what happened inside', async () => {
    const broken = await createTestDatabase();
    const lines: string[] = [];
    const log = { format: 'json', level: 'warn', write: (line: string) => lines.push(line) } as const;
    const brokenApp = await startTestApp(broken, {}, { log });
    try {
      await broken.dataSource.query('ALTER TABLE published_release RENAME TO lost');
      const answer = await ask(`${brokenApp.url}/api/v1/substances`);
      expect(answer.status).toBe(500);
      expect(JSON.parse(answer.body.toString())).toEqual({
        type: 'about:blank',
        status: 500,
        title: 'Internal Server Error',
        detail: 'Something went wrong on our side.',
      });
      const page = await ask(`${brokenApp.url}/substances`);
      expect(page.status).toBe(500);
      expect(page.body.toString()).not.toMatch(/published_release|node_modules/);
      const fault = JSON.parse(lines[0] ?? '') as { level: string; requestId: string; error: { stack: string } };
      expect([fault.level, fault.requestId]).toEqual(['error', answer.headers['x-request-id']]);
      expect(fault.error.stack).toContain('relation "published_release" does not exist\n    at ');
    } finally {
      await brokenApp.close();
      await broken.close();
    }
  });
});
