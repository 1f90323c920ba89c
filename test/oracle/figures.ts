import { ORGAN_CLASSES } from '../../src/sources/bnpv/organ-classes.js';
import type { AgeGroup, CaseRow, ReactionRow, Sex } from '../../src/sources/bnpv/rows.js';
import type { ConsumersRow } from '../../src/sources/open-medic/rows.js';
import {
  AGE_GROUPS,
  SERIOUSNESS,
  SERIOUSNESS_CRITERIA,
  SEXES,
  type AdverseReactions,
  type NotificationRate,
  type OrganClassRow,
  type Period,
  type Population,
  type Row,
} from '../../src/statistics/figures.js';
import { sum } from './exposure.js';
import { poissonInterval } from './interval.js';
import { byCodePoint, keyOf, normalised } from './names.js';
import { fourDigits, percentOf } from './rounding.js';

/** A case with its reactions. */
export interface OracleCase {
  row: CaseRow;
  reactions: ReactionRow[];
}

/** What all substances of a release have in common. */
export interface Setting {
  minCell: number;
  /** First to last year of the cases that count. */
  period: Period;
  /** Loaded Open Medic years within the period, ascending. */
  coveredYears: number[];
  /** Label by key. */
  reporters: Map<string, string>;
  terms: Map<string, string>;
}

/** The key of a case's reporter. > TYP_NOTIF as given; absent: `unknown`. */
export function reporterKey(row: CaseRow): string {
  return keyOf(row.reporter ?? '') || 'unknown';
}

/** The rows of a population, of cases and consumers alike. */
function inPopulation(row: { sex: string; ageGroup: string }, population: Population): boolean {
  return population === 'all' || row.sex === population || row.ageGroup === population;
}

/** The published figures of one substance in one population, suppressed ones hidden. Shape: http.md. */
export function adverseReactionsOf(
  allCases: OracleCase[],
  allConsumers: ConsumersRow[],
  population: Population,
  setting: Setting,
): AdverseReactions {
  const cases = allCases.filter((one) => inPopulation(one.row, population));
  const consumers = allConsumers.filter((row) => inPopulation(row, population));
  const total = cases.length;
  // > a number of cases from 1 to 10 is suppressed. If the total itself is suppressed, everything below it is: the
  // > populations are below the whole, their totals stand in its rows
  const hidden = isSmall(allCases.length, setting) || isSmall(total, setting);

  // > `unknown` (sex, age, seriousness or reporter not given) […] is not suppressed for being small
  const row = (key: string, label: string, part: OracleCase[], notGiven = key === 'unknown'): Row => {
    const suppressed = hidden || (!notGiven && isSmall(part.length, setting));
    if (suppressed) return { key, label, count: null, percent: null, suppressed };
    return { key, label, count: part.length, percent: percentOf(part.length, total), suppressed };
  };
  const rated = (plain: Row, part: OracleCase[], base: ConsumersRow[] | null, years: number[]): Row => ({
    ...plain,
    notificationRate: plain.suppressed || !base ? null : rateOf(part, base, years, setting),
  });
  const { coveredYears } = setting;
  const cell = (key: string, cut: Cut): Row => cellOf(key, cut, { allCases, consumers, total, setting });
  const ownSex = SEXES.find((sex) => sex === population);
  const ownAgeGroup = AGE_GROUPS.find((ageGroup) => ageGroup === population);

  const years: number[] = [];
  for (let year = setting.period.from; year <= setting.period.to; year++) years.push(year);
  const byYear = years.map((year) => {
    const part = cases.filter((one) => one.row.year === year);
    return rated(row(String(year), '', part), part, coveredYears.includes(year) ? consumers : null, [year]);
  });

  return {
    population,
    period: setting.period,
    cases: hidden ? { count: null, suppressed: true } : { count: total, suppressed: false },
    notificationRate: hidden ? null : rateOf(cases, consumers, coveredYears, setting),
    // > In a population other than `all`, breakdowns by its own dimension are left out.
    ...(!ownSex && { bySex: SEXES.map((sex) => cell(sex, { sex, ageGroup: ownAgeGroup })) }),
    ...(!ownAgeGroup && { byAgeGroup: AGE_GROUPS.map((ageGroup) => cell(ageGroup, { sex: ownSex, ageGroup })) }),
    ...(population === 'all' && {
      bySexAndAgeGroup: SEXES.flatMap((sex) =>
        AGE_GROUPS.map((ageGroup) => ({ ...cell(`${sex}:${ageGroup}`, { sex, ageGroup }), sex, ageGroup })),
      ),
    }),
    byYear,
    bySeriousness: SERIOUSNESS.map((key) =>
      row(
        key,
        '',
        cases.filter((one) => one.row.seriousness === key),
      ),
    ),
    bySeriousnessCriterion: SERIOUSNESS_CRITERIA.map((key) =>
      row(
        key,
        '',
        cases.filter((one) => one.row.criteria.includes(key)),
      ),
    ),
    byReporter: inOrder(
      [...setting.reporters].map(([key, label]) =>
        row(
          key,
          label,
          cases.filter((one) => reporterKey(one.row) === key),
        ),
      ),
    ),
    byOrganClass: inOrder(ORGAN_CLASSES.map((one) => organClass(one, cases, row, setting.terms))),
  };
}

/** A cell of sex × age; a side that is left out is a total. */
interface Cut {
  sex: Sex | undefined;
  ageGroup: AgeGroup | undefined;
}

/**
 * The row of one cell, the same wherever it stands. > one cell, one decision. A figure that appears in two tables (female
 * > 60+ in sex × age and in the population « 60+ ») is hidden in both or in neither. [And] if the total itself is
 * > suppressed, everything below it is: also what is below the total of its sex, or of its age group.
 */
function cellOf(
  key: string,
  { sex, ageGroup }: Cut,
  from: { allCases: OracleCase[]; consumers: ConsumersRow[]; total: number; setting: Setting },
): Row {
  const { allCases, setting } = from;
  const ofSex = allCases.filter((one) => sex === undefined || one.row.sex === sex);
  const ofAgeGroup = allCases.filter((one) => ageGroup === undefined || one.row.ageGroup === ageGroup);
  const part = ofSex.filter((one) => ageGroup === undefined || one.row.ageGroup === ageGroup);
  const unknown = sex === 'unknown' || ageGroup === 'unknown';
  const suppressed =
    isSmall(allCases.length, setting) ||
    (sex !== 'unknown' && isSmall(ofSex.length, setting)) ||
    (ageGroup !== 'unknown' && isSmall(ofAgeGroup.length, setting)) ||
    // > `unknown` says nothing about anybody and is not suppressed for being small
    (!unknown && isSmall(part.length, setting));
  if (suppressed) return { key, label: '', count: null, percent: null, suppressed, notificationRate: null };
  const base = from.consumers
    .filter((row) => sex === undefined || row.sex === sex)
    .filter((row) => ageGroup === undefined || row.ageGroup === ageGroup);
  return {
    key,
    label: '',
    count: part.length,
    percent: percentOf(part.length, from.total),
    suppressed,
    // > unknown sex or age is in the whole only
    notificationRate: unknown ? null : rateOf(part, base, setting.coveredYears, setting),
  };
}

/** > A case counts once per organ class of its reactions for that substance, and once per (organ class, high level term). */
function organClass(
  { key, french }: { key: string; french: string },
  cases: OracleCase[],
  row: (key: string, label: string, part: OracleCase[], notGiven: boolean) => Row,
  labels: Map<string, string>,
): OrganClassRow {
  const part = cases.filter((one) => one.reactions.some((reaction) => reaction.organClass === key));
  const terms = new Set<string>();
  for (const one of part) {
    for (const reaction of one.reactions)
      if (reaction.organClass === key) terms.add(keyOf(reaction.highLevelTerm ?? ''));
  }
  terms.delete('');
  const highLevelTerms = [...terms].map((term) =>
    row(
      term,
      labels.get(term) ?? '',
      part.filter((one) =>
        one.reactions.some((reaction) => reaction.organClass === key && keyOf(reaction.highLevelTerm ?? '') === term),
      ),
      false,
    ),
  );
  return { ...row(key, french, part, false), highLevelTerms: inOrder(highLevelTerms) };
}

/**
 * > `100000 × cases ÷ consumers`, over the years that both sources cover. No rate where consumers are 0 or where the
 * > number of cases is suppressed. A rate is published with the consumers it rests on, so it is a count.
 */
function rateOf(
  cases: OracleCase[],
  consumers: ConsumersRow[],
  years: number[],
  setting: Setting,
): NotificationRate | null {
  const count = cases.filter((one) => years.includes(one.row.year)).length;
  const base = sum(consumers.filter((row) => years.includes(row.year)));
  if (base === 0 || isSmall(count, setting)) return null;
  const [lower, upper] = poissonInterval(count);
  return {
    per100000: fourDigits((100_000 * count) / base),
    ci95: [fourDigits((100_000 * lower) / base), fourDigits((100_000 * upper) / base)],
    cases: count,
    consumers: base,
    period: { from: Math.min(...years), to: Math.max(...years) },
  };
}

function isSmall(count: number, setting: Setting): boolean {
  return count >= 1 && count < setting.minCell;
}

/** > visible counts descending, then label; suppressed ones last by label */
export function inOrder<T extends Row>(rows: T[]): T[] {
  const byLabel = (a: T, b: T): number =>
    byCodePoint(normalised(a.label), normalised(b.label)) || byCodePoint(a.key, b.key);
  const visible = rows.filter((row) => !row.suppressed);
  const hidden = rows.filter((row) => row.suppressed);
  return [...visible.sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || byLabel(a, b)), ...hidden.sort(byLabel)];
}
