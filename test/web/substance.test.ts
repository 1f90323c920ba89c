import { describe, expect, it } from '@jest/globals';
import type { Population, SubstanceAnswer } from '../../src/queries/answers.js';
import { presentSubstance, type SubstancePage } from '../../src/web/presenters/substance.js';
import { ENGLISH } from '../../src/web/texts/language.js';
import { CONTEXT, rate, reactions, RELEASE, row, substance } from './samples.js';

const NOTHING_AROUND = { specialities: { items: [], total: 0, page: 1, pageSize: 12 }, earlier: null };

function present(answer: SubstanceAnswer, population: Population = 'all', context = CONTEXT): SubstancePage {
  return presentSubstance(context, answer, population, NOTHING_AROUND);
}
function leadOf(answer: SubstanceAnswer, population?: Population): string {
  return present(answer, population)
    .lead.map((segment) => segment.text)
    .join('')
    .replaceAll(/[\u202f\u00a0]/g, ' ');
}
const MASKED = substance({
  adverseReactions: reactions({ cases: { count: null, suppressed: true }, notificationRate: null }),
});

describe('the first sentence of a substance', () => {
  it('says how many declarations, for how many patients', () => {
    expect(leadOf(substance())).toBe(
      'Entre 2014 et 2016, 1 000 déclarations d’effets indésirables suspectés citent cette substance, pour environ 2,1 millions de patients traités par an en ville.',
    );
  });
  it('says which population it is about, and its share of the patients', () => {
    expect(leadOf(substance(), 'female')).toBe(
      'Entre 2014 et 2016, 1 000 déclarations d’effets indésirables suspectés citent cette substance chez les femmes ; ce groupe réunit 60,0 % des patients traités en ville.',
    );
  });
  it('does not say how small a masked number is', () => {
    expect(leadOf(MASKED)).toBe(
      'Entre 2014 et 2016, le nombre de déclarations d’effets indésirables suspectés citant cette substance est masqué.',
    );
  });
  it('says that there is none', () => {
    const none = substance({ exposure: null, adverseReactions: reactions({ cases: { count: 0, suppressed: false } }) });
    expect(leadOf(none)).toBe(
      'Entre 2014 et 2016, aucune déclaration d’effets indésirables suspectés ne cite cette substance.',
    );
  });
  it('says that declarations were not loaded', () => {
    expect(leadOf(substance({ adverseReactions: null }))).toBe(
      'Les déclarations d’effets indésirables ne sont pas disponibles dans cette version des données. Environ 2,1 millions de patients traités par an en ville.',
    );
  });
});

describe('the page of a substance', () => {
  it('has the answer in its title and one address for all populations', () => {
    const { page } = present(substance(), '60+');
    expect(page.title).toBe(
      'EXEMPLARINE, chez les 60 ans et plus : 1\u202f000 déclarations d’effets indésirables suspectés (2014–2016) – Pharmacovigie',
    );
    expect(page.canonical).toBe('https://site.test/substances/02202');
  });
  it('gives the key figures in French', () => {
    expect(present(substance()).keyFigures).toEqual([
      { label: 'Déclarations, 2014–2016', value: '1\u202f000', masked: false, note: 'dont 598 en 2016' },
      {
        label: 'Patients traités par an, en ville',
        value: '2,1\u202fmillions',
        masked: false,
        note: 'utilisation très élevée',
      },
      {
        label: 'Taux de notification, 2015–2016',
        value: '24,1',
        masked: false,
        note: 'pour 100 000 patients traités et par an (intervalle à 95 % : 23,4 à 24,9)',
      },
      { label: 'Déclarations graves', value: '46,2\u202f%', masked: false, note: '462\u00a0déclarations' },
    ]);
  });
  it('details nothing of a masked total', () => {
    const page = present(MASKED);
    expect(page.declarations).toBeNull();
    expect(page.declarationsNote).toContain('masqué');
    expect(page.rateNote).toBe('Pas de taux de notification : le nombre de déclarations est masqué.');
    expect(page.keyFigures[0]).toMatchObject({ value: '', masked: true });
    expect(page.contents.map((item) => item.id)).toEqual(['essentiel', 'utilisation', 'medicaments', 'changements']);
  });
  it('says which source is missing', () => {
    const context = { ...CONTEXT, release: { ...RELEASE, periods: { ...RELEASE.periods, exposure: null } } };
    const page = present(substance({ exposure: null, adverseReactions: null }), 'all', context);
    expect(page.exposureNote).toContain('Open Medic n’a pas été chargée');
    expect(page.declarationsNote).toContain('BNPV n’a pas été chargée');
    expect(present(substance({ exposure: null })).exposureNote).toContain('aucun remboursement');
  });
  it('keeps the sign of « 60+ » in the links of the populations', () => {
    const links = present(substance(), 'female').populations;
    expect(links.map((link) => link.href)).toContain('/substances/02202?population=60%2B#population');
    expect(links.filter((link) => link.current).map((link) => link.name)).toEqual(['Femmes']);
  });
  it('draws no bar for masked figures and names organ classes at zero together', () => {
    const { organClasses, seriousness } = present(substance()).declarations ?? {
      organClasses: null,
      seriousness: null,
    };
    expect(organClasses?.rows.map((one) => [one.label, one.count, one.width])).toEqual([
      ['Affections cardiaques', { text: '200', masked: false }, '100.0%'],
      ['Affections endocriniennes', { text: '', masked: true }, null],
    ]);
    expect(organClasses?.none).toBe('Affections oculaires');
    expect(organClasses?.rows[0]?.maskedTerms).toBe('Autres');
    expect(organClasses?.rows[0]?.terms.map((term) => term.label)).toEqual(['Arythmies']);
    expect(seriousness?.criteria[0]).toEqual({
      label: 'Décès',
      count: { text: '', masked: true },
      percent: '',
      width: null,
      colour: 's',
    });
  });
  it('leaves out what the population has no dimension for', () => {
    const { bySex, byAgeGroup, ...rest } = reactions({ population: 'female' });
    expect([bySex?.length, byAgeGroup?.length]).toEqual([3, 4]);
    const female = present(substance({ adverseReactions: { ...rest, byAgeGroup: byAgeGroup ?? [] } }), 'female');
    expect(female.declarations?.people?.groups.map((group) => group.heading)).toEqual(['Selon l’âge']);
    const nobody = present(substance({ adverseReactions: rest }), 'female');
    expect(nobody.declarations?.people).toBeNull();
  });
});

describe('the page in English', () => {
  const english = { ...CONTEXT, language: ENGLISH };
  const englishLead = (answer: SubstanceAnswer, population: Population = 'all'): string =>
    present(answer, population, english)
      .lead.map((segment) => segment.text)
      .join('')
      .replaceAll('\u00a0', ' ');
  it('answers first, with English figures', () => {
    expect(englishLead(substance())).toBe(
      'Between 2014 and 2016, 1,000 reports of suspected adverse reactions name this substance, for about 2.1 million treated patients a year outside hospitals.',
    );
    expect(englishLead(substance(), 'female')).toContain(
      'name this substance among women; this group makes up 60.0% of the patients treated outside hospitals.',
    );
    expect(englishLead(MASKED)).toContain('naming this substance is hidden.');
    expect(englishLead(substance({ adverseReactions: null }))).toContain(
      'not available in this version of the data. About',
    );
    const page = present(substance(), 'all', english);
    expect(page.page.title).toContain('EXEMPLARINE: 1,000');
    expect(page.keyFigures.map(({ value }) => value)).toEqual(['1,000', '2.1\u00a0million', '24.1', '46.2%']);
    expect(page.specialitiesTitle).toBe('41\u00a0medicines with this substance');
  });
  it('labels rows by their keys, and marks as French what the source alone names', () => {
    const reactionsOf = reactions({
      byReporter: [{ ...row('sage-femme', 20), label: 'Sage-femme' }, row('Vétérinaire', 12)],
      byOrganClass: [
        { ...row('cardiac-disorders', 20), label: 'Affections cardiaques', highLevelTerms: [row('Arythmies', 15)] },
      ],
    });
    const page = present(substance({ adverseReactions: reactionsOf }), 'all', english).declarations;
    const labels = (rows: { label: string; lang?: string }[] | undefined): string[] | undefined =>
      rows?.map(({ label, lang }) => `${lang ?? 'en'} ${label}`);
    expect(labels(page?.seriousness.criteria)?.[0]).toBe('en Death');
    expect(labels(page?.reporters.rows)).toEqual(['en Midwife', 'fr Vétérinaire']);
    expect(labels(page?.organClasses.rows)).toEqual(['en Cardiac disorders']);
    expect(labels(page?.organClasses.rows[0]?.terms)).toEqual(['fr Arythmies']);
    expect(labels(page?.people?.groups[0]?.rows)).toEqual(['en Women', 'en Men', 'en Not stated']);
  });
});

describe('declarations by year', () => {
  const byYear = [
    { ...row('2014', 402, null) },
    { ...row('2015', null, null) },
    { ...row('2016', 598, rate(13.3, [12.2, 14.4], 4_500_000)) },
  ];
  it('stand beside the patients and the rates of the same years, with what is hidden or not known left open', () => {
    const years = present(substance({ adverseReactions: reactions({ byYear }) })).declarations?.years;
    expect(years?.rates.map(({ year, count, consumers, rate: told }) => [year, count, consumers, told?.range])).toEqual(
      [
        ['2014', { text: '402', masked: false }, '–', undefined],
        ['2015', { text: '', masked: true }, '4\u202f000\u202f000', undefined],
        ['2016', { text: '598', masked: false }, '4\u202f500\u202f000', '12,2–14,4'],
      ],
    );
    expect(years?.rates[2]?.mark).toEqual({ at: '92.4%', from: '84.7%', to: '100.0%' });
    // patients of 2014 are not known, which is not hidden
    expect([years?.patients?.anyMasked, years?.chart.anyMasked]).toEqual([false, true]);
    expect(years?.patients?.wide.years).toEqual(years?.chart.wide.years);
  });
  it('of a part of the population stand beside its own patients alone', () => {
    const women = substance({ adverseReactions: reactions({ population: 'female', byYear }) });
    const years = present(women, 'female').declarations?.years;
    expect(years?.rates.map(({ consumers }) => consumers)).toEqual(['–', '–', '4\u202f500\u202f000']);
    expect(years?.patients).toBeNull();
  });
  it('have no rates where patients are not known', () => {
    const years = present(substance({ exposure: null })).declarations?.years;
    expect([years?.rates, years?.patients]).toEqual([[], null]);
  });
});

describe('declarations beside patients', () => {
  it('shows shares on one scale, and rates with their intervals', () => {
    const people = present(substance()).declarations?.people;
    // women: 60 % of the cases (the longest bar is theirs or their 62.5 % of the patients)
    expect(people?.groups[0]?.rows[0]).toEqual({
      label: 'Femmes',
      count: { text: '600', masked: false },
      percent: '60,0\u202f%',
      casesWidth: '96.0%',
      consumersPercent: '62,5\u202f%',
      consumersWidth: '100.0%',
      rate: { rate: '30', interval: '28 à 32', range: '28–32' },
      mark: { at: '93.8%', from: '87.5%', to: '100.0%' },
    });
  });
  it('shows nothing of a masked group', () => {
    const masked = reactions({ bySex: [row('female', null, null), row('male', 350, null), row('unknown', 50)] });
    const people = present(substance({ adverseReactions: masked })).declarations?.people;
    expect(people?.groups[0]?.rows[0]).toEqual({
      label: 'Femmes',
      count: { text: '', masked: true },
      percent: '',
      casesWidth: null,
      consumersPercent: '',
      consumersWidth: null,
      rate: null,
      mark: null,
    });
  });
  it('says what is not known of a pair', () => {
    const pairs = reactions({
      bySexAndAgeGroup: [
        { ...row('a', 20), sex: 'unknown', ageGroup: 'unknown' },
        { ...row('b', 20), sex: 'unknown', ageGroup: '0-19' },
        { ...row('c', 20), sex: 'male', ageGroup: 'unknown' },
        { ...row('d', 20), sex: 'female', ageGroup: '60+' },
      ],
    });
    const people = present(substance({ adverseReactions: pairs })).declarations?.people;
    expect(people?.groups[2]?.rows.map((one) => one.label)).toEqual([
      'Sexe et âge non renseignés',
      'Sexe non renseigné, 0–19 ans',
      'Hommes, âge non renseigné',
      'Femmes, 60 ans et plus',
    ]);
  });
});
