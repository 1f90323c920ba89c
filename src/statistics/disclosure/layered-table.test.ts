import fc from 'fast-check';
import type { LayeredTable } from './layered-table.js';
import { partRangeOf, rangeOf, valueAt } from './layered-table.js';

/** 0 and 1, about `ones` in 4 of them 1. */
const bits = (length: number, ones: number): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: length, maxLength: length })
    .map((list) => Uint8Array.from(list, (each) => (each < ones ? 1 : 0)));

/** Up to 3 rows, 3 columns and 2 layers, with hidden cells and columns, parts and rows that may cross between them. */
const tables: fc.Arbitrary<LayeredTable> = fc
  .record({
    rows: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 1, max: 3 }),
    layers: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ rows, columns, layers }) => {
    const size = rows * columns * layers;
    const counts = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: size, maxLength: size });
    return fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      layers: fc.constant(layers),
      cells: counts.map((list) => Int32Array.from(list)),
      masked: bits(rows * columns, 3),
      dark: bits(columns, 1),
      part: fc.oneof(fc.constant(new Uint8Array(columns)), bits(columns, 2)),
      crossing: bits(rows, 3),
    });
  })
  .map((table) => {
    // all cells of a column whose total is hidden are hidden
    const masked = table.masked.map((own, i) => (table.dark[i % table.columns] === 1 ? 1 : own));
    return { ...table, masked };
  });

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** What else a layer could be, row by row, and what that changes of what is visible. */
interface OtherLayer {
  readonly cells: readonly number[];
  readonly change: readonly number[];
}

/** For each layer every table with its sums by row, by column that is not dark, and over each part: one by one. */
function otherLayers(table: LayeredTable): OtherLayer[][] {
  return Array.from({ length: table.layers }, (_, layer) => {
    const real = Array.from(
      { length: table.rows * table.columns },
      (__, i) => table.cells[i * table.layers + layer] ?? 0,
    );
    const rowsLike = Array.from({ length: table.rows }, (__, row) => [
      ...splits(sumOf(real.slice(row * table.columns, (row + 1) * table.columns)), table.columns),
    ]);
    const [sums, visible] = [sumsOf(table, real).join(), visibleOf(table, real)];
    const others: OtherLayer[] = [];
    for (const cells of combinations(rowsLike)) {
      if (sumsOf(table, cells).join() !== sums) continue;
      others.push({ cells, change: visibleOf(table, cells).map((value, i) => value - (visible[i] ?? 0)) });
    }
    return others;
  });
}

/** The sums of a layer that stay: over the two parts, and of the columns that are not dark. */
function sumsOf(table: LayeredTable, cells: readonly number[]): number[] {
  const sums = [0, 0, ...Array.from(table.dark, () => 0)];
  for (const [i, cases] of cells.entries()) {
    const column = i % table.columns;
    const part = table.part[column] ?? 0;
    sums[part] = (sums[part] ?? 0) + cases;
    if (table.dark[column] !== 1) sums[2 + column] = (sums[2 + column] ?? 0) + cases;
  }
  return sums;
}

function* splits(total: number, columns: number): Iterable<number[]> {
  if (columns === 1) yield [total];
  else
    for (let first = 0; first <= total; first++)
      for (const rest of splits(total - first, columns - 1)) yield [first, ...rest];
}

function* combinations(rows: readonly (readonly number[][])[]): Iterable<number[]> {
  const [first, ...others] = rows;
  if (first === undefined) yield [];
  else for (const row of first) for (const rest of combinations(others)) yield [...row, ...rest];
}

/** What is published of a layer, were it alone: the visible cells, and the sums over parts of rows that do not cross. */
function visibleOf(table: LayeredTable, cells: readonly number[]): number[] {
  const sums = new Array<number>(table.rows).fill(0);
  const shown = cells.filter((cases, i) => {
    const row = Math.floor(i / table.columns);
    if (table.part[i % table.columns] === 0 && table.crossing[row] !== 1) sums[row] = (sums[row] ?? 0) + cases;
    return table.masked[i] !== 1;
  });
  return [...shown, ...sums];
}

/** Every value that a number has in a table in which all sums and all that is published are the same. */
function valuesOf(
  layers: readonly OtherLayer[][],
  measure: (cells: readonly number[], layer: number) => number,
): Set<number> {
  // by what the layers so far change of what is visible, which the others must undo
  let reached = new Map<string, { change: readonly number[]; values: Set<number> }>([
    ['', { change: [], values: new Set([0]) }],
  ]);
  for (const [layer, others] of layers.entries()) {
    const next: typeof reached = new Map();
    for (const { cells, change } of others) {
      const value = measure(cells, layer);
      for (const before of reached.values()) {
        const both = change.map((each, i) => each + (before.change[i] ?? 0));
        const name = both.join();
        const known = next.get(name) ?? { change: both, values: new Set() };
        next.set(name, known);
        for (const each of before.values) known.values.add(each + value);
      }
    }
    reached = next;
  }
  // in the end nothing that is visible may have changed
  const same = [...reached.values()].filter(({ change }) => change.every((each) => each === 0));
  return new Set(same.flatMap(({ values }) => [...values]));
}

describe('rangeOf', () => {
  test('passes around the corners of a rectangle as many cases as its corners have', () => {
    // 4 2 | 6
    // 1 3 | 4
    const table = square([4, 2, 1, 3]);
    expect([rangeOf(table, 0, 0), rangeOf(table, 1, 1)]).toEqual([
      [1, 5],
      [0, 4],
    ]);
    expect(rangeOf({ ...table, masked: Uint8Array.of(1, 1, 1, 0) }, 0, 0)).toEqual([4, 4]);
  });

  test('takes from the real cases of a layer, not from their sums', () => {
    // the women of one row are of another age than those of the other: none can change places
    const table: LayeredTable = { ...square([0, 0, 0, 0]), layers: 2, cells: Int32Array.of(3, 0, 2, 0, 0, 4, 0, 5) };
    expect(rangeOf(table, 0, 0)).toEqual([3, 3]);
  });

  test('is open between two columns whose totals are hidden', () => {
    const table = { ...square([4, 2, 0, 0]), dark: Uint8Array.of(1, 1) };
    expect(rangeOf(table, 0, 0)).toEqual([0, 6]);
    // but not where they belong to two parts whose sums are shown
    expect(rangeOf({ ...table, part: Uint8Array.of(0, 1) }, 0, 0)).toEqual([4, 4]);
  });

  test('is sound: its ends are values of tables in which the same is published', () => {
    let wide = 0;
    fc.assert(
      fc.property(tables, (table) => {
        const layers = otherLayers(table);
        for (let i = 0; i < table.rows * table.columns; i++) {
          if (table.masked[i] !== 1) continue;
          const values = valuesOf(layers, (cells) => cells[i] ?? 0);
          const [row, column] = [Math.floor(i / table.columns), i % table.columns];
          const [low, high] = rangeOf(table, row, column);
          const real = valueAt(table, row, column);
          expect([low <= real, real <= high, values.has(low), values.has(high)]).toEqual([true, true, true, true]);
          if (high - low > 1) wide += 1;
        }
      }),
      { numRuns: 150 },
    );
    // the tables were such that there was something to prove
    expect(wide).toBeGreaterThan(50);
  });
});

describe('partRangeOf', () => {
  test('moves cases to another part between rows that may cross', () => {
    const table = { ...square([4, 2, 1, 3]), part: Uint8Array.of(0, 1), crossing: Uint8Array.of(1, 1) };
    expect([partRangeOf(table, 0, 0), partRangeOf(table, 0, 1)]).toEqual([
      [1, 5],
      [1, 5],
    ]);
    expect(partRangeOf({ ...table, crossing: Uint8Array.of(1, 0) }, 0, 0)).toEqual([4, 4]);
  });

  test('is sound, over all layers and over one', () => {
    let wide = 0;
    fc.assert(
      fc.property(tables, (table) => {
        const layers = otherLayers(table);
        for (let row = 0; row < table.rows; row++) {
          for (const only of [null, ...Array.from({ length: table.layers }, (_, layer) => layer)]) {
            const isIn = (i: number): boolean =>
              Math.floor(i / table.columns) === row && table.part[i % table.columns] === 0;
            const values = valuesOf(layers, (cells, layer) =>
              only === null || only === layer ? sumOf(cells.filter((_, i) => isIn(i))) : 0,
            );
            const [low, high] = partRangeOf(table, row, 0, only);
            expect([low <= high, values.has(low), values.has(high)]).toEqual([true, true, true]);
            if (high - low > 1) wide += 1;
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(wide).toBeGreaterThan(20);
  });
});

/** Two rows, two columns, one layer, all hidden. */
function square(cells: readonly [number, number, number, number]): LayeredTable {
  const none = new Uint8Array(2);
  return {
    rows: 2,
    columns: 2,
    layers: 1,
    cells: Int32Array.from(cells),
    masked: Uint8Array.of(1, 1, 1, 1),
    dark: none,
    part: none,
    crossing: none,
  };
}
