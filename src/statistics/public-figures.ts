import { compareText } from '../sources/compare-text.js';
import { ageTotal, casesIn, casesInAll, cellAt, isKnownCell, sexTotal } from './cells.js';
import type { Breakdown, SubstanceCounts } from './counts.js';
import type { Hidden } from './disclosure/disclosure.js';
import { hide } from './disclosure/disclosure.js';
import { isHiddenIn } from './disclosure/part.js';
import type { ConsumersCell } from './exposure.js';
import { inPopulation, sum } from './exposure.js';
import { AGE_GROUPS, POPULATIONS, SERIOUSNESS, SERIOUSNESS_CRITERIA, SEXES } from './figures.js';
import type { Period } from './figures.js';
import { ORGAN_CLASSES } from './labels.js';
import type {
  Count,
  InPopulations,
  RateBasis,
  StoredFigures,
  StoredOrganClass,
  StoredRates,
} from './stored-figures.js';
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
 * The public figures of a substance out of its real counts: the one way from counts to what is published.
 * `consumers`: null where the figures have none to be set against, and so no rates.
 */
export function publicFigures(
  counts: SubstanceCounts,
  consumers: readonly ConsumersCell[] | null,
  frame: ReleaseFrame,
): StoredFigures {
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
  return new Disclosed(counts, hidden, frame).figures({ coveredYears, cells: rated });
}

function yearsOf({ from, to }: Period): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

interface Rated {
  readonly coveredYears: readonly number[];
  /** Consumers, in the years that both sources cover. */
  readonly cells: readonly ConsumersCell[];
}

// in the order of keys, as everything is stored that has no order of its own
const ORGAN_CLASS_KEYS = ORGAN_CLASSES.map(({ key }) => key).sort(compareText);

/** The counts of one substance, seen through what is hidden of them. */
class Disclosed {
  constructor(
    private readonly counts: SubstanceCounts,
    private readonly hidden: Hidden,
    private readonly frame: ReleaseFrame,
  ) {}

  figures(rated: Rated): StoredFigures {
    const { hidden } = this;
    const { cases } = this.counts;
    const years = yearsOf(this.frame.period).map((key) => this.key('year', key));
    return {
      total: this.count(casesIn(cases, 'all'), hidden.population('all')),
      sexes: SEXES.map((sex, s) => this.count(sexTotal(cases, s), hidden.sex(s), sex === 'unknown')),
      ageGroups: AGE_GROUPS.map((age, a) => this.count(ageTotal(cases, a), hidden.ageGroup(a), age === 'unknown')),
      cells: cases.map((n, cell) => this.count(n, hidden.sexAndAgeGroup(cell), !isKnownCell(cell))),
      rates: this.rates(rated, years),
      years,
      seriousness: SERIOUSNESS.map((key) => this.key('seriousness', key)),
      criteria: SERIOUSNESS_CRITERIA.map((key) => this.key('criterion', key)),
      reporters: Object.fromEntries(
        [...this.frame.reporters.keys()].sort(compareText).map((key) => [key, this.key('reporter', key)]),
      ),
      organClasses: this.organClasses(),
    };
  }

  private organClasses(): StoredFigures['organClasses'] {
    const classes: Record<string, StoredOrganClass> = {};
    const hiddenPopulations = POPULATIONS.map((population) => this.hidden.population(population));
    for (const key of ORGAN_CLASS_KEYS) {
      const cases = this.key('organClass', key);
      const terms = this.terms(key, cases);
      // of the others the number is 0, or hidden where that of the population is
      if (cases.some((n, at) => n !== 0 && !(n === null && hiddenPopulations[at] === true)) || terms.length > 0)
        classes[key] = { cases, terms };
    }
    return classes;
  }

  private terms(organClass: string, ofClass: InPopulations): StoredOrganClass['terms'] {
    return (this.counts.terms.get(organClass) ?? []).map(({ key: classAndTerm, cells }) => {
      const mask = this.hidden.mask('term', classAndTerm);
      const cases = casesInAll(cells).map((n, at) => {
        const isHidden = isHiddenIn(mask, at);
        // a visible 0 is not listed, and counted by nobody
        return ofClass[at] === 0 || (n === 0 && !isHidden) ? 0 : this.count(n, isHidden);
      });
      const key = classAndTerm.slice(organClass.length + 1);
      return [this.frame.terms.get(key) ?? key, cases];
    });
  }

  private rates(rated: Rated, years: readonly InPopulations[]): StoredRates | null {
    const { coveredYears, cells } = rated;
    const [from, to] = [coveredYears[0], coveredYears[coveredYears.length - 1]];
    if (from === undefined || to === undefined) return null;
    const { hidden } = this;
    const { covered } = this.counts;
    const rates = {
      period: { from, to },
      populations: POPULATIONS.map((population) => {
        const isHidden = hidden.population(population) || hidden.rate(population);
        return isHidden ? null : basis(casesIn(covered, population), sum(inPopulation(cells, population)));
      }),
      cells: covered.map((cases, at) => {
        const isHidden = !isKnownCell(at) || hidden.sexAndAgeGroup(at) || hidden.rateOfSexAndAgeGroup(at);
        return isHidden ? null : basis(cases, sum(cells.filter((cell) => cellOf(cell) === at)));
      }),
      years: this.ratedYears(rated, years),
    };
    const hasAny = [...rates.populations, ...rates.cells, ...Object.values(rates.years)].some((rate) => rate !== null);
    return hasAny ? rates : null;
  }

  /** Consumers of the years in which any population has a rate. */
  private ratedYears({ coveredYears, cells }: Rated, years: readonly InPopulations[]): StoredRates['years'] {
    const rated: Record<string, (number | null)[]> = {};
    for (const year of coveredYears) {
      const ofYear = cells.filter((cell) => cell.year === year);
      const cases = years[year - this.frame.period.from] ?? [];
      const consumers = POPULATIONS.map((population, at) =>
        cases[at] === null ? null : sum(inPopulation(ofYear, population)) || null,
      );
      if (consumers.some((number) => number !== null)) rated[year] = consumers;
    }
    return rated;
  }

  /** A value of a breakdown, in all populations. */
  private key(breakdown: Exclude<Breakdown, 'term'>, key: string): InPopulations {
    const cells = this.counts.breakdowns[breakdown].get(key);
    const mask = this.hidden.mask(breakdown, key);
    return casesInAll(cells ?? []).map((n, at) => this.count(n, isHiddenIn(mask, at), key === 'unknown'));
  }

  /** A number of cases as it is published; each passes here once, and is counted. */
  private count(cases: number, isHidden: boolean, unknown = false): Count {
    this.frame.tally.add(cases, isHidden, unknown);
    return isHidden ? null : cases;
  }
}

function basis(cases: number, consumers: number): RateBasis {
  return consumers > 0 ? [cases, consumers] : null;
}

const cellOf = ({ sex, ageGroup }: ConsumersCell): number => cellAt(SEXES.indexOf(sex), AGE_GROUPS.indexOf(ageGroup));
