import { compareText } from '../sources/compare-text.js';
import { normalise } from '../sources/normalise.js';
import { casesAt, casesIn, cellAt, isKnownCell } from './cells.js';
import type { Breakdown, SubstanceCounts, TermsByClass } from './counts.js';
import { termsByClass } from './counts.js';
import type { Hidden } from './disclosure/disclosure.js';
import { hide } from './disclosure/disclosure.js';
import type { ConsumersCell } from './exposure.js';
import { inPopulation, percentOf, sum } from './exposure.js';
import { AGE_GROUPS, POPULATIONS, SERIOUSNESS, SERIOUSNESS_CRITERIA, SEXES } from './figures.js';
import type { AdverseReactions, Figure, NotificationRate, OrganClassRow, Period, Population, Row } from './figures.js';
import { AGE_GROUP_LABELS, CRITERION_LABELS, ORGAN_CLASSES, SERIOUSNESS_LABELS, SEX_LABELS } from './labels.js';
import { notificationRate } from './notification-rate.js';
import type { SuppressionTally } from './suppression-tally.js';

/** What all substances of a release have in common. */
export interface ReleaseFrame {
  /** First and last year of the declarations. */
  period: Period;
  /** Years that both sources cover, ascending; none when one of the sources is missing. */
  coveredYears: readonly number[];
  /** Every reporter of the release, `unknown` included: key → label. */
  reporters: ReadonlyMap<string, string>;
  /** Every high level term of the release: key → label. */
  terms: ReadonlyMap<string, string>;
  /** The smallest number of cases, other than 0, that is published: 11 or more. */
  minCell: number;
  /** Counts what is hidden, as it is hidden. */
  tally: SuppressionTally;
}

/**
 * The public figures of a substance, one answer a population, out of its real counts: the one way from counts to what
 * is published. `consumers`: null where the figures have none to be set against, and so no rates.
 */
export function publicFigures(
  counts: SubstanceCounts,
  consumers: readonly ConsumersCell[] | null,
  frame: ReleaseFrame,
): Record<Population, AdverseReactions> {
  const rated = (consumers ?? []).filter((cell) => frame.coveredYears.includes(cell.year));
  // without any consumers there is no rate, and nothing to hide for one
  const coveredYears = sum(rated) > 0 ? frame.coveredYears : [];
  const hidden = hide(counts, {
    minCell: frame.minCell,
    years: yearsOf(frame.period),
    coveredYears: new Set(coveredYears.map(String)),
    // ties are settled in the order of keys, not in the one that the database happened to give
    reporters: [...frame.reporters.keys()].sort(compareText),
  });
  const terms = termsByClass(counts);
  const entries = POPULATIONS.map((population) => {
    const source = { counts, terms, hidden, coveredYears, consumers: inPopulation(rated, population) };
    return [population, new PopulationFigures(population, source, frame).adverseReactions()] as const;
  });
  return Object.fromEntries(entries) as Record<Population, AdverseReactions>;
}

function yearsOf({ from, to }: Period): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

interface Source {
  readonly counts: SubstanceCounts;
  readonly terms: TermsByClass;
  readonly hidden: Hidden;
  readonly coveredYears: readonly number[];
  /** Of the population, in the years that both sources cover. */
  readonly consumers: readonly ConsumersCell[];
}

/** One population of one substance. */
class PopulationFigures {
  private readonly at: number;
  private readonly cases: Figure;
  private readonly total: number;

  constructor(
    private readonly population: Population,
    private readonly source: Source,
    private readonly frame: ReleaseFrame,
  ) {
    this.at = POPULATIONS.indexOf(population);
    this.total = casesIn(source.counts.cases, population);
    this.cases = figure(this.total, source.hidden.population(population));
    if (population === 'all') frame.tally.add(this.total, this.cases.suppressed);
  }

  adverseReactions(): AdverseReactions {
    const { population } = this;
    const bySex = population === 'female' || population === 'male' ? {} : { bySex: this.sexes() };
    const byAge = population in AGE_GROUP_LABELS ? {} : { byAgeGroup: this.ageGroups() };
    return {
      population,
      period: this.frame.period,
      cases: this.cases,
      notificationRate: this.source.hidden.rate(population)
        ? null
        : this.rate(casesIn(this.source.counts.covered, population), this.source.consumers),
      ...bySex,
      ...byAge,
      ...(population === 'all' ? { bySexAndAgeGroup: this.sexesAndAgeGroups() } : {}),
      byYear: this.years(),
      bySeriousness: SERIOUSNESS.map((key) => this.row('seriousness', key, SERIOUSNESS_LABELS[key])),
      bySeriousnessCriterion: SERIOUSNESS_CRITERIA.map((key) => this.row('criterion', key, CRITERION_LABELS[key])),
      byReporter: inPublicOrder([...this.frame.reporters].map(([key, label]) => this.row('reporter', key, label))),
      byOrganClass: this.organClasses(),
    };
  }

  private sexes(): Row[] {
    const { hidden } = this.source;
    const own = (AGE_GROUPS as readonly string[]).indexOf(this.population);
    return SEXES.map((sex, s) => {
      const cells = own < 0 ? AGE_GROUPS.map((_, a) => cellAt(s, a)) : [cellAt(s, own)];
      const suppressed = own < 0 ? hidden.sex(s) : hidden.sexAndAgeGroup(cellAt(s, own));
      const noRate = own < 0 ? sex === 'unknown' || hidden.rate(sex) : this.hasNoRate(cellAt(s, own));
      return this.stratum({ key: sex, label: SEX_LABELS[sex], cells, suppressed, noRate });
    });
  }

  private ageGroups(): Row[] {
    const { hidden } = this.source;
    const own = (SEXES as readonly string[]).indexOf(this.population);
    return AGE_GROUPS.map((age, a) => {
      const cells = own < 0 ? SEXES.map((_, s) => cellAt(s, a)) : [cellAt(own, a)];
      const suppressed = own < 0 ? hidden.ageGroup(a) : hidden.sexAndAgeGroup(cellAt(own, a));
      const noRate = own < 0 ? age === 'unknown' || hidden.rate(age) : this.hasNoRate(cellAt(own, a));
      return this.stratum({ key: age, label: AGE_GROUP_LABELS[age], cells, suppressed, noRate });
    });
  }

  private sexesAndAgeGroups(): NonNullable<AdverseReactions['bySexAndAgeGroup']> {
    return SEXES.flatMap((sex, s) =>
      AGE_GROUPS.map((ageGroup, a) => {
        const cell = cellAt(s, a);
        const suppressed = this.source.hidden.sexAndAgeGroup(cell);
        const label = `${SEX_LABELS[sex]}, ${AGE_GROUP_LABELS[ageGroup]}`;
        const key = `${sex}/${ageGroup}`;
        const row = this.stratum({ key, label, cells: [cell], suppressed, noRate: this.hasNoRate(cell) });
        return { ...row, sex, ageGroup };
      }),
    );
  }

  private hasNoRate(cell: number): boolean {
    return !isKnownCell(cell) || this.source.hidden.rateOfSexAndAgeGroup(cell);
  }

  /** A row of the table of sexes and age groups; the same wherever it stands. */
  private stratum(of: { key: string; label: string; cells: number[]; suppressed: boolean; noRate: boolean }): Row {
    const { counts, consumers } = this.source;
    const cases = of.cells.reduce((total, cell) => total + (counts.cases[cell] ?? 0), 0);
    const covered = of.cells.reduce((total, cell) => total + (counts.covered[cell] ?? 0), 0);
    if (this.population === 'all') this.frame.tally.add(cases, of.suppressed, of.key.includes('unknown'));
    const within = consumers.filter((cell) =>
      of.cells.includes(cellAt(SEXES.indexOf(cell.sex), AGE_GROUPS.indexOf(cell.ageGroup))),
    );
    const row = this.rowOf(of.key, of.label, figure(cases, of.suppressed));
    return { ...row, notificationRate: of.noRate || row.suppressed ? null : this.rate(covered, within) };
  }

  private years(): Row[] {
    return yearsOf(this.frame.period).map((key) => {
      const year = Number(key);
      const row = this.row('year', key, key);
      const consumers = this.source.consumers.filter((cell) => cell.year === year);
      const isRated = this.source.coveredYears.includes(year);
      return {
        ...row,
        notificationRate: isRated && row.count !== null ? this.rate(row.count, consumers, [year]) : null,
      };
    });
  }

  private organClasses(): OrganClassRow[] {
    const rows = ORGAN_CLASSES.map(({ key, french }) => {
      const row = this.row('organClass', key, french);
      return { ...row, highLevelTerms: row.count === 0 ? [] : this.terms(key) };
    });
    return inPublicOrder(rows);
  }

  /** A hidden term is listed even where it does not occur: its absence would say that it is 0. */
  private terms(organClass: string): Row[] {
    const rows: Row[] = [];
    for (const { key: classAndTerm, cells } of this.source.terms.get(organClass) ?? []) {
      const isHidden = this.source.hidden.key('term', classAndTerm, this.population);
      if (!isHidden && casesAt(cells, this.at) === 0) continue;
      const key = classAndTerm.slice(organClass.length + 1);
      rows.push({ ...this.row('term', classAndTerm, this.frame.terms.get(key) ?? key), key });
    }
    return inPublicOrder(rows);
  }

  private row(breakdown: Breakdown, key: string, label: string): Row {
    const { counts, hidden } = this.source;
    const cells = counts.breakdowns[breakdown].get(key);
    const cases = cells === undefined ? 0 : casesAt(cells, this.at);
    const suppressed = hidden.key(breakdown, key, this.population);
    this.frame.tally.add(cases, suppressed, key === 'unknown');
    return this.rowOf(key, label, figure(cases, suppressed));
  }

  private rowOf(key: string, label: string, { count, suppressed }: Figure): Row {
    const percent = count === null || this.cases.count === null ? null : percentOf(count, this.cases.count);
    return { key, label, count, percent, suppressed };
  }

  private rate(
    covered: number,
    consumers: readonly ConsumersCell[],
    years = this.source.coveredYears,
  ): NotificationRate | null {
    const [from, to] = [years[0], years[years.length - 1]];
    return from === undefined || to === undefined ? null : notificationRate(covered, sum(consumers), { from, to });
  }
}

function figure(cases: number, suppressed: boolean): Figure {
  return suppressed ? { count: null, suppressed } : { count: cases, suppressed };
}

/** Visible counts descending, then label; suppressed ones last, by label, so that the order gives nothing away. */
export function inPublicOrder<R extends Row>(rows: readonly R[]): R[] {
  const rank = (row: R): number => row.count ?? -1;
  return [...rows].sort(
    (a, b) => rank(b) - rank(a) || compareText(sortKey(a.label), sortKey(b.label)) || compareText(a.key, b.key),
  );
}

const sortKeys = new Map<string, string>();

/** The same few thousand labels are compared for every substance: each is normalised once. */
function sortKey(label: string): string {
  const known = sortKeys.get(label);
  if (known !== undefined) return known;
  const key = normalise(label);
  sortKeys.set(label, key);
  return key;
}
