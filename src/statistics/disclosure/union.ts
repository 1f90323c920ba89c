import type { Cells } from '../cells.js';
import { AGE_COUNT, ageTotal, casesAt, SEX_COUNT, sexTotal } from '../cells.js';
import { POPULATIONS } from '../figures.js';
import { isWide } from './limits.js';
import type { Mask } from './part.js';
import { EVERYWHERE, isHiddenIn, NOWHERE } from './part.js';

/** An organ class with its terms, where each of them is hidden, and all cases of the substance. */
export interface ClassOfTerms {
  readonly cells: Cells;
  readonly hidden: Mask;
  readonly terms: readonly { readonly key: string; readonly cells: Cells }[];
  readonly cases: Cells;
  readonly minCell: number;
}

/**
 * Every case of a class has a term of it, as a rule: the hidden terms of a population are together at least what the
 * others leave of the class. Where that says too much of a term, it is hidden in the whole as well, or another one is.
 */
export function hideForUnion(of: ClassOfTerms, masks: Map<string, Mask>): void {
  const maskOf = (key: string): Mask => masks.get(key) ?? NOWHERE;
  for (;;) {
    if (!of.terms.some(({ key }) => maskOf(key) !== NOWHERE)) return;
    const narrow = firstNarrow(of, maskOf);
    if (narrow === null) return;
    const next = narrow !== undefined && maskOf(narrow) !== EVERYWHERE ? narrow : smallestShown(of, maskOf);
    if (next === undefined) return;
    masks.set(next, EVERYWHERE);
  }
}

function smallestShown(of: ClassOfTerms, maskOf: (key: string) => Mask): string | undefined {
  const shown = of.terms.filter(({ key }) => !isHiddenIn(maskOf(key), 0));
  return shown.sort((a, b) => casesAt(a.cells, 0) - casesAt(b.cells, 0))[0]?.key;
}

/** The populations, then the people of unknown sex and those of unknown age, whose numbers are not published. */
const PLACES = POPULATIONS.length + 2;
const [UNKNOWN_SEX, UNKNOWN_AGE] = [POPULATIONS.length, POPULATIONS.length + 1];
const SIDES = [
  [1, 2, UNKNOWN_SEX],
  [3, 4, 5, UNKNOWN_AGE],
] as const;

/** What is known of the number of cases of a class or a term in each place. */
interface Bounds {
  readonly low: number[];
  readonly high: number[];
}

/**
 * Null where all is open, or where cases without a term show that the rule does not hold; undefined where the class
 * itself, and the key where a term is known too well.
 */
function firstNarrow(of: ClassOfTerms, maskOf: (key: string) => Mask): string | undefined | null {
  const ofClass = boundsOf(of.cells, of.hidden, of.cases);
  const terms = of.terms.map(({ key, cells }) => ({ key, bounds: boundsOf(cells, maskOf(key), of.cases) }));
  const all = terms.map(({ bounds }) => bounds);
  while (narrowUnion(ofClass, all)) {
    // what narrows one bound can narrow another; figures that say that some case has no term say nothing of the terms
    if (isCrossed(ofClass) || all.some(isCrossed)) return null;
  }
  const isOpen = ({ low, high }: Bounds, mask: Mask): boolean =>
    POPULATIONS.every((_, place) => {
      const range = [low[place] ?? 0, high[place] ?? 0] as const;
      // a visible zero above says all there is to say
      return !isHiddenIn(mask, place) || range[1] === 0 || isWide(range, of.minCell);
    });
  const narrow = terms.find(({ key, bounds }) => !isOpen(bounds, maskOf(key)));
  if (narrow !== undefined) return narrow.key;
  // what the class is open to without its terms is not theirs to change
  return isOpen(ofClass, of.hidden) || !isOpen(boundsAlone(of), of.hidden) ? null : undefined;
}

/** Whether no number is left that a bound allows. */
function isCrossed({ low, high }: Bounds): boolean {
  return low.some((least, place) => least > (high[place] ?? 0));
}

function boundsAlone(of: ClassOfTerms): Bounds {
  const bounds = boundsOf(of.cells, of.hidden, of.cases);
  while (narrowSums(bounds)) {
    // as above
  }
  return bounds;
}

function boundsOf(cells: Cells, mask: Mask, cases: Cells): Bounds {
  const bounds: Bounds = { low: [], high: [] };
  for (let place = 0; place < POPULATIONS.length; place++) {
    const isHidden = isHiddenIn(mask, place);
    bounds.low.push(isHidden ? 0 : casesAt(cells, place));
    bounds.high.push(isHidden ? casesAt(cases, 0) : casesAt(cells, place));
  }
  bounds.low.push(0, 0);
  bounds.high.push(sexTotal(cases, SEX_COUNT - 1), ageTotal(cases, AGE_COUNT - 1));
  return bounds;
}

/** One round; whether any bound became narrower. */
function narrowUnion(ofClass: Bounds, terms: readonly Bounds[]): boolean {
  let isNarrower = narrowSums(ofClass);
  for (const term of terms) isNarrower = narrowSums(term) || isNarrower;
  for (let place = 0; place < PLACES; place++) {
    let most = 0;
    for (const term of terms) {
      isNarrower = cap(term, place, ofClass.high[place] ?? 0) || isNarrower;
      isNarrower = lift(ofClass, place, term.low[place] ?? 0) || isNarrower;
      most += term.high[place] ?? 0;
    }
    isNarrower = cap(ofClass, place, most) || isNarrower;
    for (const term of terms) {
      const others = most - (term.high[place] ?? 0);
      isNarrower = lift(term, place, (ofClass.low[place] ?? 0) - others) || isNarrower;
    }
  }
  return isNarrower;
}

/** The whole is the sum of its sexes, and of its age groups. */
function narrowSums(bounds: Bounds): boolean {
  let isNarrower = false;
  for (const side of SIDES) {
    const sum = (list: readonly number[]): number => side.reduce((total, place) => total + (list[place] ?? 0), 0);
    isNarrower = cap(bounds, 0, sum(bounds.high)) || isNarrower;
    isNarrower = lift(bounds, 0, sum(bounds.low)) || isNarrower;
    for (const place of side) {
      const othersLow = sum(bounds.low) - (bounds.low[place] ?? 0);
      const othersHigh = sum(bounds.high) - (bounds.high[place] ?? 0);
      isNarrower = cap(bounds, place, (bounds.high[0] ?? 0) - othersLow) || isNarrower;
      isNarrower = lift(bounds, place, (bounds.low[0] ?? 0) - othersHigh) || isNarrower;
    }
  }
  return isNarrower;
}

function cap({ high }: Bounds, place: number, most: number): boolean {
  if (most >= (high[place] ?? 0)) return false;
  high[place] = most;
  return true;
}

function lift({ low }: Bounds, place: number, least: number): boolean {
  if (least <= (low[place] ?? 0)) return false;
  low[place] = least;
  return true;
}
