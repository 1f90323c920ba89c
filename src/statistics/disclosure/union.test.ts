import { cellAt, noCells } from '../cells.js';
import type { Mask } from './part.js';
import { EVERYWHERE, NOWHERE } from './part.js';
import { hideForUnion } from './union.js';

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
      terms: Object.values(terms).map(({ women, men }) => ({ cells: cellsOf(women, men) })),
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
