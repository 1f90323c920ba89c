import fc from 'fast-check';
import { hideMore, hideRow, type RowCell } from './hide-row.js';

const row = (counts: Record<string, number>): RowCell[] =>
  Object.entries(counts).map(([key, count]) => ({ key, count }));
const hidden = (counts: Record<string, number>, minCell = 11): string[] => [...hideRow(row(counts), minCell)].sort();

describe('hideRow', () => {
  it('hides nothing where nothing is small, and shows 0', () => {
    expect(hidden({ female: 40, male: 11, unknown: 0 })).toEqual([]);
    expect(hidden({ female: 0, male: 0, unknown: 0 })).toEqual([]);
    expect(hidden({ female: 0, male: 11 })).toEqual([]);
  });

  it.each([1, 10])('hides %i, with unknown to protect it', (count) => {
    expect(hidden({ female: 40, male: count, unknown: 30 })).toEqual(['male', 'unknown']);
  });

  it('hides unknown for no smallness of its own', () => {
    expect(hidden({ female: 40, male: 30, unknown: 1 })).toEqual([]);
  });

  it('goes on until the hidden ones add up to the smallest publishable number', () => {
    expect(hidden({ female: 40, male: 3, unknown: 2 })).toEqual(['female', 'male', 'unknown']);
    expect(hidden({ a: 40, b: 30, c: 3, unknown: 2 })).toEqual(['b', 'c', 'unknown']);
    expect(hidden({ a: 40, b: 30, c: 3, d: 2 })).toEqual(['b', 'c', 'd']);
    expect(hidden({ a: 40, b: 30, c: 5, d: 6 })).toEqual(['c', 'd']);
  });

  it('takes the smallest next, 0 included', () => {
    expect(hidden({ a: 40, b: 10, c: 0, d: 30 })).toEqual(['b', 'c', 'd']);
  });

  it('settles ties by the order given', () => {
    expect(hidden({ z: 20, a: 20, b: 5 })).toEqual(['b', 'z']);
  });

  it('hides everything below a small total, unknown too', () => {
    expect(hidden({ female: 0, male: 0, unknown: 4 })).toEqual(['female', 'male', 'unknown']);
    expect(hidden({ a: 10 })).toEqual(['a']);
  });

  it('hides a whole row of which too little is left', () => {
    expect(hidden({ a: 10, unknown: 1 })).toEqual(['a', 'unknown']);
  });

  it('follows a higher threshold', () => {
    expect(hidden({ a: 40, b: 15, c: 30 }, 20)).toEqual(['b', 'c']);
    expect(hidden({ a: 40, b: 15, c: 30 }, 11)).toEqual([]);
  });

  const rows = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'unknown'), { minLength: 1 })
    .chain((keys) =>
      fc
        .array(fc.oneof(fc.nat(15), fc.nat(500)), { minLength: keys.length, maxLength: keys.length })
        .map((counts) => keys.map((key, i) => ({ key, count: counts[i] ?? 0 }))),
    );
  const minCells = fc.integer({ min: 11, max: 30 });
  const sum = (cells: readonly RowCell[]): number => cells.reduce((total, { count }) => total + count, 0);

  it('leaves no small known cell open, and never one hidden cell or a small hidden sum', () => {
    fc.assert(
      fc.property(rows, minCells, (cells, minCell) => {
        const keys = hideRow(cells, minCell);
        const [secret, open] = [cells.filter(({ key }) => keys.has(key)), cells.filter(({ key }) => !keys.has(key))];
        expect(open.filter(({ key, count }) => key !== 'unknown' && count > 0 && count < minCell)).toEqual([]);
        if (secret.length === 0 || open.length === 0) return;
        expect(secret.length).toBeGreaterThanOrEqual(2);
        expect(sum(secret)).toBeGreaterThanOrEqual(minCell);
      }),
    );
  });

  it('hides as little as that needs: of cells hidden for others, the last one was needed', () => {
    fc.assert(
      fc.property(rows, minCells, (cells, minCell) => {
        const total = sum(cells);
        fc.pre(total === 0 || total >= minCell);
        const keys = [...hideRow(cells, minCell)];
        const last = cells.find(({ key }) => key === keys.at(-1));
        if (last === undefined) return;
        const isPrimary = last.key !== 'unknown' && last.count > 0 && last.count < minCell;
        const others = cells.filter(({ key }) => keys.includes(key) && key !== last.key);
        expect(isPrimary || others.length < 2 || sum(others) < minCell).toBe(true);
      }),
    );
  });

  it('decides alike whatever the order, but for ties', () => {
    const distinct = rows.filter((cells) => new Set(cells.map(({ count }) => count)).size === cells.length);
    fc.assert(
      fc.property(distinct, minCells, (cells, minCell) => {
        expect([...hideRow(cells, minCell)].sort()).toEqual([...hideRow([...cells].reverse(), minCell)].sort());
      }),
    );
  });
});

describe('hideRow, of which some is hidden already', () => {
  const beside = (counts: Record<string, number>, ...already: string[]): string[] =>
    [...hideRow(row(counts), 11, new Set(already))].sort();

  it('protects what is hidden for another reason as it does what is small', () => {
    expect(beside({ a: 40, b: 30, unknown: 20 }, 'a')).toEqual(['a', 'unknown']);
    expect(beside({ a: 40, b: 30, c: 20 }, 'b')).toEqual(['b', 'c']);
  });

  it('adds nothing where that is enough, 0 and unknown included', () => {
    expect(beside({ a: 40, b: 30, c: 20 }, 'a', 'b')).toEqual(['a', 'b']);
    expect(beside({ a: 40, b: 5, c: 0 }, 'a')).toEqual(['a', 'b']);
    expect(beside({ a: 40, b: 30, c: 0, unknown: 12 }, 'c', 'unknown')).toEqual(['c', 'unknown']);
    // two of them, but of too few cases
    expect(beside({ a: 40, b: 30, c: 0, unknown: 4 }, 'c', 'unknown')).toEqual(['b', 'c', 'unknown']);
  });

  it('knows no key that the row does not have', () => {
    expect(beside({ a: 40, b: 30 }, 'z')).toEqual([]);
  });
});

describe('hideMore', () => {
  const more = (counts: Record<string, number>, key: string, ...already: string[]): string[] | null => {
    const keys = hideMore(row(counts), new Set(already), { key, minCell: 11 });
    return keys && [...keys].sort();
  };

  it('hides a visible cell, and what protects it', () => {
    expect(more({ a: 40, b: 30, c: 20, unknown: 0 }, 'b')).toEqual(['b', 'unknown']);
  });

  it('hides another one for a cell that is hidden: unknown first, then the smallest', () => {
    expect(more({ a: 40, b: 30, c: 20, unknown: 50 }, 'a', 'a', 'b')).toEqual(['a', 'b', 'unknown']);
    expect(more({ a: 40, b: 30, c: 20, d: 0 }, 'a', 'a', 'b')).toEqual(['a', 'b', 'd']);
  });

  it('has nothing more to hide where all is hidden', () => {
    expect(more({ a: 40, b: 30 }, 'a', 'a', 'b')).toBeNull();
  });

  it('hides one cell more at least, and shows none again', () => {
    const made = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'unknown'), fc.nat(60), { minKeys: 1 });
    fc.assert(
      fc.property(made, fc.nat(), (counts, place) => {
        const cells = row(counts);
        const key = cells[place % cells.length]?.key ?? '';
        let hiddenKeys = hideRow(cells, 11);
        for (;;) {
          const next = hideMore(cells, hiddenKeys, { key, minCell: 11 });
          if (next === null) break;
          expect([next.size > hiddenKeys.size, [...hiddenKeys].every((each) => next.has(each))]).toEqual([true, true]);
          hiddenKeys = next;
        }
        expect(hiddenKeys.size).toBe(cells.length);
      }),
    );
  });
});
