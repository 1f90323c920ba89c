import type { Database } from '../../src/database/database.js';
import { Releases } from '../../src/releases/releases.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { addRelease } from '../support/releases.js';

/** What every answer bears, whatever it is. */
const EVERYWHERE = {
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';" +
    "base-uri 'none';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const OWN = 'same-origin';
const ALL = 'cross-origin';

describe('the headers of safety', () => {
  let database: Database;
  let app: TestApp;
  let assets: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    await new Releases(database.dataSource).activate(await addRelease(database.dataSource, 'sources'));
    app = await startTestApp(database, { baseUrl: 'https://figures.test' });
    const home = await (await fetch(`${app.url}/`)).text();
    assets = [...home.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  });

  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(app.url + path, { redirect: 'manual', ...init });

  function expectSafe({ headers, url }: Response, of: string): void {
    const found = Object.fromEntries(Object.keys(EVERYWHERE).map((name) => [name, headers.get(name)]));
    expect({ url, ...found }).toEqual({ url, ...EVERYWHERE });
    expect([headers.get('cross-origin-resource-policy'), headers.get('set-cookie')]).toEqual([of, null]);
  }

  it.each([
    ['/', 200, OWN],
    ['/recherche?q=x', 200, OWN],
    ['/versions.atom', 200, OWN],
    ['/sitemap.xml', 200, OWN],
    ['/robots.txt', 200, OWN],
    ['/donnees.jsonld', 200, OWN],
    ['/images/pharmacovigie.png', 200, ALL],
    ['/substance/00001', 301, OWN],
    ['/nowhere', 404, OWN],
    ['/healthz', 200, OWN],
    ['/readyz', 200, OWN],
    ['/metrics', 200, OWN],
    ['/api', 200, OWN],
    ['/api/v1/openapi.json', 200, ALL],
    ['/api/v1/substances', 200, ALL],
    ['/api/v1/datasets/substances.csv', 200, ALL],
    ['/api/v1/datasets/substances.parquet', 200, ALL],
    ['/api/v1/nowhere', 404, ALL],
    ['/api/v1/substances?page=0', 400, ALL],
  ])('are all on %s (%i)', async (path, status, of) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expectSafe(answer, of);
    // once more, from memory, and as an answer that has not changed
    expectSafe(await ask(path), of);
    const etag = answer.headers.get('etag');
    // those of the moment are not kept
    if (etag === null || answer.headers.get('cache-control') === 'no-store') return;
    const same = await ask(path, { headers: { 'if-none-match': etag } });
    expect(same.status).toBe(304);
    expectSafe(same, of);
  });

  it('are on scripts, styles and pictures of the site', async () => {
    expect(assets.map((path) => path.replace(/^.*\./, '')).sort()).toEqual(['css', 'js', 'svg']);
    for (const path of assets) expectSafe(await ask(path), OWN);
  });

  it('are on refusals and answers to OPTIONS', async () => {
    for (const method of ['POST', 'DELETE', 'OPTIONS', 'HEAD']) {
      expectSafe(await ask('/', { method }), OWN);
      expectSafe(await ask('/api/v1/substances', { method }), ALL);
    }
  });

  it.each(['/%zz', '/api/v1/%zz'])('are on %s, which no hook sees', async (path) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(400);
    for (const [name, value] of Object.entries(EVERYWHERE))
      if (name !== 'strict-transport-security') expect([name, headers.get(name)]).toEqual([name, value]);
  });

  it('ask for no https where there is none', async () => {
    const plain = await startTestApp(database, { baseUrl: 'http://figures.test' });
    const { headers } = await fetch(plain.url);
    await plain.close();
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
