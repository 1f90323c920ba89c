import { isWide, LEAST_VALUES, reachesFar } from './limits.js';

/**
 * A table whose row and column totals stay what they are while hidden cells take other values. It has layers (the age
 * groups of a table by sex, the sexes of one by age) that nobody publishes: a change is made within a layer and leaves
 * the layer's totals alone, so that whatever else is published of the same cases stays true as well. What can be
 * reached by such changes is a proof that the public figures leave it open; it may be less than what they leave open.
 */
export interface LayeredTable {
  readonly rows: number;
  readonly columns: number;
  readonly layers: number;
  /** Real numbers of cases at `(row × columns + column) × layers + layer`. */
  readonly cells: Int32Array;
  /** 1 where a cell is not published, at `row × columns + column`. */
  readonly masked: Uint8Array;
  /** 1 for a column whose total is hidden; all its cells are masked. */
  readonly dark: Uint8Array;
  /** Part of the total that a column belongs to; cases pass from one part to another only between `crossing` rows. */
  readonly part: Uint8Array;
  /** 1 for a row whose sum over a part is not published. */
  readonly crossing: Uint8Array;
}

/** A cell of the table. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Smallest and largest value that are reached. */
export type Range = readonly [low: number, high: number];

export function valueAt(table: LayeredTable, row: number, column: number): number {
  const start = (row * table.columns + column) * table.layers;
  let cases = 0;
  for (let layer = 0; layer < table.layers; layer++) cases += table.cells[start + layer] ?? 0;
  return cases;
}

/** What the cell can be, all changes of one direction together; each takes from cases that no other one takes. */
export function rangeOf(table: LayeredTable, row: number, column: number): Range {
  const value = valueAt(table, row, column);
  return [value - fall(table, row, column), value + rise(table, row, column)];
}

/** The same as `isWide` of the range, found sooner: a cell that rises far enough needs no look at how far it falls. */
export function isRangeWide(table: LayeredTable, { row, column }: Place, minCell: number, known = true): boolean {
  const value = valueAt(table, row, column);
  const far = Math.max(LEAST_VALUES - 1, minCell - value);
  const up = rise(table, row, column, far);
  return up >= far || isWide([value - fall(table, row, column), value + up], minCell, known);
}

/** The same as `reachesFar` of the largest value, found sooner. */
export function doesRangeReachFar(table: LayeredTable, { row, column }: Place): boolean {
  const value = valueAt(table, row, column);
  return reachesFar(value + rise(table, row, column, LEAST_VALUES - 1 - value));
}

const at = (table: LayeredTable, row: number, column: number, layer: number): number =>
  table.cells[(row * table.columns + column) * table.layers + layer] ?? 0;

const isMasked = (table: LayeredTable, row: number, column: number): boolean =>
  table.masked[row * table.columns + column] === 1;

/** Whether cases may pass between two columns for these rows without a sum over a part being changed. */
function passes(table: LayeredTable, rows: readonly [number, number], columns: readonly [number, number]): boolean {
  if (table.part[columns[0]] === table.part[columns[1]]) return true;
  return table.crossing[rows[0]] === 1 && table.crossing[rows[1]] === 1;
}

/** Between two hidden columns of one part cases pass within their row: nothing that is published changes. */
function isOpen(table: LayeredTable, column: number, other: number): boolean {
  return table.dark[column] === 1 && table.dark[other] === 1 && table.part[column] === table.part[other];
}

/** What other rows of a column have left to give; kept, since every cell of every table is asked. */
let left = new Int32Array(16);

/** Not beyond `far`, once it is reached. */
function rise(table: LayeredTable, row: number, column: number, far = Infinity): number {
  const { rows, columns, layers, cells, masked } = table;
  if (left.length < rows) left = new Int32Array(rows);
  let total = 0;
  for (let layer = 0; layer < layers && total < far; layer++) {
    for (let other = 0; other < rows; other++) {
      const place = other * columns + column;
      left[other] = other !== row && masked[place] === 1 ? (cells[place * layers + layer] ?? 0) : 0;
    }
    for (let from = 0; from < columns && total < far; from++) {
      if (from === column || masked[row * columns + from] !== 1) continue;
      let available = cells[(row * columns + from) * layers + layer] ?? 0;
      if (available === 0) continue;
      if (isOpen(table, column, from)) {
        total += available;
        continue;
      }
      for (let other = 0; other < rows && available > 0; other++) {
        const amount = Math.min(available, left[other] ?? 0);
        if (amount === 0 || masked[other * columns + from] !== 1) continue;
        if (!passes(table, [row, other], [column, from])) continue;
        available -= amount;
        left[other] = (left[other] ?? 0) - amount;
        total += amount;
      }
    }
  }
  return total;
}

function fall(table: LayeredTable, row: number, column: number): number {
  let total = 0;
  for (let layer = 0; layer < table.layers; layer++) {
    let available = at(table, row, column, layer);
    for (let to = 0; to < table.columns && available > 0; to++) {
      if (to === column || !isMasked(table, row, to)) continue;
      if (isOpen(table, column, to)) {
        total += available;
        available = 0;
        continue;
      }
      for (let other = 0; other < table.rows && available > 0; other++) {
        if (other === row || !isMasked(table, other, column) || !isMasked(table, other, to)) continue;
        if (!passes(table, [row, other], [column, to])) continue;
        const amount = Math.min(available, at(table, other, to, layer));
        available -= amount;
        total += amount;
      }
    }
  }
  return total;
}

/** What the sum of a row over the columns of a part can be, by cases that cross to the other part; of one layer or of all. */
export function partRangeOf(table: LayeredTable, row: number, part: number, layer: number | null = null): Range {
  const layers = layer === null ? Array.from({ length: table.layers }, (_, each) => each) : [layer];
  let value = 0;
  for (let column = 0; column < table.columns; column++)
    if (table.part[column] === part) for (const each of layers) value += at(table, row, column, each);
  const place = { row, part, layers };
  return [value - crossed(table, place, 'out'), value + crossed(table, place, 'in')];
}

interface Sum {
  readonly row: number;
  readonly part: number;
  readonly layers: readonly number[];
}

function crossed(table: LayeredTable, { row, part, layers }: Sum, direction: 'in' | 'out'): number {
  const left = Int32Array.from(table.cells);
  let total = 0;
  const each = (inside: number, outside: number, other: number): void => {
    const [mine, theirs] = direction === 'in' ? [outside, inside] : [inside, outside];
    for (const layer of layers) {
      const a = (row * table.columns + mine) * table.layers + layer;
      const b = (other * table.columns + theirs) * table.layers + layer;
      const amount = Math.min(left[a] ?? 0, left[b] ?? 0);
      left[a] = (left[a] ?? 0) - amount;
      left[b] = (left[b] ?? 0) - amount;
      total += amount;
    }
  };
  for (let inside = 0; inside < table.columns; inside++) {
    if (table.part[inside] !== part || !isMasked(table, row, inside)) continue;
    for (let outside = 0; outside < table.columns; outside++) {
      if (table.part[outside] === part || !isMasked(table, row, outside)) continue;
      for (let other = 0; other < table.rows; other++) {
        if (other === row || !isMasked(table, other, inside) || !isMasked(table, other, outside)) continue;
        if (passes(table, [row, other], [inside, outside])) each(inside, outside, other);
      }
    }
  }
  return total;
}
