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
  /** Cases of each term, in all populations. */
  readonly terms: readonly (readonly number[])[];
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
  const casesOf = (place: number): number => terms[place]?.[0] ?? 0;
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

/** Terms of which the same is known: most are hidden wherever they have any case. */
interface AlikeTerms extends Bounds {
  /** Place of the first of them. */
  readonly first: number;
  /** How many they are. */
  terms: number;
  readonly mask: Mask;
}

/**
 * Null where all is open, or where cases without a term show that the rule does not hold; undefined where the class
 * itself, and the place of the term where one is known too well.
 */
function firstNarrow(of: ClassOfTerms, masks: readonly Mask[]): number | undefined | null {
  const most = mostOf(of.cases);
  const ofClass = boundsOf(casesInAll(of.cells), of.hidden, most);
  const terms = alikeTerms(of, masks, most);
  while (narrowUnion(ofClass, terms)) {
    // what narrows one bound can narrow another; figures that say that some case has no term say nothing of the terms
    if (isCrossed(ofClass) || terms.some(isCrossed)) return null;
  }
  const narrow = terms.find((bounds) => !isOpen(bounds, bounds.mask, of.minCell));
  if (narrow !== undefined) return narrow.first;
  // what the class is open to without its terms is not theirs to change
  return isOpen(ofClass, of.hidden, of.minCell) || !isOpen(boundsAlone(of), of.hidden, of.minCell) ? null : undefined;
}

/** In the order of the first of them. What is known of terms at first decides what can be worked out of each. */
function alikeTerms({ terms }: ClassOfTerms, masks: readonly Mask[], most: readonly number[]): AlikeTerms[] {
  const all: AlikeTerms[] = [];
  const withoutShown = new Array<AlikeTerms | undefined>(EVERYWHERE + 1).fill(undefined);
  for (let place = 0; place < masks.length; place++) {
    const cases = terms[place] ?? [];
    const mask = masks[place] ?? NOWHERE;
    const alike = hasShown(cases, mask) ? undefined : withoutShown[mask];
    if (alike !== undefined) {
      alike.terms += 1;
      continue;
    }
    const { low, high } = boundsOf(cases, mask, most);
    const own = { low, high, mask, first: place, terms: 1 };
    all.push(own);
    if (!hasShown(cases, mask)) withoutShown[mask] = own;
  }
  return all;
}

/** Whether any number but 0 is shown. */
function hasShown(cases: readonly number[], mask: Mask): boolean {
  for (let population = 0; population < cases.length; population++)
    if (cases[population] !== 0 && !isHiddenIn(mask, population)) return true;
  return false;
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
  const bounds = boundsOf(casesInAll(of.cells), of.hidden, mostOf(of.cases));
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

function boundsOf(cases: readonly number[], mask: Mask, most: readonly number[]): Bounds {
  const low = [...cases, 0, 0];
  const high = low.slice();
  for (let place = 0; place < PLACES; place++) {
    if (place < POPULATIONS.length && !isHiddenIn(mask, place)) continue;
    low[place] = 0;
    high[place] = most[place] ?? 0;
  }
  return { low, high };
}

/** One round; whether any bound became narrower. */
function narrowUnion(ofClass: Bounds, terms: readonly AlikeTerms[]): boolean {
  let isNarrower = narrowSums(ofClass);
  for (const term of terms) isNarrower = narrowSums(term) || isNarrower;
  for (let place = 0; place < PLACES; place++) {
    let most = 0;
    for (const term of terms) {
      isNarrower = cap(term, place, ofClass.high[place] ?? 0) || isNarrower;
      isNarrower = lift(ofClass, place, term.low[place] ?? 0) || isNarrower;
      most += term.terms * (term.high[place] ?? 0);
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
