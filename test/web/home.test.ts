import { describe, expect, it } from '@jest/globals';
import type { AdverseReactions, Figure, SearchAnswer } from '../../src/queries/answers.js';
import { type HomeAnswers, presentHome } from '../../src/web/presenters/home.js';
import { type Search, presentSearch } from '../../src/web/presenters/search.js';
import { ENGLISH } from '../../src/web/texts/language.js';
import { CONTEXT, RELEASE, reactions, row } from './samples.js';

const ITEM = { code: '02202', name: 'EXEMPLARINE', specialityCount: 41, cases: { count: null, suppressed: true } };
const IN_ENGLISH = { ...CONTEXT, language: ENGLISH };

describe('the home page', () => {
  const answers: HomeAnswers = {
    substances: {
      items: [{ ...ITEM, cases: { count: 900, suppressed: false } }, ITEM],
      total: 305,
      page: 1,
      pageSize: 8,
    },
    patients: new Map([['02202', 56_321]]),
    specialities: { total: 884 },
    declarations: reactions(),
    now: { shortage: 1, tension: 23, latest: '2026-02-01' },
    shortages: { period: { from: 2012, to: 2025 } },
  };
  it('shows no masked substance among the most cited, and none without its patients', () => {
    const page = presentHome(CONTEXT, answers);
    expect(page.mostCited.map((item) => [item.cases.text, item.patients])).toEqual([['900', '56\u202f300']]);
  });
  it('leads three ways, each with a figure', () => {
    const page = presentHome(CONTEXT, answers);
    expect(page.ways.map((way) => `${way.href}: ${way.figure} ${way.unit} ${way.note}`)).toEqual([
      '/specialites: 884 médicaments faits de 305\u00a0substances actives',
      '/declarations: 1\u202f000 déclarations reçues en 2014–2016',
      '/ruptures: 1 médicament en rupture et 23 en tension, au 1er février 2026',
    ]);
    expect(presentHome(IN_ENGLISH, answers).ways.map((way) => `${way.figure} ${way.unit} ${way.note}`)).toEqual([
      '884 medicines made of 305\u00a0active substances',
      '1,000 reports received in 2014–2016',
      '1 medicine out of stock and 23 in limited supply, on 1 February 2026',
    ]);
  });
  it('gives shares of all declarations, and leaves out what is hidden', () => {
    const values = (changes: Partial<AdverseReactions>): string[] =>
      presentHome(CONTEXT, { ...answers, declarations: reactions(changes) }).figures.map(({ value }) => value);
    expect(values({})).toEqual(['46,2\u202f%', '60,0\u202f%', '50,0\u202f%', '598']);
    expect(values({ bySex: [row('female', null)], byYear: [row('2016', null)] })).toEqual([
      '46,2\u202f%',
      '50,0\u202f%',
    ]);
  });
  it('tells of every source how recent it is, or that it was not loaded', () => {
    const file = { file: '', sha256: '', bytes: 1, encoding: '', rowsRead: 1, rowsAccepted: 1, rejected: {} };
    const sources = ['bdpm', 'bnpv', 'ruptures'].map((source) => ({ ...file, source, vintage: null }));
    const page = presentHome({ ...CONTEXT, release: { ...RELEASE, sources } }, answers);
    expect(page.sources.map(({ period }) => period)).toEqual([
      'disponibilités au 1er février 2026',
      '2014–2016',
      'non chargée dans cette version',
      '2012–2025',
      'non chargée dans cette version',
    ]);
  });
  it('has no figure of what was not loaded', () => {
    const release = { ...RELEASE, declarations: null, periods: { declarations: null, exposure: null } };
    const nothing = { declarations: null, now: null, shortages: null };
    const page = presentHome({ ...CONTEXT, release }, { ...answers, ...nothing });
    expect(page.ways.map(({ figure, note }) => figure || note)).toEqual([
      '884',
      'non chargées dans cette version',
      'non connues dans cette version',
    ]);
    expect([page.hasDeclarations, page.figures]).toEqual([false, []]);
    expect(page.page.description).toMatch(/^884 médicaments/);
  });
});

describe('a search', () => {
  const substance: SearchAnswer = { type: 'substance', code: '02202', name: 'EXEMPLARINE', cases: null };
  const speciality: SearchAnswer = {
    type: 'speciality',
    cis: '60002283',
    name: 'EXEMPLON 5 mg',
    substances: [{ code: '02202', name: 'EXEMPLARINE' }],
  };
  const search = (query: string, found: SearchAnswer[], more: Partial<Search> = {}): Search => ({
    query,
    found,
    limit: 40,
    patients: new Map(),
    ...more,
  });
  it('says how many it found, or that it shows only the best', () => {
    const heading = (query: string, found: SearchAnswer[], limit: number): string =>
      presentSearch(CONTEXT, search(query, found, { limit })).heading;
    expect(heading('exem', [substance], 40)).toBe('1\u00a0résultat pour « exem »');
    expect(heading('exem', [substance], 1)).toBe('Les 1 meilleurs résultats pour « exem »');
    expect(heading('', [], 40)).toBe('Rechercher');
    expect(presentSearch(CONTEXT, search('exem', [])).nothing).toBe('Rien ne ressemble à « exem ».');
    expect(presentSearch(CONTEXT, search('', [])).nothing).toBe('');
    expect(presentSearch(IN_ENGLISH, search('exem', [substance])).heading).toBe('1\u00a0result for “exem”');
  });
  it('groups by kind, that of the best first, with what was typed marked', () => {
    const { groups } = presentSearch(CONTEXT, search('exem', [speciality, substance]));
    expect(groups.map(({ id, title }) => [id, title])).toEqual([
      ['medicaments', '1\u00a0médicament'],
      ['substances', '1\u00a0substance'],
    ]);
    expect(groups[0]?.results[0]?.name).toEqual([
      { text: 'EXEM', hit: true },
      { text: 'PLON 5 mg', hit: false },
    ]);
    expect(groups[0]?.results[0]?.substances).toEqual([
      { text: 'EXEM', hit: true },
      { text: 'PLARINE', hit: false },
    ]);
    expect(presentSearch(CONTEXT, search('exem', [substance])).groups).toHaveLength(1);
  });
  it('gives the public figures of substances, beside their patients', () => {
    const figures = (cases: Figure, context = CONTEXT): string | undefined =>
      presentSearch(context, search('exem', [{ ...substance, cases }], { patients: new Map([['02202', 2_125_000]]) }))
        .groups[0]?.results[0]?.figures;
    expect(figures({ count: 1200, suppressed: false })).toBe(
      '1\u202f200\u00a0déclarations · environ 2,1\u202fmillions de patients traités par an, en ville',
    );
    expect(figures({ count: null, suppressed: true })).toMatch(/^nombre de déclarations masqué · /);
    expect(figures({ count: 1, suppressed: false }, IN_ENGLISH)).toBe(
      '1\u00a0report · about 2.1\u00a0million patients treated a year, outside hospitals',
    );
  });
  it('says which spelling it found when it is another', () => {
    expect(presentSearch(CONTEXT, search('exemplarnie', [substance])).near).toEqual({
      spelling: 'exemplarine',
      href: '/recherche?q=exemplarine',
    });
    expect(presentSearch(CONTEXT, search('exem', [substance])).near).toBeNull();
  });
});
