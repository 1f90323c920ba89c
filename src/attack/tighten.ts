import type { Row, System } from './system.js';

/** Smallest and largest whole number that each cell can be, as far as it was looked at. */
export interface Bounds {
  lower: Float64Array;
  upper: Float64Array;
}

/** Bounds move by whole numbers, so the slack only has to be more than floats lose. */
const SLACK = 1e-6;

/** Passes over all rows: what is not found out by then is left to the solver. */
const MOST_PASSES = 30;

/**
 * What each row alone says of each of its cells, again and again until nothing more follows. It settles what is plain, so
 * that what is left falls apart into small systems. Null where the rows contradict one another.
 */
export function tighten({ cells, rows }: System): Bounds | null {
  const bounds: Bounds = {
    lower: Float64Array.from(cells, ({ lower }) => lower),
    upper: Float64Array.from(cells, ({ upper }) => upper),
  };
  if (cells.some(({ lower, upper }) => lower > upper)) return null;
  let active: readonly Row[] = rows;
  for (let pass = 0; pass < MOST_PASSES && active.length > 0; pass += 1) {
    const changed = new Set<number>();
    for (const row of active) if (!tightenRow(row, bounds, changed)) return null;
    active = changed.size === 0 ? [] : rows.filter((row) => row.cells.some((cell) => changed.has(cell)));
  }
  return bounds;
}

/** The smallest and largest value that the sum of a row can have. */
export function reach({ cells, coefficients }: Row, { lower, upper }: Bounds): [least: number, greatest: number] {
  let [least, greatest] = [0, 0];
  cells.forEach((cell, i) => {
    const coefficient = coefficients[i] ?? 0;
    const [low, high] = [lower[cell] ?? 0, upper[cell] ?? 0];
    least += coefficient * (coefficient > 0 ? low : high);
    greatest += coefficient * (coefficient > 0 ? high : low);
  });
  return [least, greatest];
}

function tightenRow(row: Row, bounds: Bounds, changed: Set<number>): boolean {
  const [least, greatest] = reach(row, bounds);
  if (least > row.upper + SLACK || greatest < row.lower - SLACK) return false;
  return row.cells.every((cell, i) => {
    const coefficient = row.coefficients[i] ?? 0;
    const [low, high] = [bounds.lower[cell] ?? 0, bounds.upper[cell] ?? 0];
    if (low === high || coefficient === 0) return true;
    // what is left for this cell when all others do their most one way or the other
    const [own, ownMost] = coefficient > 0 ? [low, high] : [high, low];
    const atMost = (row.upper - (least - coefficient * own)) / coefficient;
    const atLeast = (row.lower - (greatest - coefficient * ownMost)) / coefficient;
    const [from, to] = coefficient > 0 ? [atLeast, atMost] : [atMost, atLeast];
    const newLow = Math.max(low, Math.ceil(from - SLACK));
    const newHigh = Math.min(high, Math.floor(to + SLACK));
    if (newLow > newHigh) return false;
    if (newLow > low || newHigh < high) {
      bounds.lower[cell] = newLow;
      bounds.upper[cell] = newHigh;
      changed.add(cell);
    }
    return true;
  });
}
