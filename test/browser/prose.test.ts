import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';
import { accessibilityFaults, overflow, startBrowser, withPage, type Window } from './browser.js';

const BASE_URL = 'http://localhost:3000';
const PAGES = ['/methodologie', '/faq', '/a-propos', '/accessibilite', '/mentions-legales', '/api', '/nulle-part'];
const IN_BOTH = PAGES.flatMap((path) => [path, `${path}?lang=en`]);

let database: Database;
let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  database = await createPublishedDatabase(SMALL);
  app = await startTestApp(database, { baseUrl: BASE_URL, publisherContact: 'contact@site.test' });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await database.close();
});

const text = async (path: string): Promise<string> => (await fetch(app.url + path)).text();

describe.each<Window>([
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
])('the pages of running text, %j', (window) => {
  it('fit their window and have no fault of accessibility that axe-core knows, in both languages', async () => {
    const faults: string[] = [];
    await withPage(browser, window, async (page) => {
      for (const path of IN_BOTH) {
        await page.goto(app.url + path);
        for (const fault of await accessibilityFaults(page)) faults.push(`${path} ${fault}`);
        if ((await overflow(page)) > 0) faults.push(`${path} is wider than its window`);
      }
    });
    expect(faults).toEqual([]);
  });
});

it('the pages of running text fit a phone', async () => {
  const wide: string[] = [];
  await withPage(browser, { width: 375 }, async (page) => {
    for (const path of IN_BOTH) {
      await page.goto(app.url + path);
      if ((await overflow(page)) > 0) wide.push(path);
    }
  });
  expect(wide).toEqual([]);
});

/** Internal links of what a page says, each with the ids that are expected where they lead. */
function internalLinks(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]* href="([/#][^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
  );
}

describe('every link of these pages', () => {
  it('leads to a page of the site, and to a section that it has', async () => {
    const known = new Map<string, { status: number; body: string }>();
    const open = async (address: string): Promise<{ status: number; body: string }> => {
      const answer = await fetch(app.url + address);
      const made = { status: answer.status, body: await answer.text() };
      known.set(address, made);
      return made;
    };
    const dead: string[] = [];
    for (const path of IN_BOTH) {
      for (const link of internalLinks(await text(path))) {
        const [address = '', hash] = link.startsWith('#') ? [path, link.slice(1)] : link.split('#');
        const { status, body } = known.get(address) ?? (await open(address));
        const isRightStatus = status < 400 || address.startsWith('/nulle-part');
        if (!isRightStatus) dead.push(`${path} → ${link} (${String(status)})`);
        else if (hash !== undefined && !body.includes(` id="${hash}"`))
          dead.push(`${path} → ${link} (no such section)`);
      }
    }
    expect(dead).toEqual([]);
  });
});

describe('a page in English', () => {
  it.each(PAGES)('has no French words of the interface outside lang="fr" (%s)', async (path) => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.goto(`${app.url}${path}?lang=en`);
      const words = await page.evaluate<string>(
        `document.querySelectorAll('[lang="fr"], [hreflang="fr"], script').forEach((element) => element.remove()), document.body.innerText + document.title`,
      );
      expect(words).not.toMatch(/\b(les|des|une?|est|pour|dans|donnée|déclaration|médicaments|taux|accueil)\b/i);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });
  });
});

describe('the keyboard', () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>('document.activeElement.outerHTML.slice(0, 60)');
  it('reaches the way past the header first, then what it leads to', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.goto(`${app.url}/faq`);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain('class="skip"');
      expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: expect.any(Number) });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate<boolean>(`document.querySelector('main').contains(document.activeElement)`)).toBe(
        true,
      );
    });
  });
  it('stops at code that is wider than its window, which arrows then move', async () => {
    await withPage(browser, { width: 320 }, async (page) => {
      await page.goto(`${app.url}/api`);
      await page.locator('pre').first().focus();
      expect(await focused(page)).toContain('aria-labelledby="code-curl"');
      expect(
        await page.evaluate<number>(`document.activeElement.scrollWidth - document.activeElement.clientWidth`),
      ).toBeGreaterThan(0);
    });
  });
});

describe('the first call of the interface’s page', () => {
  it('works as it stands', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.goto(`${app.url}/api`);
      const code = await page.getByRole('region', { name: 'JavaScript' }).innerText();
      expect(code).toContain(`${BASE_URL}/api/v1/substances/`);
      const script = code.replace(BASE_URL, app.url);
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
      expect(stdout).toMatch(/suppressed: (true|false)/);
    });
  });
  it('is followed by every address of the interface', async () => {
    const { paths } = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const html = (await text('/api')).replaceAll('&#123;', '{').replaceAll('&#125;', '}');
    expect(Object.keys(paths).length).toBeGreaterThan(15);
    for (const path of Object.keys(paths)) expect(html).toContain(`<code>${path}</code>`);
  });
});

/** Every code of a list of the interface, ascending. */
async function all(list: string, key: 'code' | 'cis'): Promise<string[]> {
  const codes: string[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = JSON.parse(await text(`/api/v1/${list}?pageSize=100&page=${page}`)) as {
      data: Record<string, string>[];
    };
    if (data.length === 0) return codes.sort();
    codes.push(...data.map((item) => item[key] ?? ''));
  }
}

describe('what programs ask for first', () => {
  it('is there: robots, sitemap and icon', async () => {
    expect(await text('/robots.txt')).toContain(`Sitemap: ${BASE_URL}/sitemap.xml`);
    const icon = await fetch(`${app.url}/favicon.ico`);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  });
  it('leads to pages that all answer', async () => {
    const addresses = [...(await text('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.every((address) => address.startsWith(`${BASE_URL}/`))).toBe(true);
    const paths = addresses.map((address) => address.slice(BASE_URL.length));
    const ofKind = (start: string): string[] => paths.filter((path) => path.startsWith(start)).sort();
    // every substance and every medicine has its address there, and no other has
    expect(ofKind('/substances/')).toEqual((await all('substances', 'code')).map((code) => `/substances/${code}`));
    expect(ofKind('/specialites/')).toEqual((await all('specialities', 'cis')).map((cis) => `/specialites/${cis}`));
    const others = paths.filter((path) => !/^\/(substances|specialites)\/./.test(path));
    const opened = [...others, ...ofKind('/substances/').slice(0, 20), ...ofKind('/specialites/').slice(0, 20)];
    const failed: string[] = [];
    for (const path of opened) {
      const answer = await fetch(app.url + path, { redirect: 'manual' });
      if (answer.status !== 200) failed.push(`${path} ${String(answer.status)}`);
    }
    expect(failed).toEqual([]);
  });
});

describe('the addresses of the former site', () => {
  it.each([
    ['/substance/02202', '/substances/02202'],
    ['/specialite/60002283', '/specialites/60002283'],
    ['/globaldec', '/declarations'],
  ])('%s leads on, in either language', async (from, to) => {
    for (const language of ['', '?lang=en']) {
      const answer = await fetch(app.url + from + language, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([301, to + language]);
    }
  });
});

describe('the page of an unknown code', () => {
  it.each(['', '?lang=en'])('offers codes like it (%s)', async (language) => {
    const { data } = (await (await fetch(`${app.url}/api/v1/substances?pageSize=1`)).json()) as {
      data: { code: string }[];
    };
    const code = data[0]?.code ?? '';
    const wrong = `${code.slice(0, 4)}${String((Number(code[4]) + 1) % 10)}`;
    const answer = await fetch(`${app.url}/substances/${wrong}${language}`, { redirect: 'manual' });
    expect(answer.status).toBe(404);
    const main = (await answer.text()).replaceAll('&#x3D;', '=');
    expect(main).toContain(`<a href="/substances/${code}${language}">${code}, `);
  });
});
