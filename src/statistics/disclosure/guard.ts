import type { LayeredTable, Place } from './layered-table.js';
import { doesRangeReachFar, isRangeWide, partRangeOf, valueAt } from './layered-table.js';
import { isWide } from './limits.js';

/** What a row of a table is to the public. */
export type RowKind =
  /** Its cells and its total are published, but for the hidden ones. */
  | 'published'
  /** Its cells are not published, and nobody's: cases of unknown sex or age. */
  | 'open'
  /** Rows whose totals are hidden, taken together: between them, cases pass freely. */
  | 'hidden';

export interface GuardRules {
  readonly minCell: number;
  readonly kinds: readonly RowKind[];
  /** Places of the row and of the column `unknown`; −1 where there is none. */
  readonly unknownRow: number;
  readonly unknownColumn: number;
  /** Whether hidden cells of a column must, like those of a row, be at least two and add up to `minCell`. */
  readonly columnsToo: boolean;
  /** Layers of a row whose own sums over a part are to be protected. */
  readonly layersOf?: (row: number) => readonly number[];
}

/**
 * Hides further cells of a table until each hidden one is protected: rules 2 and 5 of disclosure.md. For a cell that is
 * not, the three other corners of a rectangle are hidden with it, the cheapest rectangle that protects it: cases pass
 * around its corners without a total being changed (the hypercube method of official statistics).
 */
export class Guard {
  /** 1 for a column of zeros below a visible zero: there is nothing to protect, and nothing to hide behind. */
  private readonly empty: Uint8Array;

  constructor(
    readonly table: LayeredTable,
    private readonly rules: GuardRules,
  ) {
    this.empty = table.dark.map((isDark) => 1 - isDark);
    for (let row = 0; row < table.rows; row++)
      for (let column = 0; column < table.columns; column++)
        if (this.empty[column] === 1 && valueAt(table, row, column) > 0) this.empty[column] = 0;
  }

  /** Null when all is protected; else a cell that only hiding the total of its column can protect. */
  protect(): Place | null {
    for (;;) {
      const place = this.firstUnprotected();
      if (place === null) return null;
      if (!this.hideRectangle(place) && !this.hideSmallest(place)) return place;
    }
  }

  /** False when the sum of a row over a part of the columns, or of one of its layers, cannot be protected. */
  protectParts(): boolean {
    for (let row = 0; row < this.table.rows; row++) {
      if (this.rules.kinds[row] !== 'published' || this.table.crossing[row] !== 1) continue;
      for (const layer of [null, ...(this.rules.layersOf?.(row) ?? [])])
        while (!this.isPartProtected(row, layer)) if (!this.hideCrossing(row, layer)) return false;
    }
    return true;
  }

  private firstUnprotected(): Place | null {
    const { rows, columns, masked } = this.table;
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        if (masked[row * columns + column] === 1 && !this.isProtected({ row, column })) return { row, column };
    return null;
  }

  private isProtected(place: Place): boolean {
    const { row, column } = place;
    const kind = this.rules.kinds[row];
    if (kind === 'open' || !this.isMasked(row, column) || this.empty[column] === 1) return true;
    if (!this.isColumnEnough(place)) return false;
    if (kind === 'hidden') return doesRangeReachFar(this.table, place);
    const isKnown = row !== this.rules.unknownRow && column !== this.rules.unknownColumn;
    return this.isEnough(place, 'row') && isRangeWide(this.table, place, this.rules.minCell, isKnown);
  }

  private isColumnEnough(place: Place): boolean {
    return !this.rules.columnsToo || this.table.dark[place.column] === 1 || this.isEnough(place, 'column');
  }

  /**
   * Rule 2 along a row, over one part of the columns where the sum over that part is published, or along a column: at
   * least two hidden cells that add up to `minCell`, or all of them hidden.
   */
  private isEnough(place: Place, along: 'row' | 'column'): boolean {
    const { table } = this;
    const isRow = along === 'row';
    const isCrossing = table.crossing[place.row] === 1;
    let [cells, cases] = [0, 0];
    let isAll = true;
    for (let other = 0; other < (isRow ? table.columns : table.rows); other++) {
      const [row, column] = isRow ? [place.row, other] : [other, place.column];
      if (!isCrossing && table.part[column] !== table.part[place.column]) continue;
      if (this.isMasked(row, column)) {
        // what is taken together is two rows at least
        cells += this.rules.kinds[row] === 'hidden' ? 2 : 1;
        cases += valueAt(table, row, column);
        if (cells >= 2 && cases >= this.rules.minCell) return true;
      } else if (this.empty[column] !== 1) isAll = false;
    }
    return isAll;
  }

  private hideRectangle(place: Place): boolean {
    let best: Place[] = [];
    let least = Infinity;
    for (let other = 0; other < this.table.rows; other++) {
      for (let across = 0; across < this.table.columns; across++) {
        if (other === place.row || across === place.column || this.empty[across] === 1) continue;
        const corners = this.visible([
          { row: other, column: place.column },
          { row: place.row, column: across },
          { row: other, column: across },
        ]);
        const weight = this.weightOf(corners);
        if (corners.length === 0 || weight >= least) continue;
        this.mask(corners, 1);
        if (this.isProtected(place)) [best, least] = [corners, weight];
        this.mask(corners, 0);
      }
    }
    this.mask(best, 1);
    return best.length > 0;
  }

  /** No rectangle is enough by itself: one cell more of its row or its column, and all is looked at again. */
  private hideSmallest({ row, column }: Place): boolean {
    const places: Place[] = [];
    for (let other = 0; other < this.table.rows; other++) places.push({ row: other, column });
    for (let across = 0; across < this.table.columns; across++)
      if (this.empty[across] !== 1) places.push({ row, column: across });
    const [smallest] = this.visible(places).sort((a, b) => this.weightOf([a]) - this.weightOf([b]));
    if (smallest === undefined) return false;
    this.mask([smallest], 1);
    return true;
  }

  private isPartProtected(row: number, layer: number | null): boolean {
    const { minCell } = this.rules;
    return [0, 1].every((part) => isWide(partRangeOf(this.table, row, part, layer), minCell));
  }

  private hideCrossing(row: number, layer: number | null): boolean {
    const { table } = this;
    let best: Place[] = [];
    let least = Infinity;
    for (let inside = 0; inside < table.columns; inside++) {
      for (let outside = 0; outside < table.columns; outside++) {
        if (table.part[inside] !== 0 || table.part[outside] !== 1) continue;
        for (let other = 0; other < table.rows; other++) {
          if (other === row || table.crossing[other] !== 1) continue;
          const corners = this.visible(
            [row, other].flatMap((each) => [inside, outside].map((column) => ({ row: each, column }))),
          );
          const weight = this.weightOf(corners);
          if (corners.length > 0 && weight < least && this.widens({ row, layer }, corners))
            [best, least] = [corners, weight];
        }
      }
    }
    this.mask(best, 1);
    return best.length > 0;
  }

  private widens({ row, layer }: { row: number; layer: number | null }, corners: readonly Place[]): boolean {
    const width = (): number => {
      const [low, high] = partRangeOf(this.table, row, 0, layer);
      return high - low;
    };
    const before = width();
    this.mask(corners, 1);
    const after = width();
    this.mask(corners, 0);
    return after > before;
  }

  private isMasked(row: number, column: number): boolean {
    return this.table.masked[row * this.table.columns + column] === 1;
  }

  private visible(places: readonly Place[]): Place[] {
    return places.filter(({ row, column }) => !this.isMasked(row, column));
  }

  private mask(places: readonly Place[], value: 0 | 1): void {
    for (const { row, column } of places) this.table.masked[row * this.table.columns + column] = value;
  }

  /** What hiding costs the reader: the cases that go out of sight and, but for `unknown`, a line of the table. */
  private weightOf(places: readonly Place[]): number {
    let weight = 0;
    for (const { row, column } of places) {
      const isKnown = row !== this.rules.unknownRow && column !== this.rules.unknownColumn;
      weight += valueAt(this.table, row, column) + (isKnown ? this.rules.minCell : 0);
    }
    return weight;
  }
}
