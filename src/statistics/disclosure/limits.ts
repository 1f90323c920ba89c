/** Fewest values that a hidden number must be able to have. Source: disclosure.md, the proof. */
export const LEAST_VALUES = 5;

/** Whether a number of cases is about too few people to be shown: 1 to `minCell` − 1. Source: disclosure.md, rule 1. */
export function isSmall(cases: number, minCell: number): boolean {
  return cases > 0 && cases < minCell;
}

/** Whether a hidden number may be left with these values. A number of people of unknown sex or age is nobody's. */
export function isWide([low, high]: readonly [low: number, high: number], minCell: number, known = true): boolean {
  if (high - low + 1 < LEAST_VALUES) return false;
  return !(known && low >= 1 && high < minCell);
}

/** Whether people in rows with hidden totals are hidden among enough: their number can be 0 up to `high`. */
export function reachesFar(high: number): boolean {
  return high + 1 >= LEAST_VALUES;
}
