import { compareText } from '../sources/compare-text.js';
import { isSmall } from './disclosure/limits.js';
import type { Place } from './hidden-ranges.js';
import { hideRow } from './hide-row.js';
import {
  type Dimension,
  DIMENSIONS,
  type ErrorCounts,
  keysOf,
  MEDICINE_DIMENSIONS,
  type MedicationErrorCounts,
  type MedicineDimension,
} from './medication-error-counts.js';
import { type ErrorTable, UnsafeErrors } from './medication-error-table.js';

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
 * end every hidden number is worked out from all that is shown (`UnsafeErrors`), and what is not safe yet gets more
 * hidden beside it.
 */
export class MedicationErrorHiding {
  readonly all: Hidden<Dimension>;
  readonly bySpeciality: ReadonlyMap<string, Hidden<MedicineDimension>>;
  /** The keys of each dimension, in their order. */
  private readonly keys: Readonly<Record<Dimension, readonly string[]>>;
  /** CIS and counts, the smallest total first, then by CIS: the order in which more is hidden. */
  private readonly specialities: readonly (readonly [cis: string, counts: ErrorCounts<MedicineDimension>])[];

  constructor(
    private readonly counts: MedicationErrorCounts,
    private readonly minCell: number,
  ) {
    this.all = nothingHidden(DIMENSIONS);
    this.keys = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, keysOf(dimension, counts.all)])) as Record<
      Dimension,
      string[]
    >;
    this.bySpeciality = new Map(
      [...counts.bySpeciality.keys()].map((cis) => [cis, nothingHidden(MEDICINE_DIMENSIONS)]),
    );
    this.specialities = [...counts.bySpeciality].sort(([a, m], [b, n]) => m.total - n.total || compareText(a, b));
    this.hide();
  }

  private hide(): void {
    this.all.everything = isSmall(this.counts.all.total, this.minCell);
    for (const [cis, { total }] of this.specialities) {
      this.hiddenOf(cis).everything = this.all.everything || isSmall(total, this.minCell);
    }
    if (this.all.everything) return;
    this.hideRowsOf(null);
    for (const [cis] of this.open()) this.hideRowsOf(cis);
    // each turn hides more, or is the last
    while (this.isAnyHidden() && (this.hideMore() || this.hideUnsafe()));
  }

  /** The rows of a speciality, or of all errors together: every dimension adds up to the total. */
  private hideRowsOf(cis: string | null): void {
    const counts = cis === null ? undefined : this.counts.bySpeciality.get(cis);
    if (cis !== null && counts !== undefined) this.hideRows(counts, this.hiddenOf(cis));
    else this.hideRows(this.counts.all, this.all);
  }

  private hideRows<D extends Dimension>(counts: ErrorCounts<D>, hidden: Hidden<D>): void {
    for (const dimension of Object.keys(counts.by) as D[]) {
      const row = this.keys[dimension].map((key) => ({ key, count: counts.by[dimension].get(key) ?? 0 }));
      hidden.keys[dimension] = hideRow(row, this.minCell, hidden.keys[dimension]);
    }
  }

  private isAnyHidden(): boolean {
    return [this.all, ...this.bySpeciality.values()].some(
      ({ everything, keys }) => everything || MEDICINE_DIMENSIONS.some((dimension) => keys[dimension].size > 0),
    );
  }

  /** Hides more medicines, rows or keys where what is left over is too little; false when it is enough everywhere. */
  private hideMore(): boolean {
    const open = this.open();
    let left = open.reduce((rest, [, { total }]) => rest - total, this.counts.all.total);
    let more = false;
    for (const [cis, { total }] of open) {
      if (left >= this.minCell) break;
      this.hiddenOf(cis).everything = true;
      left += total;
      more = true;
    }
    for (const dimension of MEDICINE_DIMENSIONS) more = this.hideMoreIn(dimension) || more;
    return more;
  }

  private hideMoreIn(dimension: MedicineDimension): boolean {
    const hiddenKeys = this.all.keys[dimension];
    // of keys that are hidden for all errors together only their sum can be worked out
    const groups = this.keys[dimension].filter((key) => !hiddenKeys.has(key)).map((key) => [key]);
    const together = this.keys[dimension].filter((key) => hiddenKeys.has(key));
    let more = false;
    for (const group of [...groups, together]) while (this.hideMoreOf(dimension, group)) more = true;
    return more;
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
    const more = least === undefined ? keys : this.keys[dimension];
    if (more.every((key) => hidden.keys[dimension].has(key))) return false;
    for (const key of more) hidden.keys[dimension].add(key);
    this.hideRowsOf(least?.cis ?? null);
    return true;
  }

  /** Hides a row more where a hidden number could be told too closely; false when there is none, or nothing more. */
  private hideUnsafe(): boolean {
    return MEDICINE_DIMENSIONS.some((dimension) => {
      const unsafe = new UnsafeErrors(this.tableOf(dimension), this.minCell).first();
      return unsafe !== null && this.hideBeside(dimension, unsafe);
    });
  }

  /** The row itself, else the smallest that has the key, else the smallest; then the keys, then a medicine whole. */
  private hideBeside(dimension: MedicineDimension, { row, column }: Place): boolean {
    const keys = this.keys[dimension];
    const open = this.open();
    const hasMore = ([cis]: (typeof open)[number]): boolean => this.hiddenOf(cis).keys[dimension].size < keys.length;
    const own = open.filter((_, at) => at === row);
    const having = open.filter(([, { by }]) => (by[dimension].get(keys[column] ?? '') ?? 0) > 0);
    const [next] = [...own, ...having, ...open].filter(hasMore);
    const [smallest] = open;
    if (next !== undefined) this.hiddenOf(next[0]).keys[dimension] = new Set(keys);
    else if (this.all.keys[dimension].size < keys.length) this.all.keys[dimension] = new Set(keys);
    else if (smallest !== undefined) this.hiddenOf(smallest[0]).everything = true;
    else return false;
    return true;
  }

  private tableOf(dimension: MedicineDimension): ErrorTable {
    const keys = this.keys[dimension];
    const open = this.open();
    const countsIn = (by: ErrorCounts<MedicineDimension>['by']): number[] =>
      keys.map((key) => by[dimension].get(key) ?? 0);
    const hiddenIn = (hidden: Record<MedicineDimension, ReadonlySet<string>>): boolean[] =>
      keys.map((key) => hidden[dimension].has(key));
    return {
      keys,
      counts: open.map(([, { by }]) => countsIn(by)),
      hidden: open.map(([cis]) => hiddenIn(this.hiddenOf(cis).keys)),
      totals: countsIn(this.counts.all.by),
      hiddenTotals: hiddenIn(this.all.keys),
      hasWhole: open.length < this.specialities.length,
    };
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
