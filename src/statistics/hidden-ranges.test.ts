import fc from 'fast-check';
import { HiddenRanges, type LinkedTable, type Range } from './hidden-ranges.js';

/** Every table with the same shown numbers and totals, up to `far`: the ranges, the obvious slow way. */
function rangesByHand(table: LinkedTable, far: number): { cells: (Range | null)[][]; totals: (Range | null)[] } {
  const { values, hidden, hiddenTotals } = table;
  const rowTotals = values.map((row) => row.reduce((sum, value) => sum + value, 0));
  const totals = hiddenTotals.map((_, column) => values.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const places = values.flatMap((row, r) => row.map((_, c) => [r, c] as const)).filter(([r, c]) => hidden[r]?.[c]);
  const cells: (Range | null)[][] = values.map((row) => row.map(() => null));
  const sums: (Range | null)[] = hiddenTotals.map(() => null);
  const widen = (range: Range | null | undefined, value: number): Range => ({
    min: Math.min(range?.min ?? value, value),
    max: Math.max(range?.max ?? value, value),
  });
  const trial = values.map((row) => [...row]);
  const visit = (at: number): void => {
    const place = places[at];
    if (place === undefined) {
      const fits =
        trial.every((row, r) => row.reduce((sum, value) => sum + value, 0) === rowTotals[r]) &&
        totals.every((total, c) => hiddenTotals[c] || trial.reduce((sum, row) => sum + (row[c] ?? 0), 0) === total);
      if (!fits) return;
      for (const [r, c] of places) (cells[r] as (Range | null)[])[c] = widen(cells[r]?.[c], trial[r]?.[c] ?? 0);
      hiddenTotals.forEach((isHidden, c) => {
        if (isHidden)
          sums[c] = widen(
            sums[c],
            trial.reduce((sum, row) => sum + (row[c] ?? 0), 0),
          );
      });
      return;
    }
    const [r, c] = place;
    for (let value = 0; value <= far; value += 1) {
      (trial[r] as number[])[c] = value;
      visit(at + 1);
    }
  };
  visit(0);
  return { cells, totals: sums };
}

describe('HiddenRanges', () => {
  it('finds a number that stands alone in its row, and one that two others leave open', () => {
    const ranges = new HiddenRanges(
      {
        values: [
          [3, 40, 8],
          [20, 30, 5],
        ],
        hidden: [
          [true, false, true],
          [true, false, true],
        ],
        hiddenTotals: [false, false, false],
      },
      50,
    );
    expect(ranges.of({ row: 0, column: 0 })).toEqual({ min: 0, max: 11 });
    expect(ranges.of({ row: 1, column: 2 })).toEqual({ min: 2, max: 13 });
  });

  const tables = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.record({
        values: matrix(fc.nat(3), rows, columns),
        hidden: matrix(fc.boolean(), rows, columns),
        hiddenTotals: fc.array(fc.boolean(), { minLength: columns, maxLength: columns }),
      }),
    )
    .filter(({ hidden }) => hidden.flat().filter(Boolean).length <= 5);

  it('finds what trying every table finds', () => {
    fc.assert(
      fc.property(tables, (table) => {
        // no row adds up to more
        const far = 9;
        const ranges = new HiddenRanges(table, 2 * far);
        const slow = rangesByHand(table, far);
        slow.cells.forEach((row, r) => {
          row.forEach((range, column) => {
            if (range !== null) expect(ranges.of({ row: r, column })).toEqual(range);
          });
        });
        slow.totals.forEach((range, column) => {
          if (range !== null) expect(ranges.of({ row: null, column })).toEqual(range);
        });
      }),
    );
  });
});

function matrix<T>(of: fc.Arbitrary<T>, rows: number, columns: number): fc.Arbitrary<T[][]> {
  const row = fc.array(of, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
}
