import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page, Request, Route } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import type { SubstanceItem } from '../../src/queries/answers.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';
import { accessibilityFaults, interfaceTexts, overflow, startBrowser, withPage, type Window } from './browser.js';

let database: Database;
let app: TestApp;
let browser: Browser;
/** The substance with most declarations. */
let common: SubstanceItem;

beforeAll(async () => {
  database = await createPublishedDatabase(LARGE);
  app = await startTestApp(database);
  browser = await startBrowser();
  const answer = await fetch(`${app.url}/api/v1/substances?sort=-cases&pageSize=1`);
  const [first] = ((await answer.json()) as { data: SubstanceItem[] }).data;
  if (first === undefined) throw new Error('the generated data have no substance');
  common = first;
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await database.close();
});

const FIELD = '.find input[type=search]';
const OPTION = '.suggest [role=option]';
const typed = (): string => common.name.toLowerCase();
/** Opens a page and types into its search, as people do. */
async function type(page: Page, path: string, text: string): Promise<void> {
  await page.goto(app.url + path);
  await page.locator(FIELD).focus();
  await page.keyboard.type(text);
}

describe('the suggestions', () => {
  it('are gone through by keyboard alone, and lead to the page that is chosen', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await type(page, '/', typed());
      const field = page.getByRole('combobox');
      const options = page.locator(OPTION);
      await options.first().waitFor();
      expect(await field.getAttribute('aria-expanded')).toBe('true');
      expect(await field.getAttribute('aria-controls')).toBe(await page.getByRole('listbox').getAttribute('id'));
      expect(await field.getAttribute('aria-activedescendant')).toBeNull();
      const count = await options.count();
      expect(await page.getByRole('status').textContent()).toMatch(new RegExp(`^${String(count)} suggestions?, `));
      await page.keyboard.press('ArrowUp');
      expect(await field.getAttribute('aria-activedescendant')).toBe(await options.last().getAttribute('id'));
      // past the last comes what was typed, then the first
      await page.keyboard.press('ArrowDown');
      expect(await field.getAttribute('aria-activedescendant')).toBeNull();
      await page.keyboard.press('ArrowDown');
      expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
      expect(await page.locator('[aria-selected=true]').allInnerTexts()).toEqual([await options.first().innerText()]);
      expect(await options.first().locator('mark').allInnerTexts()).toEqual(common.name.match(/\p{L}+/gu));
      await page.keyboard.press('Enter');
      await page.waitForURL(`${app.url}/substances/${common.code}`);
    });
  });

  it('close with Escape, which keeps what was typed; Enter then gives all results', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await type(page, '/specialites', typed());
      await page.locator(OPTION).first().waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator(OPTION).count()).toBe(0);
      const field = page.locator(FIELD);
      expect([await field.getAttribute('aria-expanded'), await field.inputValue()]).toEqual(['false', typed()]);
      await page.keyboard.press('ArrowDown');
      await page.locator(OPTION).first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/recherche\?q=/);
      expect(await page.locator('#substances + p + .results mark').first().innerText()).not.toBe('');
    });
  });

  it('are tapped', async () => {
    await withPage(browser, { width: 375, hasTouch: true }, async (page) => {
      await page.goto(app.url);
      await page.locator(FIELD).tap();
      await page.keyboard.type(typed());
      await page.locator(OPTION).first().tap();
      await page.waitForURL(`${app.url}/substances/${common.code}`);
    });
  });

  it('say when there are none, to those who see and to those who listen', async () => {
    await withPage(browser, { width: 375 }, async (page) => {
      await type(page, '/', 'zzzzzz');
      const status = page.getByText('Aucun nom ne ressemble à « zzzzzz ».');
      await status.waitFor();
      expect((await status.boundingBox())?.width).toBeGreaterThan(200);
      expect(await status.getAttribute('role')).toBe('status');
      expect(await page.locator(FIELD).getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('status').textContent()).toBe('');
    });
  });

  it('never come from what is no longer typed', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      const held: Route[] = [];
      let letGo = (): void => undefined;
      const early = new Promise<void>((resolve) => (letGo = resolve));
      await page.route('**/api/v1/search?q=zz&*', (route) => {
        held.push(route);
        letGo();
      });
      await type(page, '/', 'zz');
      await early;
      const dropped = page.waitForEvent('requestfailed', (request: Request) => request.url().includes('q=zz&'));
      await page.locator(FIELD).fill(typed());
      expect((await dropped).failure()?.errorText).toBe('net::ERR_ABORTED');
      expect(held).toHaveLength(1);
      await page.locator(OPTION).first().waitFor();
      expect(await page.locator(OPTION).first().innerText()).toContain(common.name);
    });
  });

  it('load their script with the first use of a field, and not before', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      const scripts: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
      });
      await page.goto(app.url, { waitUntil: 'networkidle' });
      expect(scripts.filter((path) => path.includes('suggest'))).toEqual([]);
      const loaded = page.waitForRequest(/\/assets\/suggest-/);
      await page.locator(FIELD).focus();
      await loaded;
    });
  });

  it('speak English on pages in English, and lead on in it', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await type(page, '/substances?lang=en', typed());
      const first = page.locator(OPTION).first();
      await first.waitFor();
      expect(await first.locator('small').innerText()).toBe('Substance');
      expect(await first.getAttribute('href')).toBe(`/substances/${common.code}?lang=en`);
      expect(await page.getByRole('status').textContent()).toContain('use the up and down arrows');
    });
  });

  it('have no fault of accessibility while they are open', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await withPage(browser, { width: 375, colorScheme }, async (page) => {
        await type(page, '/', typed());
        await page.locator(OPTION).first().waitFor();
        await page.keyboard.press('ArrowDown');
        expect(await accessibilityFaults(page)).toEqual([]);
      });
  });
});

describe('the search without JavaScript', () => {
  it('gives results, with what was typed marked, and the nearest spelling', async () => {
    await withPage(browser, { width: 375, javaScriptEnabled: false }, async (page) => {
      await page.goto(app.url);
      await page.getByRole('searchbox').fill(typed());
      await page.getByRole('button', { name: 'Chercher' }).click();
      expect(await page.locator('h1').innerText()).toContain(`« ${typed()} »`);
      const link = page.locator('.results').getByRole('link', { name: common.name, exact: true });
      expect(await link.first().locator('mark').first().innerText()).not.toBe('');
      const [first = '', ...rest] = typed();
      await page.goto(
        `${app.url}/recherche?q=${encodeURIComponent([...rest.slice(0, 1), first, ...rest.slice(1)].join(''))}`,
      );
      expect(await page.locator('.lead').innerText()).toBe(
        `Résultats pour «\u00a0${typed()}\u00a0», l’orthographe la plus proche.`,
      );
    });
  });
});

describe.each<Window>([
  { width: 1280, colorScheme: 'light' },
  { width: 375, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
])('the home page and the search, %j', (window) => {
  it('fit their window, show the search at once, and have no fault of accessibility', async () => {
    const faults: string[] = [];
    await withPage(browser, window, async (page) => {
      for (const path of ['/', '/?lang=en', `/recherche?q=${typed()}`, '/recherche?q=zzzzzz&lang=en', '/recherche']) {
        await page.goto(app.url + path);
        for (const fault of await accessibilityFaults(page)) faults.push(`${path} ${fault}`);
        if ((await overflow(page)) > 0) faults.push(`${path} is wider than its window`);
        const search = await page.locator('.find').first().boundingBox();
        if (search === null || search.y + search.height > 700) faults.push(`${path} opens below its search`);
      }
    });
    expect(faults).toEqual([]);
  });
});

describe('the home page and the search in English', () => {
  it('say nothing in French', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      for (const path of ['/?', `/recherche?q=${typed()}`, '/recherche?q=zzzzzz', '/recherche?']) {
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
const NAMES = ['Pharmacovigie', 'Open Medic', 'Licence Ouverte 2.0', 'Substances', 'Substance', '1\u00a0substance'];
