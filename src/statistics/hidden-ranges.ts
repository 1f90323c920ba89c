/**
 * A table whose rows add up to totals that everybody knows. Columns add up to totals of their own, which add up to the
 * sum of all; some of these may be hidden. `values` are the real ones.
 */
export interface LinkedTable {
  values: readonly (readonly number[])[];
  /** Whether a cell is hidden. */
  hidden: readonly (readonly boolean[])[];
  /** Whether the total of a column is. */
  hiddenTotals: readonly boolean[];
}

export interface Range {
  min: number;
  max: number;
}

/** What a hidden number is: a cell, or (row null) the total of a column. */
export interface Place {
  row: number | null;
  column: number;
}

/**
 * What hidden numbers can be to one who knows all the others and how they add up. Numbers change together around
 * circles: one more here is one less there, in the row and in the column; how far a number can go is the greatest flow
 * around it. Ranges end at `far` from the real value: farther is far enough.
 */
export class HiddenRanges {
  private readonly rows: number;
  private readonly columns: number;
  /** The node through which totals of columns change together. */
  private readonly sum: number;
  private readonly values: number[][];
  private readonly totals: number[];

  constructor(
    private readonly table: LinkedTable,
    private readonly far: number,
  ) {
    this.rows = table.values.length;
    this.columns = table.hiddenTotals.length;
    this.sum = this.rows + this.columns;
    this.values = table.values.map((row) => [...row]);
    this.totals = table.hiddenTotals.map((_, column) =>
      table.values.reduce((total, row) => total + (row[column] ?? 0), 0),
    );
  }

  of({ row, column }: Place): Range {
    const value = row === null ? (this.totals[column] ?? 0) : (this.values[row]?.[column] ?? 0);
    const node = this.rows + column;
    // a cell grows from its row to its column, a total from its column to the sum
    const [from, to] = row === null ? [node, this.sum] : [row, node];
    const banned = { from, to };
    return {
      min: value - this.flow({ from, to, most: Math.min(value, this.far) }, banned),
      max: value + this.flow({ from: to, to: from, most: this.far }, banned),
    };
  }

  /** The greatest flow, at most `most`, that does not take the banned way; all is put back after it. */
  private flow({ from, to, most }: { from: number; to: number; most: number }, banned: Way): number {
    const taken: { way: Way; amount: number }[] = [];
    let flow = 0;
    for (let path = this.path(from, to, banned); path !== null && flow < most; path = this.path(from, to, banned)) {
      const amount = Math.min(most - flow, ...path.map((way) => this.room(way)));
      for (const way of path) this.move(way, amount);
      taken.push(...path.map((way) => ({ way, amount })));
      flow += amount;
    }
    for (const { way, amount } of taken) this.move(way, -amount);
    return flow;
  }

  private path(from: number, to: number, banned: Way): Way[] | null {
    const before = new Map<number, number>([[from, from]]);
    const queue = [from];
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      for (const next of this.next(node)) {
        if (before.has(next) || isSame({ from: node, to: next }, banned)) continue;
        before.set(next, node);
        if (next === to) return waysTo(to, before);
        queue.push(next);
      }
    }
    return null;
  }

  private *next(node: number): Iterable<number> {
    const { hidden, hiddenTotals } = this.table;
    if (node < this.rows) {
      for (let column = 0; column < this.columns; column += 1)
        if (hidden[node]?.[column] === true) yield this.rows + column;
    } else if (node < this.sum) {
      const column = node - this.rows;
      for (let row = 0; row < this.rows; row += 1)
        if (hidden[row]?.[column] === true && (this.values[row]?.[column] ?? 0) > 0) yield row;
      if (hiddenTotals[column] === true) yield this.sum;
    } else {
      for (let column = 0; column < this.columns; column += 1)
        if (hiddenTotals[column] === true && (this.totals[column] ?? 0) > 0) yield this.rows + column;
    }
  }

  /** How much more can go that way: growing has no end, shrinking ends at 0. */
  private room({ from, to }: Way): number {
    if (from < this.rows || to === this.sum) return Infinity;
    return from === this.sum ? (this.totals[to - this.rows] ?? 0) : (this.values[to]?.[from - this.rows] ?? 0);
  }

  private move({ from, to }: Way, amount: number): void {
    if (to === this.sum) this.totals[from - this.rows] = (this.totals[from - this.rows] ?? 0) + amount;
    else if (from === this.sum) this.totals[to - this.rows] = (this.totals[to - this.rows] ?? 0) - amount;
    else if (from < this.rows) this.add(from, to - this.rows, amount);
    else this.add(to, from - this.rows, -amount);
  }

  private add(row: number, column: number, amount: number): void {
    const values = this.values[row];
    if (values !== undefined) values[column] = (values[column] ?? 0) + amount;
  }
}

interface Way {
  from: number;
  to: number;
}

/** The same cell, growing or shrinking. */
function isSame(a: Way, b: Way): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}

function waysTo(to: number, before: ReadonlyMap<number, number>): Way[] {
  const ways: Way[] = [];
  for (
    let node = to, from = before.get(node);
    from !== undefined && from !== node;
    node = from, from = before.get(node)
  )
    ways.unshift({ from, to: node });
  return ways;
}
