import { compareText } from '../sources/compare-text.js';
import { normalise } from '../sources/normalise.js';
import type { PopulationCounts, SubstanceCounts } from './counts.js';
import type { DisclosureControl } from './disclosure.js';
import type { ConsumersCell } from './exposure.js';
import { inPopulation, percentOf, sum } from './exposure.js';
import { AGE_GROUPS, POPULATIONS, SERIOUSNESS, SERIOUSNESS_CRITERIA, SEXES } from './figures.js';
import type { AdverseReactions, Figure, NotificationRate, OrganClassRow, Period, Population, Row } from './figures.js';
import { AGE_GROUP_LABELS, CRITERION_LABELS, ORGAN_CLASSES, SERIOUSNESS_LABELS, SEX_LABELS } from './labels.js';
import { notificationRate } from './notification-rate.js';

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
  disclosure: DisclosureControl;
}

/** The public figures of a substance, one answer a population, out of its real counts. */
export function publicFigures(
  counts: SubstanceCounts,
  consumers: readonly ConsumersCell[],
  frame: ReleaseFrame,
): Record<Population, AdverseReactions> {
  const covered = new Set(frame.coveredYears);
  const rated = consumers.filter((cell) => covered.has(cell.year));
  const whole = new Whole(counts.all, frame.disclosure);
  const entries = POPULATIONS.map((population) => {
    const part = new Part(population, counts[population], inPopulation(rated, population), { frame, whole });
    return [population, part.adverseReactions()] as const;
  });
  return Object.fromEntries(entries) as Record<Population, AdverseReactions>;
}

/** The decisions on the cells that several populations share: one cell, one decision (rule 5). */
class Whole {
  readonly total: Figure;

  constructor(
    private readonly counts: PopulationCounts,
    private readonly disclosure: DisclosureControl,
  ) {
    this.total = disclosure.total(counts.total);
  }

  sex(key: string): Figure {
    return this.disclosure.cell(this.counts.sex.get(key) ?? 0, [key], [this.total]);
  }

  ageGroup(key: string): Figure {
    return this.disclosure.cell(this.counts.ageGroup.get(key) ?? 0, [key], [this.total]);
  }

  sexAndAgeGroup(sex: string, ageGroup: string): Figure {
    const cases = this.counts.sexAndAgeGroup.get(`${sex}/${ageGroup}`) ?? 0;
    return this.disclosure.cell(cases, [sex, ageGroup], [this.sex(sex), this.ageGroup(ageGroup)]);
  }

  population(population: Population): Figure {
    if (population === 'all') return this.total;
    return population === 'female' || population === 'male' ? this.sex(population) : this.ageGroup(population);
  }
}

/** One population of one substance. */
class Part {
  private readonly cases: Figure;

  constructor(
    private readonly population: Population,
    private readonly counts: PopulationCounts,
    private readonly consumers: readonly ConsumersCell[],
    private readonly release: { frame: ReleaseFrame; whole: Whole },
  ) {
    this.cases = release.whole.population(population);
  }

  adverseReactions(): AdverseReactions {
    const { population } = this;
    const bySex = population === 'female' || population === 'male' ? {} : { bySex: this.sexes() };
    const byAge = population in AGE_GROUP_LABELS ? {} : { byAgeGroup: this.ageGroups() };
    const { seriousness, criterion, reporter } = this.counts.breakdowns;
    return {
      population,
      period: this.release.frame.period,
      cases: this.cases,
      notificationRate: this.rate(this.cases, this.counts.covered, this.consumers),
      ...bySex,
      ...byAge,
      ...(population === 'all' ? { bySexAndAgeGroup: this.sexesAndAgeGroups() } : {}),
      byYear: this.years(),
      bySeriousness: SERIOUSNESS.map((key) => this.row(key, SERIOUSNESS_LABELS[key], seriousness.get(key))),
      bySeriousnessCriterion: SERIOUSNESS_CRITERIA.map((key) =>
        this.row(key, CRITERION_LABELS[key], criterion.get(key)),
      ),
      byReporter: inPublicOrder(
        [...this.release.frame.reporters].map(([key, label]) => this.row(key, label, reporter.get(key))),
      ),
      byOrganClass: this.organClasses(),
    };
  }

  private sexes(): Row[] {
    const { whole } = this.release;
    return SEXES.map((sex) => {
      const figure = this.population === 'all' ? whole.sex(sex) : whole.sexAndAgeGroup(sex, this.population);
      const consumers = this.consumers.filter((cell) => cell.sex === sex);
      const rate = sex === 'unknown' ? null : this.rate(figure, this.counts.coveredSex.get(sex) ?? 0, consumers);
      return { ...this.rowOf(sex, SEX_LABELS[sex], this.below(figure)), notificationRate: rate };
    });
  }

  private ageGroups(): Row[] {
    const { whole } = this.release;
    return AGE_GROUPS.map((age) => {
      const figure = this.population === 'all' ? whole.ageGroup(age) : whole.sexAndAgeGroup(this.population, age);
      const consumers = this.consumers.filter((cell) => cell.ageGroup === age);
      const rate = age === 'unknown' ? null : this.rate(figure, this.counts.coveredAgeGroup.get(age) ?? 0, consumers);
      return { ...this.rowOf(age, AGE_GROUP_LABELS[age], this.below(figure)), notificationRate: rate };
    });
  }

  private sexesAndAgeGroups(): NonNullable<AdverseReactions['bySexAndAgeGroup']> {
    return SEXES.flatMap((sex) =>
      AGE_GROUPS.map((ageGroup) => {
        const figure = this.release.whole.sexAndAgeGroup(sex, ageGroup);
        const key = `${sex}/${ageGroup}`;
        const consumers = this.consumers.filter((cell) => cell.sex === sex && cell.ageGroup === ageGroup);
        const known = sex !== 'unknown' && ageGroup !== 'unknown';
        const rate = known ? this.rate(figure, this.counts.coveredSexAndAgeGroup.get(key) ?? 0, consumers) : null;
        const label = `${SEX_LABELS[sex]}, ${AGE_GROUP_LABELS[ageGroup]}`;
        return { ...this.rowOf(key, label, figure), notificationRate: rate, sex, ageGroup };
      }),
    );
  }

  private years(): Row[] {
    const { period, coveredYears } = this.release.frame;
    const years = Array.from({ length: period.to - period.from + 1 }, (_, i) => period.from + i);
    return years.map((year) => {
      const cases = this.counts.breakdowns.year.get(String(year)) ?? 0;
      const row = this.row(String(year), String(year), cases);
      const consumers = this.consumers.filter((cell) => cell.year === year);
      return {
        ...row,
        notificationRate: coveredYears.includes(year) ? this.rate(row, cases, consumers, [year]) : null,
      };
    });
  }

  private organClasses(): OrganClassRow[] {
    const { term, organClass } = this.counts.breakdowns;
    const terms = new Map<string, [key: string, cases: number][]>(ORGAN_CLASSES.map(({ key }) => [key, []]));
    for (const [classAndTerm, cases] of term) {
      const [key = '', termKey = ''] = classAndTerm.split('/');
      terms.get(key)?.push([termKey, cases]);
    }
    const rows = ORGAN_CLASSES.map(({ key, french }) => {
      const row = this.row(key, french, organClass.get(key));
      const { terms: labels } = this.release.frame;
      const below = terms.get(key) ?? [];
      return {
        ...row,
        highLevelTerms: inPublicOrder(
          below.map(([each, cases]) => this.row(each, labels.get(each) ?? each, cases, row)),
        ),
      };
    });
    return inPublicOrder(rows);
  }

  private row(key: string, label: string, cases = 0, above: Figure = this.cases): Row {
    return this.rowOf(key, label, this.release.frame.disclosure.cell(cases, [key], [this.cases, above]));
  }

  private below(figure: Figure): Figure {
    return this.cases.suppressed ? this.cases : figure;
  }

  private rowOf(key: string, label: string, { count, suppressed }: Figure): Row {
    const percent = count === null || this.cases.count === null ? null : percentOf(count, this.cases.count);
    return { key, label, count, percent, suppressed };
  }

  private rate(
    figure: Figure,
    covered: number,
    consumers: readonly ConsumersCell[],
    years = this.release.frame.coveredYears,
  ): NotificationRate | null {
    const { disclosure } = this.release.frame;
    const [from, to] = [years[0], years[years.length - 1]];
    if (from === undefined || to === undefined || !disclosure.mayRest(covered, this.below(figure))) return null;
    return notificationRate(covered, sum(consumers), { from, to });
  }
}

/** Visible counts descending, then label; suppressed ones last, by label, so that the order gives nothing away. */
function inPublicOrder<R extends Row>(rows: readonly R[]): R[] {
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
