import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import type { SubstanceItem } from '../../src/queries/answers.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';
import { startBrowser, withPage } from './browser.js';

/** What a page may cost its readers. Bytes are those on the wire, compressed, headers included. */
const BUDGET = { bytes: 100_000, firstPaint: 15_000, requests: 6, scriptSeconds: 0.3 };

let database: Database;
let app: TestApp;
let browser: Browser;
let paths: string[];

beforeAll(async () => {
  database = await createPublishedDatabase(LARGE);
  app = await startTestApp(database);
  browser = await startBrowser();
  const [substance, other] = await data<SubstanceItem[]>('/substances?sort=-cases&pageSize=2');
  if (substance === undefined || other === undefined) throw new Error('the generated data have two substances');
  const [speciality] = await data<{ cis: string }[]>(`/specialities?substance=${substance.code}`);
  paths = [
    '/',
    `/substances/${substance.code}`,
    `/specialites/${speciality?.cis ?? ''}`,
    '/substances',
    '/declarations',
    '/ruptures',
    `/comparer?substances=${substance.code},${other.code}`,
    '/donnees',
    '/methodologie',
  ];
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await database.close();
});

async function data<T>(path: string): Promise<T> {
  return ((await (await fetch(`${app.url}/api/v1${path}`)).json()) as { data: T }).data;
}

interface Cost {
  bytes: number;
  /** What a browser has to receive before it can paint the first screen: the stylesheet, and the page down to the end of its first section. */
  firstPaint: number;
  requests: number;
  scriptSeconds: number;
  /** Addresses outside the site. */
  elsewhere: string[];
}

/** Opens a page as a first visit does, down to its end, so that what loads late is loaded. */
async function costOf(page: Page, path: string): Promise<Cost> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Network.enable');
  await debug.send('Performance.enable');
  const cost: Cost = { bytes: 0, firstPaint: 0, requests: 0, scriptSeconds: 0, elsewhere: [] };
  const kinds = new Map<string, string>();
  debug.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    cost.requests += 1;
    if (!response.url.startsWith(app.url) && !response.url.startsWith('data:')) cost.elsewhere.push(response.url);
  });
  debug.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    cost.bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Stylesheet') cost.firstPaint += encodedDataLength;
  });
  const opened = await page.goto(app.url + path, { waitUntil: 'networkidle' });
  const html = (await opened?.text()) ?? '';
  const firstScreen = html.slice(0, html.indexOf('</section>', html.indexOf('<main')));
  cost.firstPaint += brotliCompressSync(firstScreen).length;
  // every figure comes by once: the charts of those that are open are drawn
  await page.evaluate("for (const figure of document.querySelectorAll('figure')) figure.scrollIntoView()");
  for (const figure of await page.locator('figure[data-line]:visible').all()) await figure.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  cost.scriptSeconds = await metric(debug, 'ScriptDuration');
  return cost;
}

async function metric(debug: CDPSession, name: string): Promise<number> {
  const { metrics } = await debug.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? NaN;
}

describe('a first visit', () => {
  it('costs no more than its budget, on any kind of page, and asks nobody else', async () => {
    const over: string[] = [];
    for (const path of paths) {
      await withPage(browser, { width: 1280 }, async (page) => {
        const cost = await costOf(page, path);
        for (const name of ['bytes', 'firstPaint', 'requests', 'scriptSeconds'] as const)
          if (!(cost[name] <= BUDGET[name])) over.push(`${path}: ${name} ${cost[name]} > ${BUDGET[name]}`);
        over.push(...cost.elsewhere.map((url) => `${path} asks ${url}`));
      });
    }
    expect(over).toEqual([]);
  });
});

describe('every page', () => {
  it('allows nothing inline, sets no cookie, and keeps its files for ever', async () => {
    for (const path of paths) {
      const answer = await fetch(app.url + path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect([path, policy.includes("default-src 'none'"), policy.includes('unsafe')]).toEqual([path, true, false]);
      expect([path, answer.headers.get('set-cookie')]).toEqual([path, null]);
      const html = await answer.text();
      // scripts are files; what stands in the page is data
      for (const [, attributes] of html.matchAll(/<script\b([^>]*)>/g))
        expect(attributes).toMatch(/ src="\/assets\/|type="application\/(ld\+)?json"/);
      expect(html).not.toMatch(/<[^>]+ (style|on[a-z]+)="/);
      for (const [, file] of html.matchAll(/"(\/assets\/[^"]+)"/g)) {
        const asset = await fetch(app.url + (file ?? ''));
        expect([file, asset.status, asset.headers.get('cache-control')]).toEqual([
          file,
          200,
          'public, max-age=31536000, immutable',
        ]);
      }
    }
  });
});
