import { slug } from '../sources/normalise.js';
import { remember } from '../sources/remember.js';
import { cellAt } from './cells.js';
import { percentOf } from './exposure.js';
import { AGE_GROUPS, POPULATIONS, SERIOUSNESS, SERIOUSNESS_CRITERIA, SEXES } from './figures.js';
import type { AdverseReactions, Figure, NotificationRate, OrganClassRow, Period, Population, Row } from './figures.js';
import { AGE_GROUP_LABELS, CRITERION_LABELS, ORGAN_CLASSES, SERIOUSNESS_LABELS, SEX_LABELS } from './labels.js';
import { notificationRate } from './notification-rate.js';
import { inPublicOrder } from './public-order.js';
import { figureOf } from './stored-figures.js';
import type { Count, FiguresFrame, InPopulations, RateBasis, StoredFigures } from './stored-figures.js';

// the same few thousand labels come back for every substance
const keyOfLabel = remember(slug);

/**
 * The public answer about one population out of stored figures: the labels, shares, rates and order of http.md. Each
 * breakdown is worked out when it is asked for.
 */
export class PopulationFigures {
  /** The whole, of which every row is a share. */
  readonly cases: Figure;
  private readonly at: number;
  private readonly ownSex: number;
  private readonly ownAge: number;

  constructor(
    private readonly stored: StoredFigures,
    private readonly frame: FiguresFrame,
    readonly population: Population,
  ) {
    this.at = POPULATIONS.indexOf(population);
    this.ownSex = (SEXES as readonly string[]).indexOf(population);
    this.ownAge = (AGE_GROUPS as readonly string[]).indexOf(population);
    const { total, sexes, ageGroups } = stored;
    this.cases = figureOf(this.ownSex >= 0 ? sexes[this.ownSex] : this.ownAge >= 0 ? ageGroups[this.ownAge] : total);
  }

  get period(): Period {
    return this.frame.period;
  }

  get notificationRate(): NotificationRate | null {
    return this.rate(this.stored.rates?.populations[this.at]);
  }

  get bySex(): Row[] | undefined {
    if (this.ownSex >= 0) return undefined;
    const { sexes, cells } = this.stored;
    return SEXES.map((key, sex) =>
      this.ownAge >= 0
        ? this.cellRow({ key, label: SEX_LABELS[key], cell: cellAt(sex, this.ownAge) }, cells)
        : this.populationRow({ key, label: SEX_LABELS[key] }, sexes[sex]),
    );
  }

  get byAgeGroup(): Row[] | undefined {
    if (this.ownAge >= 0) return undefined;
    const { ageGroups, cells } = this.stored;
    return AGE_GROUPS.map((key, age) =>
      this.ownSex >= 0
        ? this.cellRow({ key, label: AGE_GROUP_LABELS[key], cell: cellAt(this.ownSex, age) }, cells)
        : this.populationRow({ key, label: AGE_GROUP_LABELS[key] }, ageGroups[age]),
    );
  }

  get bySexAndAgeGroup(): AdverseReactions['bySexAndAgeGroup'] {
    if (this.population !== 'all') return undefined;
    return SEXES.flatMap((sex, s) =>
      AGE_GROUPS.map((ageGroup, a) => {
        const label = `${SEX_LABELS[sex]}, ${AGE_GROUP_LABELS[ageGroup]}`;
        const row = this.cellRow({ key: `${sex}/${ageGroup}`, label, cell: cellAt(s, a) }, this.stored.cells);
        return { ...row, sex, ageGroup };
      }),
    );
  }

  get byYear(): Row[] {
    return this.stored.years.map((cases, i) => {
      const year = this.period.from + i;
      const key = String(year);
      const row = this.row(key, key, cases);
      const consumers = this.stored.rates?.years[key]?.[this.at] ?? null;
      const basis: RateBasis = row.count === null || consumers === null ? null : [row.count, consumers];
      return { ...row, notificationRate: this.rate(basis, { from: year, to: year }) };
    });
  }

  get bySeriousness(): Row[] {
    return SERIOUSNESS.map((key, i) => this.row(key, SERIOUSNESS_LABELS[key], this.stored.seriousness[i]));
  }

  get bySeriousnessCriterion(): Row[] {
    return SERIOUSNESS_CRITERIA.map((key, i) => this.row(key, CRITERION_LABELS[key], this.stored.criteria[i]));
  }

  get byReporter(): Row[] {
    return inPublicOrder(
      this.frame.reporters.map(({ key, label }) => this.row(key, label, this.stored.reporters[key])),
    );
  }

  get byOrganClass(): OrganClassRow[] {
    const rows = ORGAN_CLASSES.map(({ key, french }) => {
      const of = this.stored.organClasses[key];
      const row = this.row(key, french, of?.cases);
      return { ...row, highLevelTerms: row.count === 0 || of === undefined ? [] : this.terms(of.terms) };
    });
    return inPublicOrder(rows);
  }

  /** A hidden term is listed even where it does not occur: its absence would say that it is 0. */
  private terms(terms: StoredFigures['organClasses'][string]['terms']): Row[] {
    const listed = terms.filter(([, cases]) => cases[this.at] !== 0);
    return inPublicOrder(listed.map(([label, cases]) => this.row(keyOfLabel(label), label, cases)));
  }

  /** All of it, in the order of http.md. */
  answer(): AdverseReactions {
    const { bySex, byAgeGroup, bySexAndAgeGroup } = this;
    return {
      population: this.population,
      period: this.period,
      cases: this.cases,
      notificationRate: this.notificationRate,
      ...(bySex && { bySex }),
      ...(byAgeGroup && { byAgeGroup }),
      ...(bySexAndAgeGroup && { bySexAndAgeGroup }),
      byYear: this.byYear,
      bySeriousness: this.bySeriousness,
      bySeriousnessCriterion: this.bySeriousnessCriterion,
      byReporter: this.byReporter,
      byOrganClass: this.byOrganClass,
    };
  }

  /** A sex or an age group of the whole: a population itself, but for `unknown`. */
  private populationRow({ key, label }: { key: string; label: string }, count: Count | undefined): Row {
    const basis = this.stored.rates?.populations[(POPULATIONS as readonly string[]).indexOf(key)];
    return { ...this.rowOf(key, label, figureOf(count)), notificationRate: this.rate(basis) };
  }

  private cellRow({ key, label, cell }: { key: string; label: string; cell: number }, cells: readonly Count[]): Row {
    return {
      ...this.rowOf(key, label, figureOf(cells[cell])),
      notificationRate: this.rate(this.stored.rates?.cells[cell]),
    };
  }

  /** What is not stored does not occur, or is hidden with everything. */
  private row(key: string, label: string, cases: InPopulations | undefined): Row {
    return this.rowOf(key, label, figureOf(cases === undefined ? (this.cases.suppressed ? null : 0) : cases[this.at]));
  }

  private rowOf(key: string, label: string, { count, suppressed }: Figure): Row {
    const whole = this.cases.count;
    const percent = count === null || whole === null ? null : percentOf(count, whole);
    return { key, label, count, percent, suppressed };
  }

  private rate(basis: RateBasis | undefined, period = this.stored.rates?.period): NotificationRate | null {
    return basis === null || basis === undefined || period === undefined ? null : notificationRate(...basis, period);
  }
}
