import { isSmall } from './disclosure/limits.js';

/** A cell of a row of figures that add up to a published total. */
export interface RowCell {
  readonly key: string;
  readonly count: number;
}

/**
 * The keys of a row that the public may not see, of a row whose cells add up to a total that is published with it.
 * Primary: 1 to `minCell` − 1, but for `unknown`, which says nothing about anybody. Complementary: hidden cells are
 * never alone and never add up to less than `minCell`; further ones are hidden until both hold, `unknown` first, then
 * the smallest (0 included; ties in the order given), and the whole row where that is not enough. A total of 1 to
 * `minCell` − 1 hides everything. `minCell`: 11 or more. `already`: keys that are hidden for another reason.
 * Source: disclosure.md, rules 1, 2 and 4.
 */
export function hideRow(
  cells: readonly RowCell[],
  minCell: number,
  already: ReadonlySet<string> = new Set(),
): Set<string> {
  if (isSmall(sumOf(cells), minCell)) return new Set(cells.map(({ key }) => key));
  const hidden = cells.filter(({ key, count }) => already.has(key) || (key !== 'unknown' && isSmall(count, minCell)));
  const next = cells.filter((cell) => !hidden.includes(cell)).sort(byProtection);
  const isEnough = (): boolean => hidden.length >= 2 && sumOf(hidden) >= minCell;
  while (hidden.length > 0 && !isEnough()) {
    const cell = next.shift();
    if (cell === undefined) break;
    hidden.push(cell);
  }
  return new Set(hidden.map(({ key }) => key));
}

/**
 * More of the row, because the cell `key` is not protected yet: itself where it is visible, else the next one. Null where
 * all of the row is hidden already.
 */
export function hideMore(
  cells: readonly RowCell[],
  already: ReadonlySet<string>,
  { key, minCell }: { key: string; minCell: number },
): Set<string> | null {
  const next = already.has(key) ? cells.filter((cell) => !already.has(cell.key)).sort(byProtection)[0]?.key : key;
  return next === undefined ? null : hideRow(cells, minCell, new Set([...already, next]));
}

/** `unknown` first, then the smallest; sorting is stable, so that ties stay in the order given. */
function byProtection(a: RowCell, b: RowCell): number {
  const isKnown = ({ key }: RowCell): number => (key === 'unknown' ? 0 : 1);
  return isKnown(a) - isKnown(b) || a.count - b.count;
}

function sumOf(cells: readonly RowCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}
