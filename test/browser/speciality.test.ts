import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import type { SpecialityAnswer } from '../../src/queries/answers.js';
import { presentSpeciality } from '../../src/web/presenters/speciality.js';
import { template } from '../../src/web/templates.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';
import { FULL, SOURCED } from '../web/speciality-samples.js';
import { accessibilityFaults, overflow, startBrowser, withPage } from './browser.js';

const PHONE = { width: 375 };
/** The height of the windows of the tests. */
const SCREEN = 800;

let database: Database;
let app: TestApp;
let browser: Browser;
/** A medicine for children, of one substance whose declarations are public. */
let syrup: SpecialityAnswer;

beforeAll(async () => {
  database = await createPublishedDatabase(LARGE);
  app = await startTestApp(database);
  browser = await startBrowser();
  const liquids = await data<{ cis: string }[]>('/specialities?q=buvable&pageSize=100');
  const answers = await Promise.all(liquids.map(({ cis }) => data<SpecialityAnswer>(`/specialities/${cis}`)));
  const found = answers.find(
    ({ substances }) => substances.length === 1 && typeof substances[0]?.cases?.count === 'number',
  );
  if (found === undefined) throw new Error('the generated data lack a suspension for children');
  syrup = found;
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
/** The medicines of which the files have most rows. */
const LONGEST = `
  SELECT cis
  FROM (
    SELECT cis FROM has_opinion
    UNION ALL SELECT cis FROM availability
    UNION ALL SELECT cis FROM shortage
    UNION ALL SELECT cis FROM safety_notice
    UNION ALL SELECT cis FROM presentation
  ) AS one
  JOIN speciality USING (cis)
  GROUP BY cis
  ORDER BY count(*) DESC, cis
  LIMIT 3`;
const open = async (page: Page, query = ''): Promise<void> => {
  // a page that scrolls smoothly is nowhere for a while
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${app.url}/specialites/${syrup.cis}${query}`);
};
const top = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.y ?? -1;
const menu = (page: Page): Locator => page.getByRole('navigation', { name: 'Sur cette page' });

describe('a parent on a phone who looks up a syrup', () => {
  it('finds it by a name with a typing error, and the answers in the first screen', async () => {
    const brand = syrup.name.split(' ')[0] ?? '';
    const mistyped = brand.slice(0, 3) + brand.slice(4);
    await withPage(browser, PHONE, async (page) => {
      await page.goto(app.url);
      await page.locator('main input[name="q"]').fill(mistyped.toLowerCase());
      await page.locator('main input[name="q"]').press('Enter');
      await page.locator(`main a[href="/specialites/${syrup.cis}"]`).first().click();
      expect(new URL(page.url()).pathname).toBe(`/specialites/${syrup.cis}`);

      const [substance] = syrup.substances;
      const keys = page.locator('.keys > div');
      expect(await keys.nth(0).innerText()).toContain('Disponibilité');
      expect(await keys.nth(1).innerText()).toContain(`Déclarations citant ${substance?.name ?? ''}`);
      expect((await keys.nth(1).locator('b').innerText()).replaceAll(/\s/g, '')).toBe(String(substance?.cases?.count));
      expect(await keys.nth(2).innerText()).toContain('Sécurité');
      const last = await keys.nth(2).boundingBox();
      expect((last?.y ?? SCREEN) + (last?.height ?? 0)).toBeLessThan(SCREEN);
      expect(await page.getByText('Médicament fictif : il n’a ni notice ni fiche officielle.').isVisible()).toBe(true);
    });
  });

  it('has a menu at hand that leads to a section, and goes out of the way', async () => {
    await withPage(browser, PHONE, async (page) => {
      await open(page);
      await page.evaluate('scrollTo(0, 2000)');
      expect(await top(menu(page))).toBe(0);
      const link = menu(page).getByRole('link', { name: 'Composition' });
      expect(await link.isVisible()).toBe(false);
      await menu(page).locator('summary').click();
      await link.click();
      expect(new URL(page.url()).hash).toBe('#composition');
      expect(await link.isVisible()).toBe(false);
      const bar = await menu(page).boundingBox();
      const heading = await top(page.getByRole('heading', { name: 'Composition' }));
      expect(heading).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
      expect(heading).toBeLessThan(200);
    });
  });

  it('has the same menu without JavaScript, which stays in its place', async () => {
    await withPage(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await open(page);
      await menu(page).locator('summary').click();
      await menu(page).getByRole('link', { name: 'Autorisation' }).click();
      expect(await top(page.getByRole('heading', { name: 'Autorisation et identité' }))).toBeGreaterThanOrEqual(0);
      expect(await top(menu(page))).toBeLessThan(0);
    });
  });

  it('reads no more than 9,000 pixels, whatever the medicine', async () => {
    const longest = await database.dataSource.query<{ cis: string }[]>(LONGEST);
    expect(longest).toHaveLength(3);
    await withPage(browser, PHONE, async (page) => {
      for (const { cis } of longest) {
        await page.goto(`${app.url}/specialites/${cis}`);
        expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(9000);
      }
    });
  });
});

describe.each([320, 640, 1280])('a window of %d pixels', (width) => {
  it('holds the page with all its folds open', async () => {
    await withPage(browser, { width }, async (page) => {
      await open(page);
      await page.evaluate("document.querySelectorAll('section details').forEach((one) => { one.open = true; })");
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
});

describe('a keyboard alone', () => {
  const focused = (page: Page, what: string): Promise<string> =>
    page.evaluate<string>(`String(document.activeElement.${what})`);

  it('opens the menu, goes to a section and on from there, with nothing in front', async () => {
    await withPage(browser, PHONE, async (page) => {
      await open(page);
      await page.locator('main').focus();
      const press = async (key: string, until: () => Promise<boolean>): Promise<void> => {
        for (let times = 0; times < 40; times += 1) {
          await page.keyboard.press(key);
          if (await until()) return;
        }
        throw new Error(`${key} leads nowhere`);
      };
      await press('Tab', async () => (await focused(page, 'tagName')) === 'SUMMARY');
      await page.keyboard.press('Enter');
      await press('Tab', async () => (await focused(page, 'hash')) === '#presentations');
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#presentations');
      expect(await menu(page).locator('ol').isVisible()).toBe(false);
      await page.keyboard.press('Tab');
      expect(await focused(page, "closest('section').id")).toBe('presentations');
      const bar = await menu(page).boundingBox();
      const at = await page.evaluate<number>('document.activeElement.getBoundingClientRect().top');
      expect(at).toBeGreaterThanOrEqual(bar?.height ?? 0);
    });
  });

  it('has the menu open where there is room for it', async () => {
    await withPage(browser, { width: 1280 }, async (page) => {
      await open(page);
      expect(await menu(page).getByRole('link').count()).toBe(12);
      expect(await menu(page).locator('summary').isVisible()).toBe(false);
      await menu(page).getByRole('link', { name: 'Boîtes et prix' }).press('Enter');
      expect(new URL(page.url()).hash).toBe('#presentations');
    });
  });
});

/** Every text of a page that is not marked as French, with its labels and placeholders. */
const NOT_FRENCH = `(() => {
  const texts = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE || node.lang === 'fr' || /^(SCRIPT|STYLE)$/.test(node.tagName)) return;
    texts.push(node.getAttribute('aria-label') ?? '', node.getAttribute('placeholder') ?? '');
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return texts.join('\\n');
})()`;

describe('the shortages of a medicine', () => {
  it('are those of the years that the history covers', async () => {
    const { period } = await data<{ period: { from: number; to: number } }>('/shortages/statistics');
    const html = await (await fetch(`${app.url}/specialites/${syrup.cis}`)).text();
    expect(html).toContain(`entre ${String(period.from)} et ${String(period.to)}`);
  });
});

describe('the page in English', () => {
  it('says nothing in French that is not marked as French', async () => {
    await withPage(browser, PHONE, async (page) => {
      await open(page, '?lang=en');
      expect(await page.evaluate<string>('document.documentElement.lang')).toBe('en');
      expect(await page.locator('h1').getAttribute('lang')).toBe('fr');
      const text = await page.evaluate<string>(NOT_FRENCH);
      expect(text).toContain('Availability');
      const french = / (?:le|la|les|des|du|une|pour|avec|dans|est|sont|ce|cette|aucune?|déclarations?|médicaments?) /i;
      expect(text.split('\n').filter((line) => french.test(` ${line} `))).toEqual([]);
    });
  });
});

describe.each(['light', 'dark'] as const)('for those who see or move otherwise, %s', (colorScheme) => {
  it.each(['', '?lang=en'])('the page has no serious fault, its menu and its folds open (%s)', async (query) => {
    await withPage(browser, { ...PHONE, colorScheme }, async (page) => {
      await open(page, query);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});

describe('what the page says to machines', () => {
  const ABOUT = 'JSON.parse(document.querySelector(\'script[type="application/ld+json"]\').textContent)';

  it('is the medicine, with the code and the substances of the files', async () => {
    await withPage(browser, PHONE, async (page) => {
      await open(page);
      expect(await page.evaluate(ABOUT)).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'Drug',
        name: syrup.name,
        identifier: { '@type': 'PropertyValue', propertyID: 'CIS', value: syrup.cis },
        activeIngredient: syrup.substances[0]?.name,
        dosageForm: syrup.identity.form,
      });
    });
  });

  it('cannot be closed by what a file says', async () => {
    const name = 'EXEMPLIUM </script><script>document.title = "hostile"</script>';
    const model = presentSpeciality(SOURCED, { ...FULL, name }, null);
    const assets = { style: 'data:,', script: 'data:,', icon: 'data:,' };
    const html = template('layouts/page')({ ...model, assets, body: template('pages/speciality')(model) });
    await withPage(browser, PHONE, async (page) => {
      await page.setContent(html.replace(/<script type="module".*?<\/script>/, ''));
      expect(await page.evaluate(ABOUT)).toMatchObject({ name });
      expect(await page.title()).toContain(' – Pharmacovigie');
      expect(await page.locator('h1').innerText()).toBe(name);
    });
  });
});
