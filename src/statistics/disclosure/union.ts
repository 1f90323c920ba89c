import type { Cells } from '../cells.js';
import { AGE_COUNT, ageTotal, casesAt, casesInAll, SEX_COUNT, sexTotal } from '../cells.js';
import { POPULATIONS } from '../figures.js';
import { isWide } from './limits.js';
import type { Mask } from './part.js';
import { EVERYWHERE, isHiddenIn, NOWHERE } from './part.js';

/** An organ class with its terms, where it is hidden itself, and all cases of the substance. */
export interface ClassOfTerms {
  readonly cells: Cells;
  readonly hidden: Mask;
  readonly terms: readonly { readonly cells: Cells }[];
  readonly cases: Cells;
  readonly minCell: number;
}

/**
 * Every case of a class has a term of it, as a rule: the hidden terms of a population are together at least what the
 * others leave of the class. Where that says too much of a term, it is hidden in the whole as well, or another one is.
 * `masks`: where each of the terms is hidden, in their order.
 */
export function hideForUnion(of: ClassOfTerms, masks: Mask[]): void {
  if (masks.every((mask) => mask === NOWHERE)) return;
  for (;;) {
    const narrow = firstNarrow(of, masks);
    if (narrow === null) return;
    const next = narrow !== undefined && masks[narrow] !== EVERYWHERE ? narrow : smallestShown(of, masks);
    if (next === undefined) return;
    masks[next] = EVERYWHERE;
  }
}

function smallestShown({ terms }: ClassOfTerms, masks: readonly Mask[]): number | undefined {
  const casesOf = (place: number): number => casesAt(terms[place]?.cells ?? [], 0);
  const shown = [...masks.keys()].filter((place) => !isHiddenIn(masks[place] ?? NOWHERE, 0));
  return shown.sort((a, b) => casesOf(a) - casesOf(b))[0];
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
 * itself, and the place of the term where one is known too well.
 */
function firstNarrow(of: ClassOfTerms, masks: readonly Mask[]): number | undefined | null {
  const most = mostOf(of.cases);
  const ofClass = boundsOf(of.cells, of.hidden, most);
  const terms = of.terms.map(({ cells }, place) => boundsOf(cells, masks[place] ?? NOWHERE, most));
  while (narrowUnion(ofClass, terms)) {
    // what narrows one bound can narrow another; figures that say that some case has no term say nothing of the terms
    if (isCrossed(ofClass) || terms.some(isCrossed)) return null;
  }
  const narrow = terms.findIndex((bounds, place) => !isOpen(bounds, masks[place] ?? NOWHERE, of.minCell));
  if (narrow >= 0) return narrow;
  // what the class is open to without its terms is not theirs to change
  return isOpen(ofClass, of.hidden, of.minCell) || !isOpen(boundsAlone(of), of.hidden, of.minCell) ? null : undefined;
}

function isOpen({ low, high }: Bounds, mask: Mask, minCell: number): boolean {
  for (let place = 0; place < POPULATIONS.length; place++) {
    // a visible zero above says all there is to say
    if (!isHiddenIn(mask, place) || high[place] === 0) continue;
    if (!isWide([low[place] ?? 0, high[place] ?? 0], minCell)) return false;
  }
  return true;
}

/** Whether no number is left that a bound allows. */
function isCrossed({ low, high }: Bounds): boolean {
  for (let place = 0; place < PLACES; place++) if ((low[place] ?? 0) > (high[place] ?? 0)) return true;
  return false;
}

function boundsAlone(of: ClassOfTerms): Bounds {
  const bounds = boundsOf(of.cells, of.hidden, mostOf(of.cases));
  while (narrowSums(bounds)) {
    // as above
  }
  return bounds;
}

/** How many cases there are at most, of anything, where the number is hidden. */
function mostOf(cases: Cells): number[] {
  const all = POPULATIONS.map(() => casesAt(cases, 0));
  return [...all, sexTotal(cases, SEX_COUNT - 1), ageTotal(cases, AGE_COUNT - 1)];
}

function boundsOf(cells: Cells, mask: Mask, most: readonly number[]): Bounds {
  const low = [...casesInAll(cells), 0, 0];
  const high = low.slice();
  for (let place = 0; place < PLACES; place++) {
    if (place < POPULATIONS.length && !isHiddenIn(mask, place)) continue;
    low[place] = 0;
    high[place] = most[place] ?? 0;
  }
  return { low, high };
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
  const { low, high } = bounds;
  let isNarrower = false;
  for (const side of SIDES) {
    let [least, most] = [0, 0];
    for (const place of side) {
      least += low[place] ?? 0;
      most += high[place] ?? 0;
    }
    isNarrower = cap(bounds, 0, most) || isNarrower;
    isNarrower = lift(bounds, 0, least) || isNarrower;
    for (const place of side) {
      const [othersLow, othersHigh] = [least - (low[place] ?? 0), most - (high[place] ?? 0)];
      isNarrower = cap(bounds, place, (high[0] ?? 0) - othersLow) || isNarrower;
      isNarrower = lift(bounds, place, (low[0] ?? 0) - othersHigh) || isNarrower;
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
