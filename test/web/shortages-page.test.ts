import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import type { SpecialityAnswer, SpecialityItem } from '../../src/queries/answers.js';
import type { ShortageItem, ShortageStatistics } from '../../src/queries/shortage-answers.js';
import { normalise } from '../../src/sources/normalise.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';

let database: Database;
let app: TestApp;
beforeAll(async () => {
  // so many that what is short now takes several pages
  database = await createPublishedDatabase({ cases: 8000 });
  app = await startTestApp(database, { rateLimit: 100_000 });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function data<T>(path: string): Promise<T> {
  return ((await (await fetch(`${app.url}/api/v1${path}`)).json()) as { data: T }).data;
}
async function html(path: string): Promise<string> {
  const answer = await fetch(app.url + path);
  expect([path, answer.status]).toEqual([path, 200]);
  return await answer.text();
}
/** The number that a list opens with. */
function countOf(page: string): number {
  return Number(/<p><strong>([\d\u202f]+)\u00a0/.exec(page)?.[1]?.replaceAll('\u202f', ''));
}
/** Addresses of the medicines of all pages of a list, with the state each is shown in. */
async function listed(path: string): Promise<string[]> {
  const found: string[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page = await html(next);
    for (const [, cis, state] of page.matchAll(
      /<h3 lang="fr"><a href="\/specialites\/(\d{8})">.*?<span class="state[^>]*>([^<]*)</g,
    ))
      found.push(`${cis ?? ''} ${state ?? ''}`);
    const href = /<a href="([^"]*)" rel="next">/.exec(page)?.[1];
    next = href?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=').replace('#liste', '');
  }
  return found;
}

const WORDS = { shortage: 'Rupture de stock', tension: 'Tension d’approvisionnement' } as const;
interface State {
  speciality: SpecialityAnswer;
  status: keyof typeof WORDS;
}
/** What is short now, medicine by medicine. */
async function states(): Promise<State[]> {
  const items: SpecialityItem[] = [];
  for (let page = 1, more = true; more; page += 1) {
    const some = await data<SpecialityItem[]>(`/specialities?pageSize=100&page=${String(page)}`);
    items.push(...some);
    more = some.length === 100;
  }
  const answers = await Promise.all(items.map(({ cis }) => data<SpecialityAnswer>(`/specialities/${cis}`)));
  return answers.flatMap((speciality) =>
    (['shortage', 'tension'] as const)
      .filter((status) => speciality.availability.some((item) => item.status === status))
      .map((status) => ({ speciality, status })),
  );
}

describe('what is short now', () => {
  let all: State[];
  beforeAll(async () => {
    all = await states();
  });
  const keys = (some: State[]): string[] =>
    some.map(({ speciality, status }) => `${speciality.cis} ${WORDS[status]}`).sort();

  it('is every medicine that its own page says is short or tense', async () => {
    const expected = keys(all);
    expect(expected.length).toBeGreaterThan(20);
    expect((await listed('/ruptures')).sort()).toEqual(expected);
    expect(countOf(await html('/ruptures'))).toBe(expected.length);
  });
  it('is filtered by state, class, laboratory and words', async () => {
    expect((await listed('/ruptures?etat=rupture')).sort()).toEqual(
      keys(all.filter(({ status }) => status === 'shortage')),
    );
    const [code] = all.flatMap(({ speciality }) => speciality.atc?.code.charAt(0) ?? []);
    expect(code).toBeDefined();
    expect((await listed(`/ruptures?atc=${code ?? ''}`)).sort()).toEqual(
      keys(all.filter(({ speciality }) => speciality.atc?.code.startsWith(code ?? '') === true)),
    );
    const [holder] = all.flatMap(({ speciality }) => speciality.identity.holders);
    const byHolder = keys(all.filter(({ speciality }) => speciality.identity.holders.includes(holder ?? '')));
    expect(await listed(`/ruptures?laboratoire=${encodeURIComponent(holder?.toLowerCase() ?? '')}`)).toEqual(
      expect.arrayContaining(byHolder),
    );
    const [substance] = all.flatMap(({ speciality }) => speciality.substances);
    const having = keys(
      all.filter(({ speciality }) => speciality.substances.some(({ code: own }) => own === substance?.code)),
    );
    expect(having.length).toBeGreaterThan(0);
    expect(await listed(`/ruptures?q=${encodeURIComponent(substance?.name ?? '')}`)).toEqual(
      expect.arrayContaining(having),
    );
    expect(await html('/ruptures?q=zzzzzzzz')).toContain('Rien ici.');
  });
  it('is in the order of names where that is asked for', async () => {
    const names = async (path: string): Promise<string[]> =>
      [...(await html(path)).matchAll(/<h3 lang="fr">(?:<a [^>]*>)?([^<]*)</g)].map(([, name]) => name ?? '');
    for (const path of ['/ruptures?tri=nom', '/ruptures?liste=historique&tri=nom']) {
      const found = (await names(path)).map(normalise);
      expect(found).toHaveLength(20);
      expect(found).toEqual([...found].sort());
      expect(found).not.toEqual((await names(path.replace('tri=nom', ''))).map(normalise));
    }
  });
  it('is told in English too, with links that stay in it', async () => {
    const page = await html('/ruptures?lang=en');
    expect(page).toContain('What is short now');
    expect(page).toContain('Open notifications (');
    expect(page).toMatch(/href="\/ruptures\?tri&#x3D;nom&amp;lang=en#liste"/);
    expect(page).not.toMatch(/Rupture de stock|en rupture|laboratoire:/i);
  });
});

describe('the history on the page', () => {
  it('has the figures of the interface, in rows and in the lists they lead to', async () => {
    const statistics = await data<ShortageStatistics>('/shortages/statistics');
    expect(countOf(await html('/ruptures?liste=historique'))).toBe(statistics.medicines);
    expect(countOf(await html('/ruptures?liste=historique&etat=en-cours'))).toBe(statistics.open);
    const [year] = statistics.byYear;
    expect(countOf(await html(`/ruptures?liste=historique&annee=${year?.key ?? ''}`))).toBe(year?.count);
    const [laboratory] = statistics.byLaboratory;
    expect(countOf(await html(`/ruptures?liste=historique&laboratoire=${laboratory?.key ?? ''}`))).toBe(
      laboratory?.count,
    );
  });
  it('leads to the medicine of a declaration', async () => {
    const [item] = (await data<ShortageItem[]>('/shortages?pageSize=20')).filter(
      ({ speciality }) => speciality !== null,
    );
    expect(await html('/ruptures?liste=historique')).toContain(`href="/specialites/${item?.speciality?.cis ?? ''}"`);
  });
  it('offers the feed to readers and to people', async () => {
    const page = await html('/ruptures');
    expect(page).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Changements de disponibilité" href="/ruptures.atom">',
    );
    expect(page).toContain('<a href="/ruptures.atom">');
  });
});

describe('a release without the sources of shortages', () => {
  it.each([
    [['ruptures'], 'ne contient pas l’historique des ruptures', 'Ce qui manque en ce moment'],
    [['bdpm/CIS_CIP_Dispo_Spec.txt'], 'ne dit pas ce qui manque en ce moment', 'Signalements en cours'],
    [['ruptures', 'bdpm/CIS_CIP_Dispo_Spec.txt'], 'ne contient pas l’historique', 'ne sont pas connues'],
  ])('%j says so', async (missing, sentence, other) => {
    const emptier = await createPublishedDatabase({ ...SMALL, without: missing });
    try {
      const service = await startTestApp(emptier);
      const answer = await fetch(`${service.url}/ruptures`);
      const page = await answer.text();
      await service.close();
      expect([answer.status, page.includes(sentence), page.includes(other)]).toEqual([200, true, true]);
    } finally {
      await emptier.close();
    }
  });
});
