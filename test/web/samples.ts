import type { AdverseReactions, ReleaseAnswer, Row, SubstanceAnswer } from '../../src/queries/answers.js';
import type { Context } from '../../src/web/presenters/context.js';
import { FRENCH } from '../../src/web/texts/language.js';

/** Answers as the queries give them, small and made by hand, for the tests of what is made of them. */
export const RELEASE: ReleaseAnswer = {
  id: '7',
  publishedAt: '2026-02-16T09:00:00Z',
  demo: true,
  sources: [],
  declarations: {
    casesRead: 1200,
    casesKept: 1000,
    excluded: { foreign: 50, superseded: 150 },
    drugRows: 2000,
    matched: { speciality: 1000, brand: 500, substance: 200, alias: 100 },
    ambiguous: 50,
    unmatched: 150,
  },
  disclosure: { minCell: 11, figures: 5000, suppressed: { primary: 700, complementary: 300 } },
  exposure: { rows: 900, unmatchedRows: 4, unmatchedPacks: 1 },
  periods: { declarations: { from: 2014, to: 2016 }, exposure: { from: 2015, to: 2018 } },
};
export const CONTEXT: Context = {
  release: RELEASE,
  demo: true,
  baseUrl: 'https://site.test',
  minCell: 11,
  language: FRENCH,
  address: '/',
};

type RateOf = Pick<NonNullable<Row['notificationRate']>, 'per100000' | 'ci95' | 'consumers'>;

/** A row of 1000 cases; a count of null is a suppressed one. */
export function row(key: string, count: number | null, rate?: RateOf | null): Row {
  const made: Row = { key, label: key, count, percent: count === null ? null : count / 10, suppressed: count === null };
  if (rate === undefined) return made;
  const notificationRate = rate && { ...rate, cases: count ?? 0, period: { from: 2015, to: 2016 } };
  return { ...made, notificationRate };
}

export function rate(per100000: number, ci95: [number, number], consumers = 100_000): RateOf {
  return { per100000, ci95, consumers };
}

export function reactions(changes: Partial<AdverseReactions> = {}): AdverseReactions {
  return {
    population: 'all',
    period: { from: 2014, to: 2016 },
    cases: { count: 1000, suppressed: false },
    notificationRate: {
      ...rate(24.13, [23.4, 24.9], 400_000),
      cases: 700,
      period: { from: 2015, to: 2016 },
    },
    bySex: [
      row('female', 600, rate(30, [28, 32], 250_000)),
      row('male', 350, rate(20, [18, 22], 150_000)),
      row('unknown', 50),
    ],
    byAgeGroup: [
      row('0-19', 100, rate(10, [8, 13])),
      row('20-59', 400, rate(20, [18, 22])),
      row('60+', 500, rate(21, [19, 23])),
      row('unknown', 0),
    ],
    byYear: [row('2014', 402), row('2015', null), row('2016', 598)],
    bySeriousness: [row('serious', 462), row('non_serious', 538), row('unknown', 0)],
    bySeriousnessCriterion: [row('death', null), row('hospitalisation', 300)],
    byReporter: [row('Médecin', 900), row('Sage-femme', null)],
    byOrganClass: [
      { ...row('Affections cardiaques', 200), highLevelTerms: [row('Arythmies', 150), row('Autres', null)] },
      { ...row('Affections oculaires', 0), highLevelTerms: [] },
      { ...row('Affections endocriniennes', null), highLevelTerms: [row('Thyroïde', null)] },
    ],
    ...changes,
  };
}

export function substance(changes: Partial<SubstanceAnswer> = {}): SubstanceAnswer {
  return {
    code: '02202',
    name: 'EXEMPLARINE',
    synonyms: ['EXEMPLARINE (CHLORHYDRATE D’)'],
    memberCodes: ['02202', '02203'],
    specialityCount: 41,
    atc: [],
    exposure: {
      period: { from: 2015, to: 2018 },
      consumers: 8_500_000,
      annualAverage: 2_125_000,
      level: 'very_high',
      bySex: [
        { key: 'female', consumers: 5_100_000, percent: 60 },
        { key: 'male', consumers: 3_400_000, percent: 40 },
        { key: 'unknown', consumers: 0, percent: 0 },
      ],
      byAgeGroup: [{ key: '60+', consumers: 8_500_000, percent: 100 }],
      byYear: [
        { key: '2015', consumers: 4_000_000 },
        { key: '2016', consumers: 4_500_000 },
      ],
    },
    adverseReactions: reactions(),
    ...changes,
  };
}
