import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import type { AdverseReactions, SubstanceAnswer, SubstanceItem } from '../../src/queries/answers.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';
import { accessibilityFaults, overflow, startBrowser, withPage, type Window } from './browser.js';

let database: Database;
let app: TestApp;
let browser: Browser;
/** The substance with most declarations, one whose number is masked, and a medicine of the first. */
let common: SubstanceItem;
let rare: SubstanceItem;
let cis: string;
/** An ATC class with classes below it. */
let atc: string;

beforeAll(async () => {
  database = await createPublishedDatabase(LARGE);
  app = await startTestApp(database);
  browser = await startBrowser();
  const items = await data<SubstanceItem[]>('/substances?sort=-cases&pageSize=100');
  common = must(items[0]);
  const masked = await data<SubstanceItem[]>('/substances?sort=-cases&pageSize=100&page=3');
  rare = must([...items, ...masked].find((item) => item.cases?.suppressed === true));
  cis = must((await data<{ cis: string }[]>(`/specialities?substance=${common.code}`))[0]).cis;
  atc = must((await data<{ code: string }[]>('/atc'))[0]).code;
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await database.close();
});

async function data<T>(path: string): Promise<T> {
  const answer = (await (await fetch(`${app.url}/api/v1${path}`)).json()) as { data: T };
  return answer.data;
}
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the generated data lack what the test needs');
  return value;
}
/** Text with the spaces of French figures taken out. */
async function figure(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).replaceAll(/[\s\u202f]/g, '');
}
const pages = (): string[] => [
  '/',
  `/recherche?q=${encodeURIComponent(common.name)}`,
  '/recherche?q=zzzzzz',
  '/substances?tri=declarations',
  `/substances/${common.code}`,
  `/substances/${common.code}?population=female`,
  `/substances/${rare.code}`,
  '/specialites',
  `/specialites/${cis}`,
  '/classes-atc',
  `/classes-atc/${atc}`,
  '/declarations',
  '/declarations?population=0-19',
  '/ruptures',
  '/ruptures?liste=historique&etat=clos',
  '/methodologie',
  '/nulle-part',
];

describe.each<Window>([
  { width: 1280 },
  { width: 375 },
  { width: 1280, javaScriptEnabled: false },
  { width: 375, javaScriptEnabled: false },
])('from the home page to a substance, %j', (window) => {
  it('searches, opens, and narrows to a population', async () => {
    const all = await data<SubstanceAnswer>(`/substances/${common.code}`);
    const women = await data<SubstanceAnswer>(`/substances/${common.code}?population=female`);
    await withPage(browser, window, async (page) => {
      await page.goto(app.url);
      await page.getByRole('searchbox').fill(common.name.toLowerCase());
      await page.getByRole('button', { name: 'Chercher' }).click();
      await page.locator('main').getByRole('link', { name: common.name, exact: true }).first().click();
      expect(new URL(page.url()).pathname).toBe(`/substances/${common.code}`);
      expect(await page.locator('h1').innerText()).toBe(common.name);
      expect(await figure(page, '.keys b')).toBe(String(all.adverseReactions?.cases.count));
      await page.getByRole('navigation', { name: 'Population' }).getByRole('link', { name: 'Femmes' }).click();
      expect(new URL(page.url()).search).toBe('?population=female');
      expect(await figure(page, '.keys b')).toBe(String(women.adverseReactions?.cases.count));
    });
  });
});

describe.each<Window>([
  { width: 1280, colorScheme: 'light' },
  { width: 375, colorScheme: 'dark' },
])('every page, %j', (window) => {
  it('fits its window and has no fault of accessibility', async () => {
    const faults: string[] = [];
    await withPage(browser, window, async (page) => {
      for (const path of pages()) {
        await page.goto(app.url + path);
        for (const fault of await accessibilityFaults(page)) faults.push(`${path} ${fault}`);
        if ((await overflow(page)) > 0) faults.push(`${path} is wider than its window`);
      }
    });
    expect(faults).toEqual([]);
  });
});

describe('the ATC tree', () => {
  it('leads down to a class, and from it to its medicines', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.goto(`${app.url}/classes-atc`);
      await page.locator('.atc-rows a').first().click();
      expect(new URL(page.url()).pathname).toBe(`/classes-atc/${atc}`);
      await page.getByRole('link', { name: 'Les médicaments de cette classe' }).click();
      expect(new URL(page.url()).search).toBe(`?atc=${atc}`);
      expect(await page.locator('.lead').innerText()).toContain(`de la classe ATC ${atc}`);
    });
  });
  it('says of an unknown code that it is none', async () => {
    const answer = await fetch(`${app.url}/classes-atc/Z9`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Aucune classe ATC n’a le code « Z9 »');
  });
  it('has one address a class, whatever the case', async () => {
    const answer = await fetch(`${app.url}/classes-atc/${atc.toLowerCase()}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/classes-atc/${atc}`]);
  });
});

describe('a substance’s page', () => {
  it('draws its years over the static drawing, and gives its table away', async () => {
    const answer = await data<SubstanceAnswer>(`/substances/${common.code}`);
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.goto(`${app.url}/substances/${common.code}`);
      const years = page.locator('figure[data-name="declarations-par-annee"]');
      await years.scrollIntoViewIfNeeded();
      await years.locator('canvas').waitFor();
      expect(await years.locator('svg.line').first().isVisible()).toBe(false);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        years.getByRole('button', { name: 'CSV' }).click(),
      ]);
      const expected = must(answer.adverseReactions ?? undefined).byYear.map(
        (row) => `${row.key};${row.count === null ? 'donnée masquée' : String(row.count)}`,
      );
      expect(await readFile(await download.path(), 'utf8')).toBe(
        `\ufeffAnnée;Déclarations\r\n${expected.join('\r\n')}\r\n`,
      );
      const [picture] = await Promise.all([
        page.waitForEvent('download'),
        years.getByRole('button', { name: 'Image PNG' }).click(),
      ]);
      const bytes = await readFile(await picture.path());
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    });
  });

  it('is whole without JavaScript: the drawing, and no button that would do nothing', async () => {
    await withPage(browser, { width: 1280, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${app.url}/substances/${common.code}`);
      expect(await page.locator('svg.line.big').first().isVisible()).toBe(true);
      expect(await page.locator('figure button').count()).toBe(0);
    });
  });

  it('says a masked number is masked, and draws nothing of it', async () => {
    const html = await (await fetch(`${app.url}/substances/${rare.code}`)).text();
    expect(html).toContain('donnée masquée');
    expect(html).not.toContain('id="qui"');
  });

  it('weighs at most 100 KB with everything, compressed', async () => {
    let bytes = 0;
    await withPage(browser, { width: 1280 }, async (page) => {
      const bodies: Promise<Buffer>[] = [];
      page.on('response', (response) => bodies.push(response.body()));
      await page.goto(`${app.url}/substances/${common.code}`, { waitUntil: 'load' });
      await page.locator('figure[data-line]').first().scrollIntoViewIfNeeded();
      await page.locator('canvas').first().waitFor();
      for (const body of await Promise.all(bodies)) bytes += brotliCompressSync(body).length;
    });
    expect(bytes).toBeLessThan(100_000);
  });
});

describe('the page of shortages', () => {
  it.each([true, false])('filters by a form that needs no script (script: %j)', async (javaScriptEnabled) => {
    const [item] = await data<{ name: string; state: string }[]>('/shortages?state=closed&pageSize=1');
    await withPage(browser, { width: 375, javaScriptEnabled }, async (page) => {
      await page.goto(`${app.url}/ruptures`);
      await page.getByRole('link', { name: /^Tous les signalements/ }).click();
      await page.getByLabel('Médicament ou substance').fill(must(item).name);
      await page.getByRole('button', { name: 'Filtrer' }).click();
      const states = page.getByRole('group', { name: 'État' });
      await states.getByRole('link', { name: 'Clos', exact: true }).click();
      expect(new URL(page.url()).searchParams.get('etat')).toBe('clos');
      expect(await page.locator('.shortages h3').first().innerText()).toBe(must(item).name);
      expect(await states.locator('[aria-current]').innerText()).toBe('Clos');
      expect(await page.locator('.state:not(.lasts)').count()).toBe(await page.locator('.state').count());
    });
  });
});

describe('the page of all declarations', () => {
  it('gives its pyramid away, as rows and as a picture', async () => {
    const answer = await data<AdverseReactions>('/statistics/declarations');
    const count = (sex: string): string => {
      const pair = must(answer.bySexAndAgeGroup?.find((one) => one.sex === sex && one.ageGroup === '60+'));
      return pair.count === null
        ? 'donnée masquée;'
        : `${pair.count};${must(pair.percent ?? undefined)
            .toFixed(1)
            .replace('.', ',')}`;
    };
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.goto(`${app.url}/declarations`);
      const pyramid = page.locator('figure[data-pyramid]');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        pyramid.getByRole('button', { name: 'CSV' }).click(),
      ]);
      const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
      expect(lines[0]).toBe('\ufeffÂge;Femmes;part;Hommes;part;Sexe non renseigné');
      expect(lines[1]).toContain(`60 ans et plus;${count('female')};${count('male')};`);
      const [picture] = await Promise.all([
        page.waitForEvent('download'),
        pyramid.getByRole('button', { name: 'Image PNG' }).click(),
      ]);
      expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG');
    });
  });
});

describe('addresses', () => {
  it.each([
    ['/substance/', (): string => common.code, '/substances/'],
    ['/specialite/', (): string => cis, '/specialites/'],
    ['/globaldec', (): string => '', '/declarations'],
  ])('of the former site lead on from %s', async (from, code, to) => {
    const answer = await fetch(app.url + from + code(), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, to + code()]);
  });
  it('of nothing give a page with a search, and 404', async () => {
    const answer = await fetch(`${app.url}/substances/99999`);
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain('Aucune substance n’a le code « 99999 »');
    expect(html).toContain('role="search"');
    expect(html).toContain('Données fictives de démonstration');
  });
  it('of the browser’s files may be kept for ever', async () => {
    const html = await (await fetch(app.url)).text();
    const style = must(/\/assets\/style-[^"]+/.exec(html)?.[0]);
    const answer = await fetch(app.url + style);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });
  it('of a salt lead to its substance', async () => {
    const items = await data<SubstanceItem[]>('/substances?pageSize=100');
    const answers = await Promise.all(items.map((item) => data<SubstanceAnswer>(`/substances/${item.code}`)));
    const grouped = must(answers.find((answer) => answer.memberCodes.length > 1));
    const salt = must(grouped.memberCodes.find((code) => code !== grouped.code));
    const answer = await fetch(`${app.url}/substances/${salt}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/substances/${grouped.code}`]);
  });
});

describe('before the first release', () => {
  it('says so, with 503', async () => {
    const empty = await createTestDatabase();
    const service = await startTestApp(empty);
    const answer = await fetch(service.url);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Aucune version des données n’est encore publiée');
    await service.close();
    await empty.close();
  });
});
