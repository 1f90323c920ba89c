import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import type {
  AdverseReactions,
  Exposure,
  NotificationRate,
  SubstanceAnswer,
  SubstanceItem,
} from '../../src/queries/answers.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';
import { accessibilityFaults, overflow, startBrowser, withPage } from './browser.js';

let database: Database;
let app: TestApp;
let browser: Browser;
let answer: SubstanceAnswer & { exposure: Exposure; adverseReactions: AdverseReactions };
let path: string;

beforeAll(async () => {
  database = await createPublishedDatabase(LARGE);
  app = await startTestApp(database);
  browser = await startBrowser();
  for (const { code } of await data<SubstanceItem[]>('/substances?sort=-cases&pageSize=20')) {
    const { exposure, adverseReactions, ...rest } = await data<SubstanceAnswer>(`/substances/${code}`);
    if (exposure === null || exposure.byYear.length < 2 || !adverseReactions?.notificationRate) continue;
    answer = { ...rest, exposure, adverseReactions };
    path = `/substances/${code}`;
    return;
  }
  throw new Error('the generated data have no substance with a rate');
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await database.close();
});

async function data<T>(from: string): Promise<T> {
  return ((await (await fetch(`${app.url}/api/v1${from}`)).json()) as { data: T }).data;
}
async function open(page: Page, from = path): Promise<void> {
  await page.goto(app.url + from);
}
/** Text without the spaces between thousands. */
function bare(text: string): string {
  return text.replaceAll(/[\u202f\u00a0]/g, '').trim();
}
async function csvOf(page: Page, figure: Locator): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'CSV' }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

describe('rates by year', () => {
  /** As the page writes a rate: three digits. */
  const written = (rate: NotificationRate, locale: string): string[] => {
    const number = (value: number): string =>
      bare(
        value.toLocaleString(locale, value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }),
      );
    return [number(rate.per100000), `${number(rate.ci95[0])}–${number(rate.ci95[1])}`];
  };
  it.each([
    ['fr-FR', '', ';', 'donnée masquée'],
    ['en-GB', '?lang=en', ',', 'hidden figure'],
  ])('are those of the interface, as a table gives them away in %s', async (locale, query, separator, masked) => {
    const expected = answer.adverseReactions.byYear.map((row) => {
      const rate = row.notificationRate ?? null;
      const count = row.count === null ? masked : String(row.count);
      const consumers = rate?.consumers ?? consumersOf(row.key);
      return [
        row.key,
        count,
        consumers === null ? '–' : String(consumers),
        ...(rate ? written(rate, locale) : ['–', '']),
      ];
    });
    await withPage(browser, { width: 1280 }, async (page) => {
      await open(page, path + query);
      const csv = await csvOf(page, page.locator('figure[data-rates]'));
      const [, ...rows] = csv.trim().split('\r\n');
      expect(rows.map((row) => row.split(separator))).toEqual(expected);
    });
    expect(expected.some(([, , , rate]) => rate !== '–')).toBe(true);
  });
  const consumersOf = (year: string): number | null =>
    answer.exposure.byYear.find(({ key }) => key === year)?.consumers ?? null;

  it('stand below the lines of declarations and of patients, whose years are in line', async () => {
    await withPage(browser, { width: 1280, javaScriptEnabled: false }, async (page) => {
      await open(page);
      const years = (name: string): Promise<string[]> =>
        page
          .locator(`figure[data-name="${name}"] svg.big text:not(.v)`)
          .evaluateAll((texts) => texts.map((text) => `${text.getAttribute('x') ?? ''} ${text.textContent}`));
      const [cases, patients] = [await years('declarations-par-annee'), await years('patients-par-annee')];
      expect(cases.length).toBeGreaterThan(1);
      expect(patients).toEqual(cases);
    });
  });
});

describe('the page in English', () => {
  const FRENCH = /Déclaration|Femmes|Hommes|Voir |Taux|Gravité|Non renseigné|Données|donnée|Année|Médicament|Méthode/;
  it.each([{ width: 1280 }, { width: 375 }])('has no French left but what is marked as such, %j', async (window) => {
    await withPage(browser, window, async (page) => {
      for (const from of [`${path}?lang=en`, `${path}?population=female&lang=en`, '/declarations?lang=en']) {
        await open(page, from);
        await page.locator('figure button').first().waitFor();
        const texts = await page.evaluate<string[]>(`
          [...document.querySelectorAll('[lang="fr"], script, .specialities, .demo, footer')].forEach((part) => part.remove());
          [document.title, document.body.innerText,
            ...[...document.querySelectorAll('[aria-label]')].map((part) => part.getAttribute('aria-label')),
            ...[...document.querySelectorAll('details')].map((part) => part.textContent)]`);
        for (const text of texts) expect(FRENCH.exec(text)?.[0]).toBeUndefined();
        expect(texts[1]).toContain('Reports by organ class');
      }
    });
  });
  it('leads on in English', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await open(page, `${path}?lang=en`);
      await page.getByRole('navigation', { name: 'Population' }).getByRole('link', { name: 'Women' }).click();
      expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
      expect(await page.locator('#essentiel h2').innerText()).toBe('Essentials, among women');
    });
  });
});

describe('a substance’s page', () => {
  it.each([320, 640])('fits a window of %i pixels, in both languages', async (width) => {
    await withPage(browser, { width }, async (page) => {
      for (const from of [path, `${path}?lang=en`]) {
        await open(page, from);
        expect([from, await overflow(page)]).toEqual([from, 0]);
      }
    });
  });
  it('has no serious fault of accessibility in English, in the dark', async () => {
    await withPage(browser, { width: 375, colorScheme: 'dark' }, async (page) => {
      await open(page, `${path}?lang=en`);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
  it('answers in the first screen of a phone: sentence, caution, figures', async () => {
    await withPage(browser, { width: 375 }, async (page) => {
      await page.setViewportSize({ width: 375, height: 812 });
      await open(page);
      for (const selector of ['.lead', '.caution', '.keys b >> nth=0', '.keys b >> nth=3']) {
        const box = await page.locator(selector).boundingBox();
        expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThanOrEqual(812);
      }
    });
  });
  it('has an address for each of its parts', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page);
      for (const section of await page.locator('main section').all()) {
        const id = await section.getAttribute('id');
        await section.locator('.title a').click();
        expect(new URL(page.url()).hash).toBe(`#${id ?? ''}`);
      }
      await page.getByRole('link', { name: 'Lien vers cette partie : Gravité' }).click();
      // below the filter of population, which stays
      const top = (await page.locator('#gravite h2').boundingBox())?.y ?? 0;
      expect(top).toBeGreaterThan(60);
      expect(top).toBeLessThan(200);
    });
  });
  it('leads to the same figures as JSON, and to a comparison', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await open(page, `${path}?population=60%2B`);
      const link = page.getByRole('link', { name: 'Toutes ces données : JSON' });
      const json = await data<SubstanceAnswer>((await link.getAttribute('href'))?.replace('/api/v1', '') ?? '');
      expect([json.code, json.adverseReactions?.population]).toEqual([answer.code, '60+']);
      await page.getByRole('link', { name: 'Comparer avec une autre substance' }).click();
      expect(new URL(page.url()).searchParams.get('substances')).toBe(answer.code);
    });
  });
});

describe('its charts', () => {
  const line = (page: Page): Locator => page.locator('figure[data-name="declarations-par-annee"]');
  /** What the canvas shows, as an address of data. */
  const drawn = (page: Page): Promise<string> =>
    page.evaluate<string>(
      'document.querySelector(`figure[data-name="declarations-par-annee"] canvas`).toDataURL().slice(0, 20000)',
    );
  it('are drawn anew when the colours of the page change, and never move', async () => {
    await withPage(browser, { width: 1280, colorScheme: 'light' }, async (page) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page);
      await line(page).scrollIntoViewIfNeeded();
      const canvas = line(page).locator('canvas');
      await canvas.waitFor();
      expect(await canvas.getAttribute('role')).toBe('img');
      expect(await canvas.getAttribute('aria-label')).toMatch(/^Déclarations par an : de \d/);
      const light = await drawn(page);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
      expect(await drawn(page)).not.toBe(light);
      expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    });
  });
  it('of rates can be saved as a picture', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await open(page);
      const [picture] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('figure[data-rates]').getByRole('button', { name: 'Image PNG' }).click(),
      ]);
      expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG');
    });
  });
});

describe('without JavaScript', () => {
  it('has every figure of the interface', async () => {
    await withPage(browser, { width: 1280, javaScriptEnabled: false }, async (page) => {
      await open(page);
      const text = bare((await page.locator('main').textContent()) ?? '');
      const { byReporter, bySeriousnessCriterion, byOrganClass } = answer.adverseReactions;
      for (const row of [...byReporter, ...bySeriousnessCriterion, ...byOrganClass])
        if (row.count !== null) expect(text).toContain(String(row.count));
      for (const { highLevelTerms } of byOrganClass)
        for (const { label } of highLevelTerms) expect(text).toContain(bare(label));
    });
  });
});

describe('on paper', () => {
  it('shows its tables and the static lines, no menu, and the terms of no organ class', async () => {
    await withPage(browser, { width: 718 }, async (page) => {
      await open(page);
      await line(page).scrollIntoViewIfNeeded();
      await line(page).locator('canvas').waitFor();
      await page.emulateMedia({ media: 'print' });
      const shown = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
      expect(await shown('figure[data-rates] td.forest')).toBe(true);
      expect(await shown('figure[data-line] svg.big')).toBe(true);
      expect(await shown('.class-row .name')).toBe(true);
      for (const hidden of ['canvas', '.toc', '.people', '.title a', 'figure button', '.classes details table'])
        expect([hidden, await shown(hidden)]).toEqual([hidden, false]);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBeLessThan(10);
    });
  });
  const line = (page: Page): Locator => page.locator('figure[data-name="declarations-par-annee"]');
});
