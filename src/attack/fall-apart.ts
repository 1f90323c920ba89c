import type { Row, System } from './system.js';
import { type Bounds, reach } from './tighten.js';

/** A part of a system that has nothing to do with the rest of it. Rows name cells by their position in `cells`. */
export interface Piece {
  /** Positions in the system. */
  cells: readonly number[];
  lower: Float64Array;
  upper: Float64Array;
  rows: readonly Row[];
}

/** The pieces that a system falls apart into once the cells that can be one number only stand as numbers. */
export function fallApart({ cells, rows }: System, bounds: Bounds): Piece[] {
  const open = rows.map((row) => openRow(row, bounds)).filter((row) => row !== null);
  const parent = cells.map((_, cell) => cell);
  const root = (cell: number): number => {
    let at = cell;
    while (parent[at] !== at) {
      // halves the way for whoever comes next
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const row of open) for (const cell of row.cells) parent[root(cell)] = root(row.cells[0] ?? cell);
  const members = new Map<number, number[]>();
  cells.forEach((_, cell) => {
    if (bounds.lower[cell] === bounds.upper[cell]) return;
    const own = members.get(root(cell));
    if (own === undefined) members.set(root(cell), [cell]);
    else own.push(cell);
  });
  const rowsOf = new Map<number, Row[]>();
  for (const row of open) {
    const key = root(row.cells[0] ?? 0);
    const own = rowsOf.get(key);
    if (own === undefined) rowsOf.set(key, [row]);
    else own.push(row);
  }
  return [...members].map(([key, own]) => piece(own, rowsOf.get(key) ?? [], bounds));
}

/** The row without its settled cells; null where the bounds alone keep to it. */
function openRow(row: Row, bounds: Bounds): Row | null {
  const [least, greatest] = reach(row, bounds);
  if (least >= row.lower && greatest <= row.upper) return null;
  const cells: number[] = [];
  const coefficients: number[] = [];
  let settled = 0;
  row.cells.forEach((cell, i) => {
    const coefficient = row.coefficients[i] ?? 0;
    if (bounds.lower[cell] === bounds.upper[cell]) settled += coefficient * (bounds.lower[cell] ?? 0);
    else {
      cells.push(cell);
      coefficients.push(coefficient);
    }
  });
  return cells.length === 0 ? null : { cells, coefficients, lower: row.lower - settled, upper: row.upper - settled };
}

function piece(cells: readonly number[], rows: readonly Row[], { lower, upper }: Bounds): Piece {
  const position = new Map(cells.map((cell, i) => [cell, i]));
  return {
    cells,
    lower: Float64Array.from(cells, (cell) => lower[cell] ?? 0),
    upper: Float64Array.from(cells, (cell) => upper[cell] ?? 0),
    rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => position.get(cell) ?? 0) })),
  };
}
