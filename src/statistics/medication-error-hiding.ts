import { compareText } from '../sources/compare-text.js';
import { HiddenRanges, type Range } from './hidden-ranges.js';
import { hideRow } from './hide-row.js';
import {
  type Dimension,
  DIMENSIONS,
  type ErrorCounts,
  keysOf,
  MEDICINE_DIMENSIONS,
  type MedicationErrorCounts,
  type MedicineDimension,
  UNKNOWN,
} from './medication-error-counts.js';

/** Values that a hidden number must keep. Source: disclosure.md, the proof. */
const LEAST_VALUES = 5;

/** What the public may not see of some counts: everything, or these keys of each dimension. */
export interface Hidden<D extends Dimension> {
  everything: boolean;
  keys: Record<D, Set<string>>;
}

/**
 * Decides which numbers of errors are hidden; they are about patients. Each row is hidden by rules 1, 2 and 4 of
 * disclosure.md (`hideRow`). Rows are linked besides, for what is published of all errors less what is published of
 * medicines is what all others have: errors that no speciality was found for, medicines hidden whole, hidden cells.
 * The first of these is not published, so that no hidden cell can be subtracted to one number; but it may be small, or
 * none at all, and then what is left over confines the hidden cells. So what is left over, of the total and of each key,
 * must not be less than `minCell` where it holds a hidden cell: else further rows are hidden, the smallest first. In the
 * end every hidden number is worked out from all that is shown (`HiddenRanges`), and what is not safe yet gets more
 * hidden beside it.
 */
export class MedicationErrorHiding {
  readonly all: Hidden<Dimension>;
  readonly bySpeciality: ReadonlyMap<string, Hidden<MedicineDimension>>;
  /** CIS and counts, the smallest total first, then by CIS: the order in which more is hidden. */
  private readonly specialities: readonly (readonly [cis: string, counts: ErrorCounts<MedicineDimension>])[];

  constructor(
    private readonly counts: MedicationErrorCounts,
    private readonly minCell: number,
  ) {
    this.all = nothingHidden(DIMENSIONS);
    this.bySpeciality = new Map(
      [...counts.bySpeciality.keys()].map((cis) => [cis, nothingHidden(MEDICINE_DIMENSIONS)]),
    );
    this.specialities = [...counts.bySpeciality].sort(([a, m], [b, n]) => m.total - n.total || compareText(a, b));
    this.hide();
  }

  private hide(): void {
    this.all.everything = this.isSmall(this.counts.all.total);
    for (const [cis, { total }] of this.specialities) {
      this.hiddenOf(cis).everything = this.all.everything || this.isSmall(total);
    }
    if (this.all.everything) return;
    this.hideRowsOf(null);
    for (const [cis] of this.open()) this.hideRowsOf(cis);
    // each turn hides more, or is the last
    while (this.isAnyHidden() && (this.hideMore() || this.hideUnsafe()));
  }

  /** The rows of a speciality, or of all errors together: every dimension adds up to the total. */
  private hideRowsOf(cis: string | null): void {
    const { all, bySpeciality } = this.counts;
    const counts = cis === null ? undefined : bySpeciality.get(cis);
    if (cis !== null && counts !== undefined) hideRows(counts, this.hiddenOf(cis), all, this.minCell);
    else hideRows(all, this.all, all, this.minCell);
  }

  private isAnyHidden(): boolean {
    return [this.all, ...this.bySpeciality.values()].some(
      ({ everything, keys }) => everything || MEDICINE_DIMENSIONS.some((dimension) => keys[dimension].size > 0),
    );
  }

  /** Hides one more medicine, cell or key where what is left over is too little; false when it is enough everywhere. */
  private hideMore(): boolean {
    const open = this.open();
    const left = open.reduce((rest, [, { total }]) => rest - total, this.counts.all.total);
    const [smallest] = open;
    if (left >= this.minCell || smallest === undefined) {
      return MEDICINE_DIMENSIONS.some((dimension) => this.hideMoreIn(dimension));
    }
    this.hiddenOf(smallest[0]).everything = true;
    return true;
  }

  private hideMoreIn(dimension: MedicineDimension): boolean {
    const hiddenKeys = this.all.keys[dimension];
    const keys = [...this.counts.all.by[dimension].keys()].sort(compareText);
    // of keys that are hidden for all errors together only their sum can be worked out
    const groups = keys.filter((key) => !hiddenKeys.has(key)).map((key) => [key]);
    const together = keys.filter((key) => hiddenKeys.has(key));
    return [...groups, ...(together.length > 0 ? [together] : [])].some((group) => this.hideMoreOf(dimension, group));
  }

  /**
   * Of keys whose sum is public. What a medicine has of them is what it shows of them, and all where its hidden keys are
   * all among them, for its row adds up too. Hides the whole row of the medicine that has the least; where none has any,
   * the keys themselves.
   */
  private hideMoreOf(dimension: MedicineDimension, keys: readonly string[]): boolean {
    const { all } = this.counts;
    const whole = sumOf(all.by[dimension], keys);
    const known = this.open().flatMap(([cis, { by }]) => {
      const hiddenKeys = this.hiddenOf(cis).keys[dimension];
      const within = keys.filter((key) => hiddenKeys.has(key));
      const isKnown = within.length === hiddenKeys.size;
      const count = sumOf(by[dimension], isKnown ? keys : keys.filter((key) => !hiddenKeys.has(key)));
      return count > 0 ? [{ cis, count }] : [];
    });
    const left = known.reduce((rest, { count }) => rest - count, whole);
    // a whole of 0 makes all its parts 0, which everybody may see
    if (whole === 0 || left >= this.minCell) return false;
    const [least] = known.sort((a, b) => a.count - b.count || compareText(a.cis, b.cis));
    const hidden = least === undefined ? this.all : this.hiddenOf(least.cis);
    const more = least === undefined ? keys : keysOf(dimension, all);
    if (more.every((key) => hidden.keys[dimension].has(key))) return false;
    for (const key of more) hidden.keys[dimension].add(key);
    this.hideRowsOf(least?.cis ?? null);
    return true;
  }

  /** Hides a row more where a hidden number could be told too closely; false when none can. */
  private hideUnsafe(): boolean {
    return MEDICINE_DIMENSIONS.some((dimension) => {
      if (this.isSafe(dimension)) return false;
      const all = keysOf(dimension, this.counts.all);
      const hasMore = ({ keys }: Hidden<MedicineDimension>): boolean => keys[dimension].size < all.length;
      const [first] = this.open().filter(([cis]) => hasMore(this.hiddenOf(cis)));
      const [smallest] = this.open();
      if (first !== undefined) this.hiddenOf(first[0]).keys[dimension] = new Set(all);
      else if (hasMore(this.all)) this.all.keys[dimension] = new Set(all);
      else if (smallest !== undefined) this.hiddenOf(smallest[0]).everything = true;
      return first !== undefined || smallest !== undefined;
    });
  }

  /** Whether every hidden number keeps enough values. The last row is that of all errors but those of open medicines. */
  private isSafe(dimension: MedicineDimension): boolean {
    const keys = keysOf(dimension, this.counts.all);
    const open = this.open();
    const totals = keys.map((key) => this.counts.all.by[dimension].get(key) ?? 0);
    const rows = open.map(([, { by }]) => keys.map((key) => by[dimension].get(key) ?? 0));
    const others = totals.map((total, at) => rows.reduce((rest, row) => rest - (row[at] ?? 0), total));
    const hiddenTotals = keys.map((key) => this.all.keys[dimension].has(key));
    const hidden = open.map(([cis]) => keys.map((key) => this.hiddenOf(cis).keys[dimension].has(key)));
    const ranges = new HiddenRanges(
      { values: [...rows, others], hidden: [...hidden, keys.map(() => true)], hiddenTotals },
      this.minCell + LEAST_VALUES,
    );
    const isAnyWhole = open.length < this.specialities.length;
    return keys.every((key, column) => {
      // a zero that is shown makes all below it zero, and speaks of nobody
      if (totals[column] === 0 && hiddenTotals[column] === false) return true;
      const isEnough = (row: number | null): boolean => this.isWide(ranges.of({ row, column }), key);
      // of a medicine that is hidden whole, a cell lies between 0 and what all of the last row can be
      const isRestWide = !isAnyWhole || this.isWide({ ...ranges.of({ row: open.length, column }), min: 0 }, key);
      if (!isRestWide || (hiddenTotals[column] === true && !isEnough(null))) return false;
      return hidden.every((cells, row) => cells[column] !== true || isEnough(row));
    });
  }

  /** Source: disclosure.md, the proof. */
  private isWide({ min, max }: Range, key: string): boolean {
    const isConfined = key !== UNKNOWN && min >= 1 && max < this.minCell;
    return max - min + 1 >= LEAST_VALUES && !isConfined;
  }

  /** Specialities whose total is shown. */
  private open(): (readonly [cis: string, counts: ErrorCounts<MedicineDimension>])[] {
    return this.specialities.filter(([cis]) => !this.hiddenOf(cis).everything);
  }

  private hiddenOf(cis: string): Hidden<MedicineDimension> {
    const hidden = this.bySpeciality.get(cis);
    if (hidden === undefined) throw new RangeError(`no errors were counted for ${cis}`);
    return hidden;
  }

  private isSmall(count: number): boolean {
    return count > 0 && count < this.minCell;
  }
}

function hideRows<D extends Dimension>(
  counts: ErrorCounts<D>,
  hidden: Hidden<D>,
  all: ErrorCounts<Dimension>,
  minCell: number,
): void {
  for (const dimension of Object.keys(counts.by) as D[]) {
    const row = keysOf(dimension, all).map((key) => ({ key, count: counts.by[dimension].get(key) ?? 0 }));
    hidden.keys[dimension] = hideRow(row, minCell, hidden.keys[dimension]);
  }
}

function sumOf(tally: ReadonlyMap<string, number>, keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + (tally.get(key) ?? 0), 0);
}

function nothingHidden<D extends Dimension>(dimensions: readonly D[]): Hidden<D> {
  const keys = Object.fromEntries(dimensions.map((dimension) => [dimension, new Set<string>()])) as Record<
    D,
    Set<string>
  >;
  return { everything: false, keys };
}
