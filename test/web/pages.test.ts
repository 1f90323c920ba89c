import { describe, expect, it } from '@jest/globals';
import { presentError } from '../../src/web/presenters/error.js';
import { presentMethodology } from '../../src/web/presenters/methodology.js';
import { readPopulation } from '../../src/web/presenters/populations.js';
import { presentSpecialityList, readSpecialityList } from '../../src/web/presenters/speciality-list.js';
import { presentSubstanceList, readSubstanceList } from '../../src/web/presenters/substance-list.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';
import { CONTEXT, RELEASE } from './samples.js';

const ITEM = { code: '02202', name: 'EXEMPLARINE', specialityCount: 41, cases: { count: null, suppressed: true } };
const IN_ENGLISH = { ...CONTEXT, language: ENGLISH };
const CLASSES = [
  { code: 'A', label: null },
  { code: 'N', label: 'SYSTÈME NERVEUX' },
  { code: 'V', label: 'DIVERS' },
];

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
  const list = { items: [ITEM], total: 120, page: 2, pageSize: 50 };
  const beside = { atcName: null, classes: CLASSES, patients: new Map([['02202', 2_125_000]]) };
  it('keeps the filter in its links', () => {
    const request = readSubstanceList({ q: 'a&b', tri: 'declarations', page: '2' });
    const page = presentSubstanceList(CONTEXT, request, list, beside);
    expect(page.paging).toEqual({
      text: 'Page 2 sur 3',
      previous: '/substances?q=a%26b&tri=declarations',
      next: '/substances?q=a%26b&tri=declarations&page=3',
    });
    expect(page.sort).toEqual({ byName: '/substances?q=a%26b', byCases: null });
    expect(page.rows[0]?.cases).toEqual({ text: '', masked: true });
    expect(page.rows[0]?.patients).toBe('2,1\u202fmillions');
    expect(page.page.canonical).toBe('https://site.test/substances?q=a%26b&tri=declarations&page=2');
    expect(page.place).toEqual({
      range: '51 à 100 sur 120',
      beyond: false,
      first: '/substances?q=a%26b&tri=declarations',
    });
  });
  it('leads back from each filter, and from all, in the same order', () => {
    const request = readSubstanceList({ q: 'a', lettre: 'b', atc: 'N02BE', tri: 'declarations' });
    const page = presentSubstanceList(CONTEXT, request, list, { ...beside, atcName: 'N02BE, ANILIDES' });
    expect(page.filters.set).toEqual([
      { text: 'Classe N02BE, ANILIDES', href: '/substances?q=a&lettre=B&tri=declarations' },
      { text: 'Nom : a', href: '/substances?atc=N02BE&lettre=B&tri=declarations' },
      { text: 'Première lettre : B', href: '/substances?q=a&atc=N02BE&tri=declarations' },
    ]);
    expect(page.filters.clear).toBe('/substances?tri=declarations');
    expect(page.filters.kept).toEqual([
      { name: 'lettre', value: 'B' },
      { name: 'tri', value: 'declarations' },
    ]);
    expect(page.filters.classes).toEqual([
      { value: 'A', label: 'A', selected: false },
      { value: 'N', label: 'N SYSTÈME NERVEUX', selected: false },
      { value: 'N02BE', label: 'N02BE, ANILIDES', selected: true },
      { value: 'V', label: 'V DIVERS', selected: false },
    ]);
  });
  it('says that a page is past its end', () => {
    const past = { items: [], total: 120, page: 9, pageSize: 50 };
    const page = presentSubstanceList(CONTEXT, readSubstanceList({ page: '9' }), past, beside);
    expect(page.place).toEqual({ range: '', beyond: true, first: '/substances' });
  });
  it('speaks English', () => {
    const request = readSubstanceList({ q: 'par', lettre: 'p' });
    const page = presentSubstanceList(IN_ENGLISH, request, list, beside);
    expect(page.count).toBe('120\u00a0substances for “par” under P');
    expect(page.filters.set.map(({ text }) => text)).toEqual(['Name: par', 'First letter: P']);
    expect(page.titles).toEqual({ cases: 'Reports 2014–2016', patients: 'Patients treated a year' });
    expect(page.rows[0]?.patients).toBe('2.1\u00a0million');
    expect(page.page.crumbs.map(({ label }) => label)).toEqual(['Home', 'Substances']);
  });
});

describe('the lists of an ATC class', () => {
  const list = { items: [], total: 120, page: 2, pageSize: 50 };
  it('name it, keep it in their links, and lead back to the whole', () => {
    const substances = presentSubstanceList(CONTEXT, readSubstanceList({ atc: 'n02', page: '2' }), list, {
      atcName: 'N02, ANALGÉSIQUES',
      classes: CLASSES,
      patients: new Map(),
    });
    expect(substances.count).toBe('120\u00a0substances de la classe ATC N02, ANALGÉSIQUES');
    expect(substances.atcPage).toEqual({ label: 'La classe N02, ANALGÉSIQUES', href: '/classes-atc/N02' });
    expect([substances.paging.next, substances.filters.set[0]?.href]).toEqual([
      '/substances?atc=N02&page=3',
      '/substances',
    ]);
    const request = readSpecialityList({ atc: 'N02', substance: '02202', q: 'a' });
    const names = { substance: 'EXEMPLARINE', atc: 'N02', classes: CLASSES };
    const medicines = presentSpecialityList(CONTEXT, request, list, names);
    expect(medicines.count).toBe('120\u00a0médicaments contenant EXEMPLARINE de la classe ATC N02 pour « a »');
    expect(medicines.filters.set.map(({ href }) => href)).toEqual([
      '/specialites?q=a&atc=N02',
      '/specialites?q=a&substance=02202',
      '/specialites?substance=02202&atc=N02',
    ]);
    expect(medicines.about.map(({ href }) => href)).toEqual(['/substances/02202', '/classes-atc/N02']);
    expect(presentSpecialityList(IN_ENGLISH, request, list, names).page.title).toBe(
      'Medicines containing EXEMPLARINE of ATC class N02 for “a” – Pharmacovigie',
    );
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
