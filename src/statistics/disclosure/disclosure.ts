import type { Cells } from '../cells.js';
import { casesAt, casesInAll, less, noCells } from '../cells.js';
import type { Breakdown, SubstanceCounts } from '../counts.js';
import { AGE_GROUPS, POPULATIONS, SERIOUSNESS, SEXES } from '../figures.js';
import type { Population } from '../figures.js';
import type { Key } from './breakdown.js';
import { hideBreakdown } from './breakdown.js';
import { isSmall } from './limits.js';
import type { Mask, PartRules } from './part.js';
import { EVERYWHERE, isHiddenIn, NOWHERE, PartHiding } from './part.js';
import type { HiddenRates } from './rates.js';
import { areCellsProtected, hideRates, NO_RATES, ONLY_THE_WHOLE, sumsBelow } from './rates.js';
import { sidesOf } from './side.js';
import type { HiddenTotals } from './totals.js';
import { hideTotals } from './totals.js';
import { hideForUnion } from './union.js';

/** What hiding depends on besides the counts; the same for all substances of a release. */
export interface DisclosureRules {
  /** The smallest number of cases, other than 0, that is published: 11 or more. */
  readonly minCell: number;
  /** All years of the declarations, ascending, and those that both sources cover. */
  readonly years: readonly string[];
  readonly coveredYears: ReadonlySet<string>;
  /** Keys of all reporters of the release. */
  readonly reporters: readonly string[];
}

/**
 * Which figures of a substance the public may not see. It is decided here, once, when a release is made: what is hidden
 * is in no public table. Source: disclosure.md.
 */
export class Hidden {
  constructor(
    private readonly decided: {
      readonly populations: Mask;
      readonly totals: HiddenTotals;
      readonly rates: HiddenRates;
      readonly masks: Readonly<Record<Breakdown, ReadonlyMap<string, Mask>>>;
    },
  ) {}

  population(population: Population): boolean {
    return isHiddenIn(this.decided.populations, POPULATIONS.indexOf(population));
  }

  sex(sex: number): boolean {
    return this.decided.totals.sexes[sex] === true;
  }

  ageGroup(age: number): boolean {
    return this.decided.totals.ages[age] === true;
  }

  /** `cell` as in Cells. */
  sexAndAgeGroup(cell: number): boolean {
    return this.decided.totals.cells[cell] === true;
  }

  /** Where a key is hidden; one that has no mask has no case at all, or is hidden with everything. */
  mask(breakdown: Breakdown, key: string): Mask {
    return this.decided.masks[breakdown].get(key) ?? this.decided.populations;
  }

  rate(population: Population): boolean {
    return isHiddenIn(this.decided.rates.populations, POPULATIONS.indexOf(population));
  }

  /** `cell` as in Cells. */
  rateOfSexAndAgeGroup(cell: number): boolean {
    return this.decided.rates.cells[cell] === true;
  }
}

/** Decides on every figure of a substance, or of all declarations together. */
export function hide(counts: SubstanceCounts, rules: DisclosureRules): Hidden {
  if (isSmall(casesAt(counts.cases, 0), rules.minCell)) return everything(counts.cases);
  return new Decision(counts, rules).decide();
}

function everything(cases: Cells): Hidden {
  const all = (list: readonly unknown[]): boolean[] => list.map(() => true);
  const totals = { sexes: all(SEXES), ages: all(AGE_GROUPS), cells: all(cases) };
  // a key without a mask is hidden where its population is
  const none = new Map<string, Mask>();
  const masks = { year: none, seriousness: none, criterion: none, reporter: none, organClass: none, term: none };
  return new Hidden({ populations: EVERYWHERE, totals, rates: NO_RATES, masks });
}

/** The way to a decision: totals, then the sums that rates rest on, then every breakdown. */
class Decision {
  private readonly uncovered: Cells;
  private readonly totals: HiddenTotals;
  private readonly rules: PartRules;

  constructor(
    private readonly counts: SubstanceCounts,
    private readonly release: DisclosureRules,
  ) {
    const { cases, covered } = counts;
    this.uncovered = less(cases, covered);
    const { minCell } = release;
    this.totals = hideTotals(cases, this.hasPartialRates() ? [covered, this.uncovered] : [cases], minCell);
    this.rules = { minCell, sides: sidesOf(cases, this.totals), hidden: maskOf(this.totals) };
  }

  decide(): Hidden {
    const { rates, year } = this.ratesAndYears();
    const organClass = this.parts('organClass');
    return new Hidden({
      populations: this.rules.hidden,
      totals: this.totals,
      rates,
      masks: {
        year,
        seriousness: this.breakdown(this.keys('seriousness', SERIOUSNESS)),
        criterion: this.parts('criterion'),
        reporter: this.breakdown(this.keys('reporter', this.release.reporters)),
        organClass,
        term: this.terms(organClass),
      },
    });
  }

  /** Whether rates rest on some of the years but not on all: only then their cases are figures of their own. */
  private hasPartialRates(): boolean {
    const { years, coveredYears } = this.release;
    return coveredYears.size > 0 && years.some((year) => !coveredYears.has(year));
  }

  private ratesAndYears(): { rates: HiddenRates; year: ReadonlyMap<string, Mask> } {
    const keys = this.keys('year', this.release.years);
    if (!this.hasPartialRates()) {
      const rates = { populations: this.rules.hidden, cells: this.totals.cells };
      return { rates, year: this.breakdown(keys) };
    }
    const isCovered = ({ key }: Key): boolean => this.release.coveredYears.has(key);
    const years = keys.map((key) => ({ cells: key.cells, covered: isCovered(key) }));
    const parts = keys.map((key) => ({ ...key, part: isCovered(key) ? 0 : 1 }));
    const best = hideRates({ ...this.counts, years }, this.totals, this.rules);
    for (const rates of best === NO_RATES ? [] : [best, ONLY_THE_WHOLE]) {
      const sumsToProtect = sumsBelow(this.counts.cases, this.totals, rates);
      const year = hideBreakdown(parts, { ...this.rules, hiddenSums: rates.populations, sumsToProtect });
      if (year === null) continue;
      const decided = { rates, tables: year.tables, rules: this.rules };
      if (areCellsProtected({ ...this.counts, years }, this.totals, decided)) return { rates, year: year.masks };
    }
    // without any rate the years are one row, in which more can hide
    return { rates: NO_RATES, year: this.breakdown(keys) };
  }

  private keys(breakdown: 'year' | 'seriousness' | 'reporter', keys: readonly string[]): Key[] {
    const counts = this.counts.breakdowns[breakdown];
    return keys.map((key) => ({ key, cells: counts.get(key) ?? noCells(), part: 0 }));
  }

  private breakdown(keys: readonly Key[]): ReadonlyMap<string, Mask> {
    const hidden = hideBreakdown(keys, { ...this.rules, hiddenSums: NOWHERE, sumsToProtect: [] });
    if (hidden === null) throw new Error('a breakdown without sums over its parts has none to protect');
    return hidden.masks;
  }

  private parts(breakdown: 'criterion' | 'organClass'): ReadonlyMap<string, Mask> {
    const masks = new Map<string, Mask>();
    const hiding = new PartHiding({ whole: this.counts.cases, beyond: null, restToo: false }, this.rules);
    for (const [key, cells] of this.counts.breakdowns[breakdown]) masks.set(key, hiding.hide(cells));
    return masks;
  }

  private terms(classes: ReadonlyMap<string, Mask>): ReadonlyMap<string, Mask> {
    const { cases, breakdowns, terms: termsOfClasses } = this.counts;
    const masks = new Map<string, Mask>();
    for (const [organClass, terms] of termsOfClasses) {
      const ofClass = breakdowns.organClass.get(organClass) ?? noCells();
      const hidden = classes.get(organClass) ?? NOWHERE;
      const beyond = { cells: less(cases, ofClass), hidden };
      const hiding = new PartHiding({ whole: ofClass, beyond, restToo: false }, this.rules);
      const casesOfTerms = terms.map(({ cells }) => casesInAll(cells));
      const ofTerms = terms.map(({ cells }, place) => hiding.hide(cells, casesOfTerms[place]));
      hideForUnion({ cells: ofClass, hidden, terms: casesOfTerms, cases, minCell: this.release.minCell }, ofTerms);
      for (const [place, { key }] of terms.entries()) masks.set(key, ofTerms[place] ?? NOWHERE);
    }
    return masks;
  }
}

function maskOf({ sexes, ages }: HiddenTotals): Mask {
  let mask = NOWHERE;
  for (const [population, key] of POPULATIONS.entries()) {
    const isHidden =
      sexes[(SEXES as readonly string[]).indexOf(key)] ?? ages[(AGE_GROUPS as readonly string[]).indexOf(key)];
    if (isHidden === true) mask |= 1 << population;
  }
  return mask;
}
