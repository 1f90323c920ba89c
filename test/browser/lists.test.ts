import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';
import { accessibilityFaults, interfaceTexts, overflow, startBrowser, withPage, type Window } from './browser.js';

let database: Database;
let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  database = await createPublishedDatabase(LARGE);
  app = await startTestApp(database);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await database.close();
});

const asked = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);
const total = async (path: string): Promise<number> => {
  const answer = await fetch(`${app.url}/api/v1${path}`);
  return ((await answer.json()) as { meta: { total: number } }).meta.total;
};

describe.each<Window>([{ width: 1280 }, { width: 375, javaScriptEnabled: false }])(
  'the list of substances, %j',
  (window) => {
    it('filters, sorts and pages by links and a form, each of which keeps the rest', async () => {
      await withPage(browser, window, async (page) => {
        await page.goto(`${app.url}/substances`);
        const heads = page.locator('thead th');
        expect(await heads.nth(0).getAttribute('aria-sort')).toBe('ascending');
        await heads.nth(1).getByRole('link').click();
        expect([asked(page), await heads.nth(1).getAttribute('aria-sort')]).toEqual([
          { tri: 'declarations' },
          'descending',
        ]);
        await page.getByRole('link', { name: 'Page suivante' }).click();
        expect(asked(page)).toEqual({ tri: 'declarations', page: '2' });
        await page.getByRole('navigation', { name: 'Par première lettre' }).getByText('B', { exact: true }).click();
        expect(asked(page)).toEqual({ tri: 'declarations', lettre: 'B' });
        const names = await page.locator('tbody th').allInnerTexts();
        expect(names.map((name) => name[0])).toEqual(names.map(() => 'B'));
        const part = (names[0] ?? '').slice(0, 4).toLowerCase();
        await page.getByLabel('Nom', { exact: true }).fill(part);
        await page.getByRole('button', { name: 'Filtrer' }).click();
        expect(asked(page)).toMatchObject({ tri: 'declarations', lettre: 'B', q: part });
        const set = page.getByRole('list', { name: 'Filtres' });
        expect(await set.getByRole('link').count()).toBe(3);
        await set
          .getByRole('link')
          .filter({ hasText: `Nom : ${part}` })
          .click();
        expect(asked(page)).toEqual({ tri: 'declarations', lettre: 'B' });
        expect(await page.locator('tbody th').allInnerTexts()).toEqual(names);
      });
    });

    it('narrows to a class of the ATC, which stays chosen', async () => {
      await withPage(browser, window, async (page) => {
        await page.goto(`${app.url}/substances`);
        const choice = page.getByLabel('Classe ATC', { exact: true });
        await choice.selectOption({ index: 1 });
        const code = await choice.inputValue();
        await page.getByRole('button', { name: 'Filtrer' }).click();
        expect(asked(page)['atc']).toBe(code);
        expect(await choice.inputValue()).toBe(code);
        const found = await total(`/substances?atc=${code}`);
        expect((await page.locator('.lead').innerText()).replaceAll(/\s/g, ' ')).toMatch(
          new RegExp(`^${String(found)} substances? de la classe ATC ${code}`),
        );
      });
    });
  },
);

describe('lists with nothing to show', () => {
  it('lead back, to the first page or out of the filters', async () => {
    await withPage(browser, { width: 375 }, async (page) => {
      await page.goto(`${app.url}/specialites?q=zzzzzz`);
      expect(await page.locator('main').innerText()).toContain('Aucun médicament ici.');
      await page.getByRole('link', { name: 'Chercher « zzzzzz » partout' }).click();
      expect(asked(page)).toEqual({ q: 'zzzzzz' });
      await page.goto(`${app.url}/specialites?lettre=B&page=99`);
      await page.getByRole('link', { name: 'Revenir à la première page' }).click();
      expect(asked(page)).toEqual({ lettre: 'B' });
      expect(await page.locator('.specialities > li').count()).toBeGreaterThan(0);
    });
  });
});

describe('whole tables', () => {
  it.each(['substances', 'specialites'])('can be taken away from /%s', async (path) => {
    const html = await (await fetch(`${app.url}/${path}`)).text();
    const address = /href="(\/api\/v1\/datasets\/[^"]+\.csv)"/.exec(html)?.[1] ?? '';
    const answer = await fetch(app.url + address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/csv/)]);
  });
});

describe.each<Window>([
  { width: 1280, colorScheme: 'light' },
  { width: 375, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
])('the lists, %j', (window) => {
  it('fit their window and have no fault of accessibility', async () => {
    const faults: string[] = [];
    await withPage(browser, window, async (page) => {
      for (const path of [
        '/substances',
        '/substances?tri=declarations&lettre=B',
        '/specialites?lang=en&q=mg',
        '/substances?q=zzzzzz',
      ]) {
        await page.goto(app.url + path);
        for (const fault of await accessibilityFaults(page)) faults.push(`${path} ${fault}`);
        if ((await overflow(page)) > 0) faults.push(`${path} is wider than its window`);
      }
    });
    expect(faults).toEqual([]);
  });
});

describe('the lists in English', () => {
  it('say nothing in French but what is marked as French', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      for (const path of [
        '/substances?lettre=B',
        '/specialites?lettre=B&page=9',
        '/specialites?q=mg',
        '/substances?q=zzzzzz',
      ]) {
        await page.goto(app.url + path);
        const french = await interfaceTexts(page);
        await page.goto(`${app.url}${path}&lang=en`);
        const english = await interfaceTexts(page);
        const both = english.filter((text) => /\p{L}{3}/u.test(text) && french.includes(text));
        expect([path, new Set(both)]).toEqual([path, new Set(NAMES.filter((name) => both.includes(name)))]);
      }
    });
  });
});

/** What is called the same in both languages. */
const NAMES = ['Pharmacovigie', 'Licence Ouverte 2.0', 'Substances', 'Substance'];
