import type { Figure } from './figures.js';

/**
 * The one place where it is decided which numbers of cases the public may see (disclosure.md). It is asked once for each
 * cell, when a release is made; what it hides is not in the public tables at all.
 */
export interface DisclosureControl {
  /** A total: hidden when it is 1 to `MIN_CELL` − 1 (rule 1). */
  total(cases: number): Figure;
  /**
   * A cell below totals: hidden when one of these is (rule 4), or when it is small and its key is known (rule 1).
   * `unknown` says nothing about anybody and is not hidden for being small.
   */
  cell(cases: number, keys: readonly string[], above: readonly Figure[]): Figure;
  /** Whether the cases that a rate rests on, over the years both sources cover, may be published (rule 6). */
  mayRest(coveredCases: number, figure: Figure): boolean;
}

const HIDDEN: Figure = Object.freeze({ count: null, suppressed: true });

/** `minCell` is the smallest number of cases, other than 0, that is published: 11 or more. */
export function discloser(minCell: number): DisclosureControl {
  const small = (cases: number): boolean => cases > 0 && cases < minCell;
  const shown = (cases: number): Figure => ({ count: cases, suppressed: false });
  return {
    total: (cases) => (small(cases) ? HIDDEN : shown(cases)),
    cell: (cases, keys, above) => {
      const protectedCell = small(cases) && !keys.includes('unknown');
      return protectedCell || above.some((figure) => figure.suppressed) ? HIDDEN : shown(cases);
    },
    mayRest: (coveredCases, figure) => !figure.suppressed && !small(coveredCases),
  };
}
