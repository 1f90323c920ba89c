import { describe, expect, it } from '@jest/globals';
import type { AtcAnswer } from '../../src/queries/answers.js';
import { presentAtcClass, presentAtcRoots } from '../../src/web/presenters/atc.js';
import { presentSpeciality } from '../../src/web/presenters/speciality.js';
import { template } from '../../src/web/templates.js';
import { ENGLISH } from '../../src/web/texts/language.js';
import { CONTEXT } from './samples.js';
import { FULL, SOURCED } from './speciality-samples.js';

const CLASS: AtcAnswer = {
  code: 'N02BE',
  label: 'ANILIDES <X>',
  parent: { code: 'N02B', label: null },
  path: [
    { code: 'N', label: 'SYSTÈME NERVEUX' },
    { code: 'N02', label: 'ANALGÉSIQUES' },
    { code: 'N02B', label: null },
  ],
  children: [{ code: 'N02BE01', label: 'EXEMPLARINE' }],
  substances: [
    { code: '02202', name: 'EXEMPLARINE', cases: { count: 1200, suppressed: false } },
    { code: '02203', name: 'RARINE', cases: { count: null, suppressed: true } },
  ],
};

describe('the page of an ATC class', () => {
  it('shows each substance with its public figure, and no sum', () => {
    const page = presentAtcClass(SOURCED, CLASS);
    expect(page.substances.map(({ href, cases }) => [href, cases])).toEqual([
      ['/substances/02202', { text: '1\u202f200', masked: false }],
      ['/substances/02203', { text: '', masked: true }],
    ]);
    expect(page.lead).toBe('1\u00a0sous-classe et 2\u00a0substances actives de cette version des données.');
    expect(page.casesTitle).toBe('Déclarations 2014–2016');
    const html = template('pages/atc-class')(page);
    expect(html).toContain('ANILIDES &lt;X&gt;');
    expect(html.match(/1\u202f200/g)).toHaveLength(1);
  });
  it('leads up, down, and to its medicines', () => {
    const page = presentAtcClass(SOURCED, CLASS);
    expect(page.page.crumbs.map((crumb) => [crumb.label, crumb.href])).toEqual([
      ['Accueil', '/'],
      ['Classes ATC', '/classes-atc'],
      ['N', '/classes-atc/N'],
      ['N02', '/classes-atc/N02'],
      ['N02B', '/classes-atc/N02B'],
      ['N02BE', null],
    ]);
    expect(page.children.map((child) => child.href)).toEqual(['/classes-atc/N02BE01']);
    expect(page.specialities).toBe('/specialites?atc=N02BE');
    expect(page.all).toBeNull();
    expect(page.level).toContain('niveau 4 sur 5');
  });
  it('shows no more substances than one reads, and leads to the list', () => {
    const substances = Array.from({ length: 61 }, () => ({ code: '02202', name: 'EXEMPLARINE', cases: null }));
    const page = presentAtcClass(SOURCED, { ...CLASS, substances });
    expect([page.substances.length, page.all?.href]).toEqual([60, '/substances?atc=N02BE']);
  });
  it('says that no medicine has a code of it', () => {
    const html = template('pages/atc-class')(presentAtcClass(SOURCED, { ...CLASS, children: [], substances: [] }));
    expect(html).toContain('Aucun médicament de cette version');
  });
});

describe('the ATC pages in English', () => {
  const english = { ...SOURCED, language: ENGLISH };
  /** Pages without what is marked as French. */
  const unmarked = (html: string): string => html.replaceAll(/<(\w+)[^>]* lang="fr"[^>]*>.*?<\/\1>/gs, '');
  it('count and explain in English, and mark the labels as French', () => {
    const page = presentAtcClass(english, CLASS);
    expect(page.page.title).toBe('ATC class N02BE, ANILIDES <X>: 2\u00a0active substances – Pharmacovigie');
    expect(page.lead).toBe('1\u00a0subclass and 2\u00a0active substances in this version of the data.');
    expect(page.substances[0]?.cases.text).toBe('1,200');
    expect(page.provenance.sources).toContain('(file CIS_MITM); labels');
    const roots = presentAtcRoots(english, [{ code: 'N', label: 'SYSTÈME NERVEUX' }]);
    const html = template('pages/atc-class')(page) + template('pages/atc-roots')(roots);
    expect(html).toContain('SYSTÈME');
    expect(unmarked(html)).not.toMatch(/[éèàç«]| (?:de|la|les|des) /);
  });
});

describe('the ATC tree', () => {
  it('names where it comes from', () => {
    const page = presentAtcRoots(SOURCED, [{ code: 'N', label: null }]);
    expect(page.roots).toEqual([{ code: 'N', label: '', href: '/classes-atc/N' }]);
    expect(page.provenance?.sources).toBe(
      'base de données publique des médicaments (fichier CIS_MITM) ; libellés de la classification ATC',
    );
  });
  it('says that the release has none', () => {
    const page = presentAtcRoots(CONTEXT, []);
    expect(page.note).toContain('ne permet pas de le savoir');
    expect(page.provenance).toBeNull();
  });
  it('has the place of a medicine, and says when its code is that of its group', () => {
    const { atc } = presentSpeciality(SOURCED, FULL, null);
    expect(atc.path.map((one) => one.href)).toEqual(['/classes-atc/N', '/classes-atc/N02', '/classes-atc/N02BE01']);
    expect(atc.note).toContain('groupe générique');
    expect(presentSpeciality(SOURCED, { ...FULL, atc: null }, null).atc.note).toContain('Aucun code ATC');
  });
});
