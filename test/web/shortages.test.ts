import { describe, expect, it } from '@jest/globals';
import type { ShortageItem, ShortageStatistics, UnavailableItem } from '../../src/queries/shortage-answers.js';
import { CAUSE_LABELS } from '../../src/statistics/labels.js';
import { shortageHistory } from '../../src/web/presenters/shortage-history.js';
import type { ShortageSources } from '../../src/web/presenters/shortage-filters.js';
import type { ShortageLists } from '../../src/web/presenters/shortage-list.js';
import { readShortages } from '../../src/web/presenters/shortage-request.js';
import { presentShortages, type ShortagesPage } from '../../src/web/presenters/shortages.js';
import { template } from '../../src/web/templates.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';
import { CONTEXT } from './samples.js';

const count = (key: string, n: number): { key: string; label: string; count: number; percent: number } => ({
  key,
  label: `Le ${key}`,
  count: n,
  percent: n / 2,
});
const NONE = { count: 0, firstQuartile: null, median: null, thirdQuartile: null };
const STATISTICS: ShortageStatistics = {
  period: { from: 2019, to: 2020 },
  medicines: 200,
  declarations: 190,
  open: 40,
  closed: 160,
  byYear: [count('2019', 90), count('2020', 110)],
  byClassification: [count('shortage', 130), count('risk', 70), count('other', 0)],
  byCause: [count('capacity', 100), count('other', 20), count('unknown', 80)],
  otherCausePercent: 10,
  byAtcClass: [count('N', 150), count('unknown', 50)],
  byLaboratory: Array.from({ length: 20 }, (_, index) => count(`lab-${String(index)}`, 20 - index)),
  byMeasure: [count('unknown', 200)],
  durations: {
    all: { count: 120, firstQuartile: 10, median: 30.5, thirdQuartile: 90 },
    byYear: [
      { key: '2019', label: '2019', count: 100, firstQuartile: 10, median: 45, thirdQuartile: 90 },
      { key: '2020', label: '2020', ...NONE },
    ],
    byClassification: [],
  },
};
const NOW: NonNullable<ShortageSources['now']> = {
  shortage: 1,
  tension: 12,
  latest: '2026-05-18',
  holders: [{ key: 'sandoz', label: 'SANDOZ', spellings: ['SANDOZ', 'Sandoz'] }],
};
const SOURCES: ShortageSources = { now: NOW, statistics: STATISTICS, classes: [{ code: 'N', label: 'NERFS' }] };
const TENSE: UnavailableItem = {
  cis: '60000001',
  name: 'EXEMPLIUM 5 mg, comprimé',
  status: 'tension',
  packs: ['3400949497294'],
  from: '2026-05-01',
  updated: '2026-05-01',
  back: null,
  href: 'https://ansm.example/exemplium',
  holders: ['SANDOZ'],
  atc: { code: 'N02BE01', label: null },
};
const DECLARED: ShortageItem = {
  number: '19RS001',
  name: 'EXEMPLIUM',
  classification: 'risk',
  state: 'closed',
  reported: null,
  closed: '2019-08-02',
  year: 2019,
  causes: [{ key: 'capacity', label: 'Capacité de production insuffisante' }],
  measures: ['Contingentement', 'Importation'],
  speciality: null,
  dci: 'exemplarine',
  atc: { code: 'N', label: 'NERFS' },
  therapeuticClass: null,
  laboratory: 'SANDOZ',
  circuit: 'Ville',
};

function present(query: Record<string, unknown> = {}, sources = SOURCES, language = FRENCH): ShortagesPage {
  const request = readShortages(query, sources.now !== null);
  const lists: ShortageLists =
    request.list === 'now'
      ? { list: 'now', request, found: { items: [TENSE], total: 45, page: request.page, pageSize: 20 } }
      : {
          list: 'history',
          request,
          found: sources.statistics && { items: [DECLARED], total: 1, page: 1, pageSize: 20 },
        };
  return presentShortages({ ...CONTEXT, language }, lists, sources);
}
const plain = (text: string | undefined): string => (text ?? '').replaceAll(/[\u202f\u00a0]/g, ' ');
const leadOf = (page: ShortagesPage): string => plain(page.lead.map((segment) => segment.text).join(''));

describe('what an address of /ruptures asks for', () => {
  it('is what is short now, or the history', () => {
    expect(readShortages({ q: ' a ', atc: 'n02', laboratoire: 'sandoz', etat: 'tension', page: '2' }, true)).toEqual({
      list: 'now',
      q: 'a',
      atc: 'N02',
      laboratory: 'sandoz',
      status: 'tension',
      sort: undefined,
      page: 2,
    });
    expect(readShortages({ liste: 'historique', etat: 'clos', annee: '2019', tri: 'nom' }, true)).toMatchObject({
      list: 'history',
      sort: 'name',
      state: 'closed',
      year: 2019,
    });
  });
  it('is read leniently', () => {
    expect(readShortages({ liste: 'x', atc: 'N2', etat: 'toString', annee: '3000', page: '0' }, true)).toEqual({
      list: 'now',
      q: undefined,
      atc: undefined,
      laboratory: undefined,
      status: undefined,
      sort: undefined,
      page: 1,
    });
    expect(readShortages({ liste: 'historique', annee: '3000' }, true)).toMatchObject({
      state: undefined,
      year: undefined,
    });
  });
  it('begins with what the history has open where what is short now is not known', () => {
    expect(readShortages({}, false)).toMatchObject({ list: 'history', state: 'open' });
    expect(readShortages({ liste: 'historique' }, false)).toMatchObject({ list: 'history', state: undefined });
  });
});

describe('the page of shortages', () => {
  it('answers first', () => {
    expect(leadOf(present())).toBe(
      'Au 18 mai 2026, 1 médicament est en rupture de stock et 12 en tension d’approvisionnement. Entre 2019 et 2020, 200 signalements de rupture ou de risque de rupture.',
    );
  });
  it('lists what is short now, with dates, packs and the official page', () => {
    const { list } = present({ etat: 'tension', page: '2' });
    expect(list?.rows).toEqual([
      {
        name: 'EXEMPLIUM 5 mg, comprimé',
        href: '/specialites/60000001',
        state: 'Tension d’approvisionnement',
        lasts: true,
        lines: ['Depuis le 1er mai 2026', 'Seulement la présentation 3400949497294', 'SANDOZ · classe ATC N02BE01'],
        official: 'https://ansm.example/exemplium',
      },
    ]);
    expect(list?.paging).toEqual({
      text: 'Page 2 sur 3',
      previous: '/ruptures?etat=tension#liste',
      next: '/ruptures?etat=tension&page=3#liste',
    });
    expect(list?.all).toBe('/ruptures#liste');
    expect(list?.provenance?.method).toBe('/methodologie#ruptures');
  });
  it('lists declarations, those that closed as well', () => {
    const { list } = present({ liste: 'historique', annee: '2019' });
    expect(list?.rows[0]).toEqual({
      name: 'EXEMPLIUM',
      href: '',
      state: 'Risque de rupture de stock, clos',
      lasts: false,
      lines: [
        'Signalé en 2019, clos le 2 août 2019 (n° 19RS001)',
        'Cause : Capacité de production insuffisante',
        'Mesures : Contingentement et Importation',
        'SANDOZ · exemplarine · classe ATC N (NERFS) · Ville',
      ],
      official: '',
    });
    expect(list?.form.kept).toEqual([
      { name: 'liste', value: 'historique' },
      { name: 'annee', value: '2019' },
    ]);
    expect(list?.note).toContain('2020');
  });
  it('keeps what was asked in the form, and leads from one list to the other', () => {
    const { list } = present({ q: 'exem', atc: 'N02', laboratoire: 'autre' });
    expect(list?.form.classes).toEqual([
      { value: 'N', label: 'N – NERFS', selected: false },
      { value: 'N02', label: 'N02', selected: true },
    ]);
    expect(list?.form.laboratories.map((option) => [option.value, option.selected])).toEqual([
      ['sandoz', false],
      ['autre', true],
    ]);
    expect(list?.tabs).toEqual([
      { label: 'En ce moment (13)', href: '/ruptures?q=exem&atc=N02#liste', current: true },
      {
        label: 'Signalements en cours (40)',
        href: '/ruptures?liste=historique&q=exem&atc=N02&etat=en-cours#liste',
        current: false,
      },
      { label: 'Tous les signalements (200)', href: '/ruptures?liste=historique&q=exem&atc=N02#liste', current: false },
    ]);
  });
  it('says what the list is narrowed to, and leads to it without each filter, and in the other order', () => {
    const { list } = present({ q: 'exem', atc: 'N', etat: 'tension', tri: 'nom' });
    expect(list?.set).toEqual([
      { text: 'Médicament ou substance : exem', href: '/ruptures?atc=N&etat=tension&tri=nom#liste' },
      { text: 'Classe ATC : N – NERFS', href: '/ruptures?q=exem&etat=tension&tri=nom#liste' },
      { text: 'État : Tension d’approvisionnement', href: '/ruptures?q=exem&atc=N&tri=nom#liste' },
    ]);
    expect(list?.all).toBe('/ruptures?tri=nom#liste');
    expect(list?.choices.map(({ links }) => links.filter(({ current }) => current))).toEqual([
      [
        {
          label: 'Tension d’approvisionnement',
          href: '/ruptures?q=exem&atc=N&etat=tension&tri=nom#liste',
          current: true,
        },
      ],
      [{ label: 'Par nom', href: '/ruptures?q=exem&atc=N&etat=tension&tri=nom#liste', current: true }],
    ]);
    expect(present().list).toMatchObject({ set: [], all: '', form: { open: false } });
  });
  it('speaks English', () => {
    const page = present({}, SOURCES, ENGLISH);
    expect(leadOf(page)).toBe(
      'On 18 May 2026, 1 medicine was out of stock and 12 in limited supply. Between 2019 and 2020, 200 notifications of a shortage or a risk of shortage.',
    );
    expect(page.list?.rows[0]).toMatchObject({
      state: 'Limited supply',
      lines: ['Since 1 May 2026', 'Only the pack 3400949497294', 'SANDOZ · ATC class N02BE01'],
    });
    const { list } = present({ liste: 'historique' }, SOURCES, ENGLISH);
    expect(list?.rows[0]).toMatchObject({
      state: 'Risk of running out of stock, closed',
      lines: [
        'Notified in 2019, closed on 2 August 2019 (no. 19RS001)',
        'Cause: Insufficient production capacity',
        'Measures: Contingentement and Importation',
        'SANDOZ · exemplarine · ATC class N (NERFS) · Ville',
      ],
    });
  });
  it('keeps the long tail off paper, and says so there', () => {
    const html = plain(template('pages/shortages')(present()));
    expect(html.match(/<details class="screen"><summary>Voir les 5 autres<\/summary>/g)).toHaveLength(1);
    expect(html.match(/<p class="paper">[^<]*<\/p>/g)).toEqual([
      '<p class="paper">Et 5 autres, sur la page du site.</p>',
    ]);
  });
  it('says in a sentence which source is missing', () => {
    const onlyHistory = present({}, { ...SOURCES, now: null });
    expect(onlyHistory.nowNote).toContain('n’a pas été chargé');
    expect(onlyHistory.list?.tabs.map((tab) => tab.current)).toEqual([true, false]);
    const onlyNow = present({ liste: 'historique' }, { ...SOURCES, statistics: null });
    expect(onlyNow.historyNote).toContain('ne contient pas l’historique');
    expect(onlyNow.list?.rows).toEqual([]);
    const neither = present({}, { now: null, statistics: null, classes: [] });
    expect([neither.list, neither.history, neither.feed]).toEqual([null, null, '']);
    expect(leadOf(neither)).toContain('ne sont pas connues');
    expect(neither.page.feed).toBeUndefined();
  });
});

describe('the history of shortages', () => {
  const history = shortageHistory(CONTEXT, STATISTICS);
  it('has titles that answer', () => {
    expect(plain(history.years.title)).toBe('De 90 signalements en 2019 à 110 en 2020');
    expect(plain(history.classification.title)).toBe('65,0 % des signalements sont des ruptures');
    expect(plain(history.durations.title)).toBe('La moitié des signalements clos ont duré 31 jours ou moins');
  });
  it('says how much stays under « autre »', () => {
    expect(plain(history.causes.note)).toContain('rangent ces textes en 1 cause.');
    expect(plain(history.causes.note)).toContain('10,0 % des signalements restent sous « Autre »');
  });
  it('leads from classes and laboratories to their declarations, folds the long tail', () => {
    expect(history.classes.rows.map((one) => one.href)).toEqual(['/ruptures?liste=historique&atc=N#liste', undefined]);
    expect([history.laboratories.rows.length, history.laboratories.more.length]).toEqual([15, 5]);
    expect(history.laboratories.moreLabel).toBe('Voir les 5 autres');
  });
  it('says on how many the durations rest, and leaves out groups that have none', () => {
    expect(plain(history.durations.note)).toContain('Calculé sur 120 des 200 signalements');
    expect(history.durations.groups[0]?.rows).toEqual([
      {
        label: '2019',
        median: '45\u00a0jours',
        range: '10 à 90',
        count: '100',
        at: '50.0%',
        from: '11.1%',
        to: '100.0%',
      },
    ]);
  });
  it('names natures and causes as the lists do, in English too', () => {
    const inEnglish = shortageHistory({ ...CONTEXT, language: ENGLISH }, STATISTICS);
    const names = ({ classification, causes }: typeof history): string[][] =>
      [classification, causes].map(({ rows }) => rows.map(({ label }) => label));
    expect(names(history)[0]).toEqual(['Rupture de stock', 'Risque de rupture de stock']);
    expect(names(inEnglish)).toEqual([
      ['Out of stock', 'Risk of running out of stock'],
      ['Insufficient production capacity', 'Other', 'Not given'],
    ]);
  });
  it('knows every cause of the table of rules in English', () => {
    const { cause } = ENGLISH.texts.shortages;
    const untold = [...CAUSE_LABELS].filter(([key, label]) => cause({ key, label }) === label);
    expect([CAUSE_LABELS.size > 20, untold]).toEqual([true, []]);
  });
  it('has a sentence for measures and durations that are not given', () => {
    expect(history.measures).toMatchObject({ rows: [], note: expect.stringContaining('ne dit pas quelles mesures') });
    const without = { ...STATISTICS, durations: { all: NONE, byYear: [], byClassification: [] } };
    const { durations } = shortageHistory(CONTEXT, without);
    expect(plain(durations.note)).toContain('aucun des 160 signalements clos');
    expect([durations.facts, durations.groups]).toEqual([[], []]);
  });
});
