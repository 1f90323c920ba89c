import { fallApart, type Piece } from './fall-apart.js';
import type { Point, Program, Solver } from './solver.js';
import type { System } from './system.js';
import { tighten } from './tighten.js';

/** The smallest and the largest whole number that a cell can be. */
export interface Range {
  min: number;
  max: number;
}

/** Whether numbers from `min` to `max` are enough to protect a cell: what more they could be need not be known then. */
export type IsEnough = (cell: number, range: Range) => boolean;

/** What simplex may be off: ranges are rounded inwards, after it. */
const SLACK = 1e-5;

/**
 * The ranges of the wanted cells that are not enough, exact; null where the rows contradict one another.
 *
 * The solver works over all numbers, not whole ones alone: the true range can be smaller by the little that lies between.
 * Every point it finds keeps to all rows, so it widens what is known of every cell, and most cells are found to be
 * protected without being asked about.
 */
export function narrowRanges(
  system: System,
  wanted: readonly number[],
  { isEnough, solver }: { isEnough: IsEnough; solver: Solver },
): Map<number, Range> | null {
  const bounds = tighten(system);
  if (bounds === null) return null;
  const narrow = new Map<number, Range>();
  for (const cell of wanted) {
    const [min, max] = [bounds.lower[cell] ?? 0, bounds.upper[cell] ?? 0];
    if (min === max && !isEnough(cell, { min, max })) narrow.set(cell, { min, max });
  }
  const asked = new Set(wanted);
  for (const piece of fallApart(system, bounds)) {
    const own = piece.cells.flatMap((cell, position) => (asked.has(cell) ? [position] : []));
    if (own.length === 0) continue;
    const search = new Search(piece, own, isEnough);
    if (!search.run(solver)) return null;
    for (const [cell, range] of search.narrow) narrow.set(cell, range);
  }
  return narrow;
}

/** One piece: the cells that are not yet known to be protected, and how far the points seen so far reach. */
class Search {
  readonly narrow = new Map<number, Range>();
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private open: number[];

  constructor(
    private readonly piece: Piece,
    wanted: readonly number[],
    private readonly isEnough: IsEnough,
  ) {
    this.open = [...wanted];
    this.low = new Float64Array(piece.cells.length).fill(Infinity);
    this.high = new Float64Array(piece.cells.length).fill(-Infinity);
  }

  /** @returns whether there is any point at all */
  run(solver: Solver): boolean {
    const program = solver.open(this.piece);
    try {
      const first = program.greatest(new Float64Array(this.piece.cells.length));
      if (first === null) return false;
      this.see(first);
      this.scatter(program, first);
      for (const position of [...this.open]) this.ask(program, position);
      return true;
    } finally {
      program.close();
    }
  }

  /** Points in all directions, for as long as they settle more cells than asking one by one would. */
  private scatter(program: Program, first: Point): void {
    const { lower, upper } = this.piece;
    // low caps keep a sum from going to one cell alone; the first point keeps to them
    const caps = upper.map((bound, i) =>
      Math.min(bound, Math.max(FAR, Math.ceil(first[i] ?? 0), (lower[i] ?? 0) + FAR)),
    );
    program.cap(caps);
    let before = Infinity;
    for (let round = 0; this.open.length > 0 && before - this.open.length > ROUND_SETTLES; round += 1) {
      before = this.open.length;
      const weights = new Float64Array(this.piece.cells.length);
      for (const position of this.open) weights[position] = round === 0 ? 1 : sign(position, round);
      this.see(program.greatest(weights));
      for (const position of this.open) weights[position] = -(weights[position] ?? 0);
      this.see(program.greatest(weights));
    }
    program.cap(upper);
  }

  private ask(program: Program, position: number): void {
    for (const direction of [1, -1]) {
      if (!this.open.includes(position)) return;
      const weights = new Float64Array(this.piece.cells.length);
      weights[position] = direction;
      this.see(program.greatest(weights));
    }
    if (!this.open.includes(position)) return;
    this.narrow.set(this.piece.cells[position] ?? -1, this.rangeOf(position));
    this.open = this.open.filter((other) => other !== position);
  }

  private see(point: Point | null): void {
    if (point === null) throw new Error('the solver lost a point that it had');
    this.open = this.open.filter((position) => {
      const value = point[position] ?? 0;
      this.low[position] = Math.min(this.low[position] ?? value, value);
      this.high[position] = Math.max(this.high[position] ?? value, value);
      return !this.isEnough(this.piece.cells[position] ?? -1, this.rangeOf(position));
    });
  }

  private rangeOf(position: number): Range {
    return {
      // no number of cases is below 0, nor « minus 0 »
      min: Math.max(0, Math.ceil((this.low[position] ?? 0) - SLACK)),
      max: Math.floor((this.high[position] ?? 0) + SLACK),
    };
  }
}

/** As far as a cell has to reach to be protected, and a little more. */
const FAR = 12;

/** Cells that a round of two points must settle to be worth its while. */
const ROUND_SETTLES = 1;

/** Half of the cells up, half down, others each round, the same every time. */
function sign(position: number, round: number): number {
  const mixed = Math.imul(position + 1, 0x9e3779b1) ^ Math.imul(round, 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 16) & 1 ? 1 : -1;
}
