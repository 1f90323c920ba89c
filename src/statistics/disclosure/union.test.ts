import fc from 'fast-check';
import { AGE_COUNT, ageTotal, type Cells, casesInAll, cellAt, noCells, SEX_COUNT, sexTotal } from '../cells.js';
import { isWide } from './limits.js';
import type { Mask } from './part.js';
import { EVERYWHERE, isHiddenIn, NOWHERE } from './part.js';
import { type ClassOfTerms, hideForUnion } from './union.js';

const [FEMALE, MALE] = [0, 1];
const OLD = 2;

/** So many women and men over 60. */
function cellsOf(women: number, men: number): number[] {
  const cells = noCells();
  cells[cellAt(FEMALE, OLD)] = women;
  cells[cellAt(MALE, OLD)] = men;
  return cells;
}

// bits in the order of POPULATIONS: all, female, male, 0-19, 20-59, 60+
const IN_BOTH_SEXES: Mask = 0b000110;

/** What becomes of the terms of a class of 30 women and 30 men that is shown, beside 40 other cases. */
function masksAfter(terms: Record<string, { women: number; men: number; mask: Mask }>): Record<string, Mask> {
  const keys = Object.keys(terms);
  const masks = Object.values(terms).map(({ mask }) => mask);
  hideForUnion(
    {
      cells: cellsOf(30, 30),
      hidden: NOWHERE,
      terms: Object.values(terms).map(({ women, men }) => casesInAll(cellsOf(women, men))),
      cases: cellsOf(50, 50),
      minCell: 11,
    },
    masks,
  );
  return Object.fromEntries(keys.map((key, place) => [key, masks[place] ?? NOWHERE]));
}

describe('hideForUnion', () => {
  test('leaves a class alone whose terms are all shown', () => {
    const terms = { a: { women: 30, men: 30, mask: NOWHERE }, b: { women: 12, men: 0, mask: NOWHERE } };
    expect(masksAfter(terms)).toEqual({ a: NOWHERE, b: NOWHERE });
  });

  test('leaves alone what the shown terms of the class leave open', () => {
    // at least the 4 cases that have no other term, at most all 60
    const terms = { a: { women: 28, men: 28, mask: NOWHERE }, b: { women: 2, men: 2, mask: EVERYWHERE } };
    expect(masksAfter(terms)).toEqual({ a: NOWHERE, b: EVERYWHERE });
  });

  test('hides a term in the whole too, where its class says too much of it', () => {
    // 10 women and 1 man have no other term: of 20 cases of b, 1 to 10 would be men
    const terms = { a: { women: 20, men: 29, mask: NOWHERE }, b: { women: 11, men: 9, mask: IN_BOTH_SEXES } };
    expect(masksAfter(terms)).toEqual({ a: NOWHERE, b: EVERYWHERE });
  });

  test('ends where cases of the class have no term: what is shown says that nothing follows', () => {
    // 60 cases of the class, and 20 of its only term
    expect(masksAfter({ a: { women: 8, men: 12, mask: IN_BOTH_SEXES } })).toEqual({ a: IN_BOTH_SEXES });
  });
});

describe('hideForUnion, of terms alike', () => {
  test('hides what it hides when each is looked at by itself', () => {
    const cells = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2, 5, 20), { minLength: 12, maxLength: 12 });
    const term = fc.record({
      cells,
      hiding: fc.constantFrom('where there are cases', 'everywhere', 'nowhere', 'in some'),
    });
    const release = fc.record({
      rest: cells,
      beyond: cells,
      terms: fc.array(term, { maxLength: 8 }),
      hidden: fc.nat(EVERYWHERE),
    });
    fc.assert(
      fc.property(release, fc.boolean(), ({ rest, beyond, terms, hidden }, isShown) => {
        const plus = (sum: Cells, more: Cells): number[] => sum.map((n, cell) => n + (more[cell] ?? 0));
        const ofClass = terms.reduce<number[]>(
          (sum, { cells: more }) => sum.map((n, cell) => Math.max(n, more[cell] ?? 0)),
          rest,
        );
        const all = terms.map(({ cells: ofTerm }) => casesInAll(ofTerm));
        const masks = terms.map(({ hiding }, place) => {
          const some = (all[place] ?? []).reduce((mask, n, population) => (n > 0 ? mask | (1 << population) : mask), 1);
          return { 'where there are cases': some, everywhere: EVERYWHERE, nowhere: NOWHERE, 'in some': hidden }[hiding];
        });
        const of = {
          cells: ofClass,
          hidden: isShown ? NOWHERE : hidden,
          terms: all,
          cases: plus(ofClass, beyond),
          minCell: 11,
        };
        const [together, apart] = [[...masks], [...masks]];
        hideForUnion(of, together);
        hideOneByOne(of, apart);
        expect(together).toEqual(apart);
      }),
      { numRuns: 300 },
    );
  });
});

type Interval = [low: number, high: number];
const SUMS = [
  [1, 2, 6],
  [3, 4, 5, 7],
] as const;

/** The obvious way: every bound from every addition until none moves. */
function hideOneByOne(of: ClassOfTerms, masks: Mask[]): void {
  if (masks.every((mask) => mask === NOWHERE)) return;
  for (;;) {
    const place = narrowPlace(of, masks);
    if (place === null) return;
    const shown = [...masks.keys()].filter((at) => !isHiddenIn(masks[at] ?? NOWHERE, 0));
    const [smallest] = shown.sort((a, b) => (of.terms[a]?.[0] ?? 0) - (of.terms[b]?.[0] ?? 0));
    const next = place >= 0 && masks[place] !== EVERYWHERE ? place : smallest;
    if (next === undefined) return;
    masks[next] = EVERYWHERE;
  }
}

/** null: nothing to do; −1: the class. */
function narrowPlace({ cells, hidden, terms, cases, minCell }: ClassOfTerms, masks: readonly Mask[]): number | null {
  const unknown = [sexTotal(cases, SEX_COUNT - 1), ageTotal(cases, AGE_COUNT - 1)];
  const intervals = (numbers: readonly number[], mask: Mask): Interval[] =>
    [...numbers.map((n, at): Interval => (isHiddenIn(mask, at) ? [0, casesInAll(cases)[0] ?? 0] : [n, n]))].concat(
      unknown.map((most) => [0, most]),
    );
  const isOpen = (one: Interval[], mask: Mask): boolean =>
    one.slice(0, 6).every((range, at) => !isHiddenIn(mask, at) || range[1] === 0 || isWide(range, minCell));
  const ofClass = intervals(casesInAll(cells), hidden);
  const ofTerms = terms.map((numbers, at) => intervals(numbers, masks[at] ?? NOWHERE));
  if (!settle(ofClass, ofTerms)) return null;
  const place = ofTerms.findIndex((one, at) => !isOpen(one, masks[at] ?? NOWHERE));
  if (place >= 0) return place;
  const alone = intervals(casesInAll(cells), hidden);
  settle(alone, []);
  return isOpen(ofClass, hidden) || !isOpen(alone, hidden) ? null : -1;
}

/** False where bounds cross. Without terms, the class alone. */
function settle(ofClass: Interval[], ofTerms: Interval[][]): boolean {
  for (let before = ''; before !== JSON.stringify([ofClass, ofTerms]);) {
    before = JSON.stringify([ofClass, ofTerms]);
    for (const one of [ofClass, ...ofTerms])
      for (const side of SUMS) {
        const parts = side.map((at): Interval => one[at] ?? [0, 0]);
        add(one[0] ?? [0, 0], parts);
      }
    for (const at of ofTerms.length > 0 ? ofClass.keys() : []) {
      const whole = ofClass[at] ?? [0, 0];
      const parts = ofTerms.map((one): Interval => one[at] ?? [0, 0]);
      const most = parts.reduce((sum, [, high]) => sum + high, 0);
      whole[1] = Math.min(whole[1], most);
      for (const part of parts) {
        whole[0] = Math.max(whole[0], part[0]);
        part[1] = Math.min(part[1], whole[1]);
        const others = parts.reduce((sum, other) => (other === part ? sum : sum + other[1]), 0);
        part[0] = Math.max(part[0], whole[0] - others);
      }
    }
    if ([ofClass, ...ofTerms].some((one) => one.some(([low, high]) => low > high))) return ofTerms.length === 0;
  }
  return true;
}

/** The whole is the sum of its parts. */
function add(whole: Interval, parts: readonly Interval[]): void {
  const low = parts.reduce((sum, part) => sum + part[0], 0);
  const high = parts.reduce((sum, part) => sum + part[1], 0);
  whole[0] = Math.max(whole[0], low);
  whole[1] = Math.min(whole[1], high);
  for (const part of parts) {
    const [others, most] = [low - part[0], high - part[1]];
    part[1] = Math.min(part[1], whole[1] - others);
    part[0] = Math.max(part[0], whole[0] - most);
  }
}
