import type { Subject } from '../../src/attack/subject.js';
import { percentOf } from '../../src/statistics/exposure.js';
import {
  AGE_GROUPS,
  POPULATIONS,
  SERIOUSNESS,
  SERIOUSNESS_CRITERIA,
  SEXES,
  type AdverseReactions,
  type Population,
  type Row,
} from '../../src/statistics/figures.js';

/** So many cases that are alike; what is not said is a woman over 60, serious, by a pharmacist, in 2020, eye and blurred. */
export interface Alike {
  cases: number;
  sex?: 'female' | 'male' | 'unknown';
  ageGroup?: '0-19' | '20-59' | '60+' | 'unknown';
  year?: number;
  seriousness?: 'serious' | 'non_serious' | 'unknown';
  reporter?: string;
  organClass?: string;
  term?: string;
}

const USUAL = {
  sex: 'female',
  ageGroup: '60+',
  year: 2020,
  seriousness: 'serious',
  reporter: 'pharmacist',
  organClass: 'eye',
  term: 'blurred',
} as const;

const YEARS = [2019, 2020, 2021];
const REPORTERS = ['pharmacist', 'physician', 'unknown'];

/**
 * All that could be told of a few cases, nothing hidden: 100,000 consumers in every cell of the years 2019 and 2020, which
 * both sources cover. `hide` then says which figures are suppressed.
 */
export function told(groups: readonly Alike[]): Subject {
  const whole = groups.map((group) => ({ ...USUAL, ...group }));
  const entries = POPULATIONS.map((population) => [population, answerOf(whole, population)] as const);
  const all = entries[0]?.[1];
  if (all === undefined) throw new Error('there are populations');
  const totals = [all.cases];
  return { name: 'EXEMPLINE', totals, most: 1000, coveredYears: [2019, 2020], populations: new Map(entries) };
}

type Whole = Required<Alike>;

function answerOf(everybody: readonly Whole[], population: Population): AdverseReactions {
  const own = everybody.filter(
    ({ sex, ageGroup }) => population === 'all' || sex === population || ageGroup === population,
  );
  const total = sum(own);
  const row = (key: string, part: readonly Whole[]): Row => {
    const count = sum(part);
    return { key, label: key, count, percent: percentOf(count, total), suppressed: false };
  };
  const rows = (keys: readonly string[], field: keyof Whole): Row[] =>
    keys.map((key) =>
      row(
        key,
        own.filter((group) => String(group[field]) === key),
      ),
    );
  const classes = [...new Set(everybody.map(({ organClass }) => organClass))];
  const isSex = population === 'female' || population === 'male';
  return {
    population,
    period: { from: 2019, to: 2021 },
    cases: { count: total, suppressed: false },
    notificationRate: rate(own),
    ...(isSex ? {} : { bySex: rows(SEXES, 'sex').map((each) => ({ ...each, notificationRate: null })) }),
    ...(population === 'all' || isSex ? { byAgeGroup: rows(AGE_GROUPS, 'ageGroup') } : {}),
    ...(population === 'all'
      ? {
          bySexAndAgeGroup: SEXES.flatMap((sex) =>
            AGE_GROUPS.map((ageGroup) => {
              const part = own.filter((group) => group.sex === sex && group.ageGroup === ageGroup);
              return { ...row(`${sex}/${ageGroup}`, part), sex, ageGroup };
            }),
          ),
        }
      : {}),
    byYear: rows(YEARS.map(String), 'year'),
    bySeriousness: rows(SERIOUSNESS, 'seriousness'),
    bySeriousnessCriterion: rows(SERIOUSNESS_CRITERIA, 'seriousness'),
    byReporter: rows(REPORTERS, 'reporter'),
    byOrganClass: classes.map((key) => {
      const part = own.filter(({ organClass }) => organClass === key);
      const terms = [...new Set(part.map(({ term }) => term))];
      const termRow = (term: string): Row =>
        row(
          term,
          part.filter((group) => group.term === term),
        );
      return { ...row(key, part), highLevelTerms: terms.map(termRow) };
    }),
  };
}

function rate(own: readonly Whole[]): AdverseReactions['notificationRate'] {
  const cases = sum(own.filter(({ year }) => year <= 2020));
  return { per100000: cases, ci95: [0, 1], cases, consumers: 100_000, period: { from: 2019, to: 2020 } };
}

function sum(groups: readonly Whole[]): number {
  return groups.reduce((total, { cases }) => total + cases, 0);
}

type Table = 'bySex' | 'byAgeGroup' | 'bySexAndAgeGroup' | 'byYear' | 'bySeriousness' | 'byReporter' | 'byOrganClass';

/** Suppresses rows of one table in one population. */
export function hide(subject: Subject, population: Population, table: Table, ...keys: string[]): void {
  const answer = answerIn(subject, population);
  for (const key of keys) {
    const row = answer[table]?.find((each) => each.key === key);
    if (row === undefined) throw new Error(`${population} has no ${table} ${key}`);
    suppress(row);
  }
}

/** Suppresses terms of an organ class in one population. */
export function hideTerms(subject: Subject, population: Population, organClass: string, ...terms: string[]): void {
  const row = answerIn(subject, population).byOrganClass.find(({ key }) => key === organClass);
  for (const term of row?.highLevelTerms ?? []) if (terms.includes(term.key)) suppress(term);
}

/** Suppresses the total of a population and all that is below it. */
export function hideWhole(subject: Subject, population: Population): void {
  const answer = answerIn(subject, population);
  answer.cases = { count: null, suppressed: true };
  answer.notificationRate = null;
  const { bySex = [], byAgeGroup = [], byYear, bySeriousness, bySeriousnessCriterion, byReporter } = answer;
  const classes = answer.byOrganClass.flatMap((row) => [row, ...row.highLevelTerms]);
  const tables = [bySex, byAgeGroup, byYear, bySeriousness, bySeriousnessCriterion, byReporter, classes];
  tables.flat().forEach(suppress);
}

export function answerIn({ populations }: Subject, population: Population): AdverseReactions {
  const answer = populations.get(population);
  if (answer === undefined) throw new Error(`no population ${population}`);
  return answer;
}

function suppress(row: Row): void {
  row.count = null;
  row.percent = null;
  row.suppressed = true;
}
