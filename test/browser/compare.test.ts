import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import type { SubstanceAnswer, SubstanceItem } from '../../src/queries/answers.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';
import { accessibilityFaults, overflow, startBrowser, withPage, type Window } from './browser.js';

let database: Database;
let app: TestApp;
let browser: Browser;
/** Substances by their number of declarations; the last ones of which are hidden. */
let common: SubstanceItem[];
let rare: SubstanceItem;

beforeAll(async () => {
  database = await createPublishedDatabase(LARGE);
  app = await startTestApp(database);
  browser = await startBrowser();
  common = await data<SubstanceItem[]>('/substances?sort=-cases&pageSize=100');
  const later = await data<SubstanceItem[]>('/substances?sort=-cases&pageSize=100&page=3');
  rare = must([...common, ...later].find((item) => item.cases?.suppressed === true));
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
function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the generated data lack what the test needs');
  return value;
}
/** The first substances, as the interface tells of them. */
function answers(count: number, population = 'all'): Promise<SubstanceAnswer[]> {
  const codes = common.slice(0, count).map(({ code }) => code);
  return Promise.all(codes.map((code) => data<SubstanceAnswer>(`/substances/${code}?population=${population}`)));
}
function path(...items: { code: string }[]): string {
  return `/comparer?substances=${items.map(({ code }) => code).join(',')}`;
}
async function csvOf(page: Page, figure: string): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`figure[data-name="${figure}"]`).getByRole('button', { name: 'CSV' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.replace('\ufeff', '').split(';'));
}
const percent = (value: number): string => value.toFixed(1).replace('.', ',');

describe.each<Window>([{ width: 1280 }, { width: 375 }])('an officer compares two substances, %j', (window) => {
  it('picks both, sees their rates, narrows to women, and takes the tables away', async () => {
    const [first, second] = await answers(2);
    const women = await answers(2, 'female');
    const rates = (found: SubstanceAnswer[]): string[] =>
      found.map((one) => FRENCH.format.rateNumber(must(one.adverseReactions?.notificationRate).per100000));
    await withPage(browser, window, async (page) => {
      const shown = (): Promise<string[]> => page.locator('#taux tbody b').allInnerTexts();
      await page.goto(`${app.url}/comparer`);
      await page.getByLabel('Première substance').fill(must(first).name.toLowerCase());
      await page.getByLabel('Deuxième substance').fill(must(second).code);
      await page.getByRole('button', { name: 'Comparer' }).click();
      expect(page.url()).toBe(app.url + path(must(first), must(second)));
      expect(await shown()).toEqual(rates([must(first), must(second)]));

      const seriousness = await csvOf(page, 'gravite');
      expect(seriousness[0]).toEqual([
        'Groupe',
        `${must(first).name}, part`,
        'nombre',
        `${must(second).name}, part`,
        'nombre',
      ]);
      const serious = [first, second].map((one) => must(one?.adverseReactions?.bySeriousness[0]));
      expect(seriousness[1]).toEqual([
        'Gravité : Grave',
        ...serious.flatMap((row) => [percent(must(row.percent)), String(must(row.count))]),
      ]);
      const taken = await csvOf(page, 'taux');
      expect(taken.slice(1).map(([name, cases, consumers, rate]) => [name, cases, consumers, rate])).toEqual(
        [must(first), must(second)].map((one) => {
          const rate = must(one.adverseReactions?.notificationRate);
          return [one.name, String(rate.cases), String(rate.consumers), FRENCH.format.rateNumber(rate.per100000)];
        }),
      );
      const [picture] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('#temps').getByRole('button', { name: 'Image PNG' }).click(),
      ]);
      expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG');

      await page.getByRole('navigation', { name: 'Population' }).getByRole('link', { name: 'Femmes' }).click();
      expect(new URL(page.url()).search).toBe(`${path(must(first), must(second)).slice(9)}&population=female`);
      expect(await shown()).toEqual(rates(women));
    });
  });
});

describe('without JavaScript', () => {
  it('adds a substance out of several that a name may mean, and takes one out', async () => {
    const [first, second] = must(common).map(({ name }) => name);
    await withPage(browser, { width: 375, javaScriptEnabled: false }, async (page) => {
      await page.goto(app.url + path(must(common[0])));
      await page.getByLabel('Deuxième substance').fill(must(second).slice(0, 2));
      await page.getByRole('button', { name: 'Ajouter' }).click();
      const choice = page.locator('.choice .chips').last().getByRole('link');
      const name = await choice.first().innerText();
      await choice.first().click();
      expect(await page.locator('h1').innerText()).toBe(`Comparer ${must(first)} et ${name}`);
      await page.getByRole('link', { name: `Retirer ${must(first)} de la comparaison` }).click();
      expect(await page.locator('.compared').allInnerTexts()).toEqual([expect.stringContaining(name)]);
      expect(await page.locator('figure').count()).toBe(0);
    });
  });
  it('says what is hidden, and draws nothing of it', async () => {
    const html = await (await fetch(app.url + path(must(common[0]), rare))).text();
    const drawn = /<td data-name="([^"]+)"><b><a class="masked"[^>]*>donnée masquée<\/a><\/b> <small><\/small><svg/;
    expect(html).toContain(
      '<b><a class="masked" href="/methodologie#masquage">donnée masquée</a></b> <small></small></td>',
    );
    expect(html).not.toMatch(drawn);
  });
});

describe('in English', () => {
  it('compares in English, and keeps on doing so', async () => {
    const [first, second] = await answers(2);
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.goto(`${app.url}/comparer?lang=en`);
      await page.getByLabel('First substance').fill(must(first).name);
      await page.getByLabel('Second substance').fill(must(second).name);
      await page.getByRole('button', { name: 'Compare' }).click();
      expect(page.url()).toBe(`${app.url}${path(must(first), must(second))}&lang=en`);
      expect(await page.locator('h1').innerText()).toBe(`Compare ${must(first).name} and ${must(second).name}`);
      expect(await page.locator('#taux tbody b').first().innerText()).toBe(
        ENGLISH.format.rateNumber(must(first?.adverseReactions?.notificationRate).per100000),
      );
      await page.getByRole('link', { name: 'Women' }).click();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });
  });
});

describe('addresses of comparisons', () => {
  const visit = async (address: string): Promise<Response> => fetch(app.url + address, { redirect: 'manual' });

  it('lead on from a salt to its substance, in the same place', async () => {
    const all = await Promise.all(common.map(({ code }) => data<SubstanceAnswer>(`/substances/${code}`)));
    const grouped = must(all.find(({ memberCodes }) => memberCodes.length > 1));
    const salt = must(grouped.memberCodes.find((code) => code !== grouped.code));
    const other = must(common.find(({ code }) => code !== grouped.code)).code;
    const answer = await visit(`/comparer?substances=${other},${salt}&population=60%2B&lang=en`);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      301,
      `/comparer?substances=${other},${grouped.code}&population=60%2B&lang=en`,
    ]);
  });
  it('name what nothing has, and are not found when nothing is left', async () => {
    const some = await visit(`/comparer?substances=99999,${must(common[0]).code},abc`);
    const html = await some.text();
    expect(some.status).toBe(200);
    expect(html).toContain('Aucune substance n’a le code « 99999 »');
    expect(html).toContain('Aucune substance n’a le code « abc »');
    const none = await visit('/comparer?substances=99999,%3Cb%3E');
    expect(none.status).toBe(404);
    expect(await none.text()).toContain('« &lt;b&gt; »');
    expect((await visit('/comparer?substances=&population=everybody')).status).toBe(404);
    expect((await visit('/comparer')).status).toBe(200);
  });
  it('show four substances and one of each, and say so', async () => {
    const codes = common.slice(0, 5);
    const html = await (await visit(path(must(codes[0]), ...codes))).text();
    expect(html).toContain(`montrée une seule : ${must(codes[0]).name.replaceAll("'", '&#x27;')}.`);
    expect(html).toContain(`${must(codes[4]).name.replaceAll("'", '&#x27;')} n’est pas montrée.`);
    expect(html.match(/class="compared"/g)).toHaveLength(4);
    expect(html).toContain(
      `<link rel="canonical" href="http://localhost:3000${path(...codes.slice(0, 4)).replace('=', '&#x3D;')}">`,
    );
  });
});

describe.each<Window>([
  { width: 1280, colorScheme: 'dark' },
  { width: 375, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
])('comparisons, %j', (window) => {
  it('fit their window, and have no fault of accessibility at all', async () => {
    const faults: string[] = [];
    const paths = [
      '/comparer',
      '/comparer?substances=99999&ajouter=a',
      path(...common.slice(0, 4)),
      `${path(must(common[0]), rare)}&population=0-19&lang=en`,
    ];
    await withPage(browser, window, async (page) => {
      for (const address of paths) {
        await page.goto(app.url + address);
        for (const fault of await accessibilityFaults(page)) faults.push(`${address} ${fault}`);
        if ((await overflow(page)) > 0) faults.push(`${address} is wider than its window`);
      }
    });
    expect(faults).toEqual([]);
  });
});
