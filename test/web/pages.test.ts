import { describe, expect, it } from '@jest/globals';
import { presentError } from '../../src/web/presenters/error.js';
import { presentHome } from '../../src/web/presenters/home.js';
import { presentMethodology } from '../../src/web/presenters/methodology.js';
import { readPopulation } from '../../src/web/presenters/populations.js';
import { presentSearch } from '../../src/web/presenters/search.js';
import { presentSpecialityList, readSpecialityList } from '../../src/web/presenters/speciality-list.js';
import { presentSubstanceList, readSubstanceList } from '../../src/web/presenters/substance-list.js';
import { FRENCH } from '../../src/web/texts/language.js';
import { CONTEXT, RELEASE } from './samples.js';

const ITEM = { code: '02202', name: 'EXEMPLARINE', specialityCount: 41, cases: { count: null, suppressed: true } };

describe('addresses', () => {
  it('are read leniently: what makes no sense is as if absent', () => {
    expect(readSubstanceList({ q: ' par ', lettre: 'b', tri: 'declarations', page: '3' })).toEqual({
      q: 'par',
      letter: 'B',
      atc: undefined,
      sort: '-cases',
      page: 3,
    });
    expect(readSubstanceList({ q: ['a', 'b'], lettre: 'AB', tri: 'x', page: '-1' })).toEqual({
      q: undefined,
      letter: undefined,
      atc: undefined,
      sort: 'name',
      page: 1,
    });
    expect(readSpecialityList({ substance: '2202' }).substance).toBeUndefined();
    expect(['n02be', 'N02BE01', 'N0', 'N02B01', '%'].map((atc) => readSpecialityList({ atc }).atc)).toEqual([
      'N02BE',
      'N02BE01',
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('name a population or none', () => {
    expect([readPopulation(undefined), readPopulation('60+'), readPopulation('toString')]).toEqual([
      'all',
      '60+',
      null,
    ]);
  });
});

describe('the list of substances', () => {
  it('keeps the filter in its links', () => {
    const list = { items: [ITEM], total: 120, page: 2, pageSize: 50 };
    const page = presentSubstanceList(
      CONTEXT,
      readSubstanceList({ q: 'a&b', tri: 'declarations', page: '2' }),
      list,
      null,
    );
    expect(page.paging).toEqual({
      text: 'Page 2 sur 3',
      previous: '/substances?q=a%26b&tri=declarations',
      next: '/substances?q=a%26b&tri=declarations&page=3',
    });
    expect(page.sortByName).toBe('/substances?q=a%26b');
    expect(page.rows[0]?.cases).toEqual({ text: '', masked: true });
    expect(page.page.canonical).toBe('https://site.test/substances?q=a%26b&tri=declarations&page=2');
  });
});

describe('the lists of an ATC class', () => {
  const list = { items: [], total: 120, page: 2, pageSize: 50 };
  it('name it, keep it in their links, and lead back to the whole', () => {
    const substances = presentSubstanceList(
      CONTEXT,
      readSubstanceList({ atc: 'n02', page: '2' }),
      list,
      'N02, ANALGÉSIQUES',
    );
    expect(substances.count).toBe('120\u00a0substances de la classe ATC N02, ANALGÉSIQUES');
    expect([substances.paging.next, substances.allClasses]).toEqual(['/substances?atc=N02&page=3', '/substances']);
    const request = readSpecialityList({ atc: 'N02', substance: '02202', q: 'a' });
    const medicines = presentSpecialityList(CONTEXT, request, list, { substance: 'EXEMPLARINE', atc: 'N02' });
    expect(medicines.count).toBe('120\u00a0médicaments contenant EXEMPLARINE de la classe ATC N02 pour « a »');
    expect(medicines.allClasses).toBe('/specialites?q=a&substance=02202');
    expect(medicines.allSubstances).toBe('/specialites?q=a&atc=N02');
  });
});

describe('the home page', () => {
  it('shows no masked substance among the most cited', () => {
    const items = [{ ...ITEM, cases: { count: 900, suppressed: false } }, ITEM];
    const page = presentHome(CONTEXT, { items, total: 305, page: 1, pageSize: 8 }, { total: 884 });
    expect(page.mostCited.map((item) => item.cases.text)).toEqual(['900']);
    expect(page.facts.map((fact) => fact.value)).toEqual(['1\u202f000', '305', '884']);
  });
  it('has no figure of declarations that were not loaded', () => {
    const release = { ...RELEASE, declarations: null, periods: { declarations: null, exposure: null } };
    const page = presentHome({ ...CONTEXT, release }, { items: [], total: 1, page: 1, pageSize: 8 }, { total: 2 });
    expect(page.facts.map((fact) => fact.label)).toEqual(['Substances actives', 'Médicaments']);
    expect(page.hasDeclarations).toBe(false);
  });
});

describe('the methodology', () => {
  it('gives the release’s own figures', () => {
    const page = presentMethodology(CONTEXT);
    expect(page.declarations).toMatchObject({
      casesRead: '1\u202f200',
      casesKept: '1\u202f000',
      recognised: '90,0\u202f%',
    });
    expect(page.ratePeriod).toBe('2015–2016');
  });
  it('says how many figures are hidden, under the limit that the release was made with', () => {
    const disclosure = { minCell: 21, figures: 5000, suppressed: { primary: 700, complementary: 300 } };
    expect(presentMethodology({ ...CONTEXT, release: { ...RELEASE, disclosure } }).masking).toEqual({
      largestHidden: '20',
      minCell: '21',
      figures: '5\u202f000',
      amounts: [
        { label: 'Publiés', value: '4\u202f000', percent: '80,0\u202f%' },
        { label: 'Masqués, car de 1 à 20', value: '700', percent: '14,0\u202f%' },
        { label: 'Masqués pour protéger les précédents', value: '300', percent: '6,0\u202f%' },
      ],
    });
  });
  it('hides nothing of a release without declarations', () => {
    const page = presentMethodology({ ...CONTEXT, release: { ...RELEASE, disclosure: null } });
    expect(page.masking).toEqual({ largestHidden: '10', minCell: '11', amounts: [], figures: '' });
  });
});

describe('a search', () => {
  it('says how many it found, or that it shows only the best', () => {
    const found = [{ type: 'substance', code: '02202', name: 'EXEMPLARINE', cases: null } as const];
    expect(presentSearch(CONTEXT, 'exem', found, 40).heading).toBe('1\u00a0résultat pour « exem »');
    expect(presentSearch(CONTEXT, 'exem', found, 1).heading).toBe('Les 1 meilleurs résultats pour « exem »');
    expect(presentSearch(CONTEXT, 'exem', [], 40).nothing).toBe(true);
    expect(presentSearch(CONTEXT, '', [], 40)).toMatchObject({ nothing: false, heading: 'Rechercher' });
  });
});

describe('error pages', () => {
  const site = { language: FRENCH, demo: false, version: null };
  it('say what was looked for, without trusting it', () => {
    expect(presentError(404, '/substances/9%ZZ?x', site).sentences[0]).toContain('« 9%ZZ »');
    expect(presentError(404, '/specialites/1', site).sentences[0]).toContain('code CIS « 1 »');
    expect(presentError(404, '/classes-atc/N9', site).sentences[0]).toContain('Aucune classe ATC n’a le code « N9 »');
    expect(presentError(404, '/substances?atc=N99', site).sentences[0]).toContain('aucune page du site');
    expect(presentError(404, '/x', site).offersSearch).toBe(true);
  });
  it.each([400, 429, 500, 503])('have words for %i', (status) => {
    expect(presentError(status, '/', site).sentences.join('')).not.toBe('');
  });
});
