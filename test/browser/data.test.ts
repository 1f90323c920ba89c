import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import type { ReleaseAnswer, SubstanceItem } from '../../src/queries/answers.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';
import { accessibilityFaults, overflow, startBrowser, type Window, withPage } from './browser.js';

let database: Database;
let app: TestApp;
let browser: Browser;
let release: ReleaseAnswer;
let substance: string;

beforeAll(async () => {
  database = await createPublishedDatabase(SMALL);
  app = await startTestApp(database, { rateLimit: 100_000 });
  browser = await startBrowser();
  release = await data<ReleaseAnswer>('/releases/current');
  substance = (await data<SubstanceItem[]>('/substances?sort=-cases'))[0]?.code ?? '';
  // sizes and rows are worked out when they are first asked for
  await data('/datasets');
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await database.close();
});

async function data<T>(path: string): Promise<T> {
  return ((await (await fetch(`${app.url}/api/v1${path}`)).json()) as { data: T }).data;
}

describe('a journalist who wants to know where a number comes from', () => {
  it('goes from the figure to the very file, and its hash', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.goto(`${app.url}/substances/${substance}`);
      const source = page.locator('figure .tools').filter({ hasText: 'BNPV' }).first();
      await source.getByRole('link', { name: /^Données du/ }).click();
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/donnees#sources');
      const file = release.sources.find(({ source: name }) => name === 'bnpv');
      const shown = page.locator('#sources li').filter({ hasText: file?.sha256 ?? 'no file' });
      const text = (await shown.innerText()).replaceAll(/[\s\u202f]/g, '');
      expect(text).toContain(file?.file.replace('bnpv/', ''));
      expect(text).toContain(`${String(file?.rowsRead)}ligneslues`);
    });
  });
  it('finds what a field means by its address, and the file of its table', async () => {
    await withPage(browser, { width: 375 }, async (page) => {
      await page.goto(`${app.url}/donnees#cases-by-year.percent`);
      expect(await page.locator('tr:target').innerText()).toContain('Part des déclarations');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'CSV de « Déclarations par année »', exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/cases-by-year\.csv$/);
    });
  });
});

describe.each<Window>([
  { width: 1280, colorScheme: 'light' },
  { width: 375, colorScheme: 'dark' },
])('the pages of data and of shortages, %j', (window) => {
  it.each(['/donnees', '/donnees?lang=en', '/ruptures', '/ruptures?liste=historique&lang=en'])(
    '%s has nothing that axe finds, and fits the window',
    async (path) => {
      await withPage(browser, window, async (page) => {
        await page.goto(app.url + path);
        expect([await accessibilityFaults(page), await overflow(page)]).toEqual([[], 0]);
      });
    },
  );
});
