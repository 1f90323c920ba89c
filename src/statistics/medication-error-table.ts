import { isWide, LEAST_VALUES } from './disclosure/limits.js';
import { HiddenRanges, type LinkedTable, type Place, type Range } from './hidden-ranges.js';
import { UNKNOWN } from './medication-error-counts.js';

/** One dimension of all errors: a row for each medicine whose total is shown, and what all the others have. */
export interface ErrorTable {
  keys: readonly string[];
  /** By medicine, then by key. */
  counts: readonly (readonly number[])[];
  hidden: readonly (readonly boolean[])[];
  /** Of all errors together, by key. */
  totals: readonly number[];
  hiddenTotals: readonly boolean[];
  /** Whether there are medicines that are hidden whole: their cells are hidden ones too. */
  hasWhole: boolean;
}

/**
 * Finds hidden numbers that can be told too closely. Errors of no shown medicine are the last row: nothing of it is
 * published. Most numbers are seen to be safe at once, for what one row has less of a key that row can have more; the
 * others are worked out.
 */
export class UnsafeErrors {
  /** What is not of a shown medicine, by key. */
  private readonly rest: readonly number[];
  private readonly table: LinkedTable;

  constructor(
    private readonly errors: ErrorTable,
    private readonly minCell: number,
  ) {
    const { counts, hidden, totals, hiddenTotals } = errors;
    this.rest = totals.map((total, column) => counts.reduce((left, row) => left - (row[column] ?? 0), total));
    this.table = {
      values: [...counts, this.rest],
      hidden: [...hidden, totals.map(() => true)],
      hiddenTotals,
    };
  }

  /** The first of them; null when all are safe. */
  first(): Place | null {
    const ranges = new HiddenRanges(this.table, this.minCell + LEAST_VALUES);
    for (const place of this.hiddenPlaces()) {
      const isSafe =
        this.isWide(this.rangeAtLeast(place), place) || this.isWide(this.floored(ranges.of(place), place), place);
      if (!isSafe) return place;
    }
    return null;
  }

  private *hiddenPlaces(): Iterable<Place> {
    const { keys, hidden, totals, hiddenTotals, hasWhole } = this.errors;
    for (let column = 0; column < keys.length; column += 1) {
      // a zero that is shown makes all below it zero, and speaks of nobody
      if (totals[column] === 0 && hiddenTotals[column] === false) continue;
      if (hiddenTotals[column] === true) yield { row: null, column };
      if (hasWhole) yield { row: hidden.length, column };
      for (const [row, cells] of hidden.entries()) if (cells[column] === true) yield { row, column };
    }
  }

  /** A part of what the number can be: by what can change between its row (or the totals) and the last row alone. */
  private rangeAtLeast({ row, column }: Place): Range {
    const rest = this.rest[column] ?? 0;
    const isHidden = row === null ? this.errors.hiddenTotals : (this.table.hidden[row] ?? []);
    const others = isHidden.flatMap((hidden, at) => (hidden && at !== column ? [at] : []));
    const sumOf = (values: readonly number[]): number => others.reduce((sum, at) => sum + (values[at] ?? 0), 0);
    if (row === this.errors.counts.length) return { min: 0, max: rest };
    if (row === null) {
      const value = this.errors.totals[column] ?? 0;
      return { min: value - (others.length > 0 ? rest : 0), max: value + sumOf(this.rest) };
    }
    const values = this.errors.counts[row] ?? [];
    const value = values[column] ?? 0;
    return { min: value - Math.min(value, sumOf(this.rest)), max: value + Math.min(sumOf(values), rest) };
  }

  /** Of a medicine that is hidden whole, a cell lies between 0 and what all of the last row can be. */
  private floored(range: Range, { row }: Place): Range {
    return row === this.errors.counts.length ? { ...range, min: 0 } : range;
  }

  private isWide({ min, max }: Range, { column }: Place): boolean {
    return isWide([min, max], this.minCell, this.errors.keys[column] !== UNKNOWN);
  }
}
