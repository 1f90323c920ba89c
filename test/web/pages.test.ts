import { describe, expect, it } from '@jest/globals';
import type { SpecialityAnswer } from '../../src/queries/answers.js';
import { presentError } from '../../src/web/presenters/error.js';
import { presentHome } from '../../src/web/presenters/home.js';
import { presentMethodology } from '../../src/web/presenters/methodology.js';
import { readPopulation } from '../../src/web/presenters/populations.js';
import { presentSearch } from '../../src/web/presenters/search.js';
import { presentSpeciality } from '../../src/web/presenters/speciality.js';
import { readSpecialityList } from '../../src/web/presenters/speciality-list.js';
import { presentSubstanceList, readSubstanceList } from '../../src/web/presenters/substance-list.js';
import { CONTEXT, RELEASE } from './samples.js';

const ITEM = { code: '02202', name: 'EXEMPLARINE', specialityCount: 41, cases: { count: null, suppressed: true } };

describe('addresses', () => {
  it('are read leniently: what makes no sense is as if absent', () => {
    expect(readSubstanceList({ q: ' par ', lettre: 'b', tri: 'declarations', page: '3' })).toEqual({
      q: 'par',
      letter: 'B',
      sort: '-cases',
      page: 3,
    });
    expect(readSubstanceList({ q: ['a', 'b'], lettre: 'AB', tri: 'x', page: '-1' })).toEqual({
      q: undefined,
      letter: undefined,
      sort: 'name',
      page: 1,
    });
    expect(readSpecialityList({ substance: '2202' }).substance).toBeUndefined();
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
    const page = presentSubstanceList(CONTEXT, readSubstanceList({ q: 'a&b', tri: 'declarations', page: '2' }), list);
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
    expect([page.largestHidden, page.minCell, page.ratePeriod]).toEqual(['10', '11', '2015–2016']);
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

const SPECIALITY: SpecialityAnswer = {
  cis: '60002283',
  name: 'EXEMPLIUM 500 mg, comprimé',
  identity: {
    form: 'comprimé',
    routes: ['orale', 'sublinguale'],
    status: null,
    procedure: null,
    marketing: 'Commercialisée',
    date: '2009-10-05',
    holders: [],
    surveillance: true,
    bdpmStatus: 'Alerte',
    europeanNumber: null,
  },
  composition: [
    {
      element: 'comprimé',
      code: '1',
      name: 'A',
      dosage: '500 mg',
      dosageReference: 'un comprimé',
      nature: 'SA',
      link: '1',
      substance: '02202',
    },
    {
      element: 'comprimé',
      code: '2',
      name: 'B',
      dosage: null,
      dosageReference: null,
      nature: 'FT',
      link: '1',
      substance: null,
    },
  ],
  presentations: [
    {
      cip13: '3400949497294',
      cip7: '4949729',
      label: 'boîte de 30',
      status: null,
      marketing: null,
      declarationDate: null,
      hospitals: true,
      reimbursementRates: ['65%'],
      priceWithoutFee: null,
      price: '1234.50',
      fee: null,
      reimbursementConditions: null,
    },
  ],
  substances: [ITEM],
  exposure: null,
  atc: null,
  genericGroup: null,
  majorInterest: false,
  prescriptionConditions: [],
  smr: [],
  asmr: [],
  availability: [],
  medicationErrors: null,
  shortages: [],
  safetyNotices: [],
  available: {
    atc: false,
    atcLabels: false,
    genericGroup: false,
    majorInterest: false,
    prescriptionConditions: false,
    smr: false,
    asmr: false,
    availability: false,
    safetyNotices: false,
    shortages: false,
    medicationErrors: false,
  },
  links: [],
};

describe('the page of a medicine', () => {
  const page = presentSpeciality(CONTEXT, SPECIALITY);
  it('says in a sentence what it is', () => {
    expect(page.lead).toBe('Médicament à base de la substance active EXEMPLARINE, commercialisé.');
    expect(page.warning).toContain('alerte');
  });
  it('shows what is known, and only that', () => {
    expect(page.identity).toEqual([
      { term: 'Code CIS', value: '60002283' },
      { term: 'Forme pharmaceutique', value: 'comprimé' },
      { term: 'Voies d’administration', value: 'orale, sublinguale' },
      { term: 'Autorisé depuis', value: '5 octobre 2009' },
      { term: 'Commercialisation', value: 'Commercialisée' },
    ]);
    expect(page.presentations[0]?.facts).toEqual([
      { term: 'Prix, honoraires compris', value: '1\u202f234,50\u202f€' },
      { term: 'Remboursement', value: '65\u202f%' },
      { term: 'Agréé pour les hôpitaux', value: 'oui' },
      { term: 'Code CIP7', value: '4949729' },
    ]);
  });
  it('leads from the composition to the substance it is counted under', () => {
    expect(page.composition.map((one) => [one.href, one.dosage])).toEqual([
      ['/substances/02202', '500 mg pour un comprimé'],
      ['', ''],
    ]);
  });
});

describe('error pages', () => {
  const site = { demo: false, version: null };
  it('say what was looked for, without trusting it', () => {
    expect(presentError(404, '/substances/9%ZZ?x', site).sentences[0]).toContain('« 9%ZZ »');
    expect(presentError(404, '/specialites/1', site).sentences[0]).toContain('code CIS « 1 »');
    expect(presentError(404, '/x', site).offersSearch).toBe(true);
  });
  it.each([400, 429, 500, 503])('have words for %i', (status) => {
    expect(presentError(status, '/', site).sentences.join('')).not.toBe('');
  });
});
