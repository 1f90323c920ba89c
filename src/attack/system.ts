import type { Figure } from '../statistics/figures.js';

/** Where a number stands: a population, a table of it and a row. */
export interface Place {
  population: string;
  block: string;
  key: string;
}

/** One number of cases, whether it is published or not, and what is known of it alone. */
export interface Cell extends Place {
  /** It speaks of people with something known in common: no part of its key is `unknown`. */
  known: boolean;
  /** As it is published, and where; null: nowhere. */
  shown: { count: number; place: Place } | null;
  /** Where it is published as suppressed; null: nowhere. */
  hidden: Place | null;
  /** It is published nowhere, yet nobody may find it to be from 1 to 10. */
  derived: boolean;
  lower: number;
  upper: number;
}

/** `lower ≤ Σ coefficient × cell ≤ upper`, over whole numbers. */
export interface Row {
  cells: readonly number[];
  coefficients: readonly number[];
  lower: number;
  upper: number;
}

/** `parts` are zero where `whole` is; where the sum is exact, `whole` is zero where all parts are. */
interface Dependence {
  parts: readonly number[];
  whole: number;
  exact: boolean;
}

/** Everything that holds between the numbers of one subject, written down. Cells are named by their position. */
export class System {
  readonly cells: Cell[] = [];
  readonly rows: Row[] = [];
  /** Where the published figures contradict one another, in words. */
  readonly contradictions: string[] = [];
  private readonly positions = new Map<string, number>();
  private readonly dependences: Dependence[] = [];

  /** `most`: no number of cases is above this. */
  constructor(private readonly most: number) {}

  /** The cell of a place, new where the place is. */
  cell(place: Place, known: boolean): number {
    const name = nameOf(place);
    const there = this.positions.get(name);
    if (there !== undefined) return there;
    const cell = { ...place, known, shown: null, hidden: null, derived: false, lower: 0, upper: this.most };
    this.positions.set(name, this.cells.length);
    return this.cells.push(cell) - 1;
  }

  at(position: number): Cell {
    const cell = this.cells[position];
    if (cell === undefined) throw new RangeError(`no cell ${position}`);
    return cell;
  }

  /** Reads one published figure: a number, or that there is one and it is suppressed. */
  read(position: number, figure: Figure, place: Place): void {
    if (figure.count !== null) this.show(position, figure.count, place);
    else this.at(position).hidden ??= place;
  }

  /** The cell is this, in so many words. */
  show(position: number, count: number, place: Place = this.at(position)): void {
    const cell = this.at(position);
    if (cell.shown !== null && cell.shown.count !== count)
      this.contradictions.push(`${nameOf(place)} is ${count}, yet ${nameOf(cell.shown.place)} is ${cell.shown.count}`);
    cell.shown ??= { count, place };
    this.within(position, count, count);
  }

  /** The cell lies between the two: both whole numbers. */
  within(position: number, lower: number, upper: number): void {
    const cell = this.at(position);
    cell.lower = Math.max(cell.lower, lower);
    cell.upper = Math.min(cell.upper, upper);
  }

  /** whole = Σ parts */
  sum(parts: readonly number[], whole: number): void {
    this.rows.push(weighed(parts, whole, 0, 0));
    this.dependences.push({ parts, whole, exact: true });
  }

  /** part ≤ whole */
  atMost(part: number, whole: number): void {
    this.rows.push(weighed([part], whole, -Infinity, 0));
    this.dependences.push({ parts: [part], whole, exact: false });
  }

  /** whole ≤ Σ parts */
  covered(parts: readonly number[], whole: number): void {
    this.rows.push(weighed(parts, whole, 0, Infinity));
  }

  /** from ≤ part ÷ whole ≤ to */
  share(part: number, whole: number, from: number, to: number): void {
    this.rows.push({ cells: [part, whole], coefficients: [1, -from], lower: 0, upper: Infinity });
    this.rows.push({ cells: [part, whole], coefficients: [1, -to], lower: -Infinity, upper: 0 });
  }

  /** The cells that a zero which everybody sees makes zero. */
  zeros(): Set<number> {
    const zeros = new Set(this.cells.flatMap(({ shown }, position) => (shown?.count === 0 ? [position] : [])));
    for (let before = -1; before < zeros.size;) {
      before = zeros.size;
      for (const { parts, whole, exact } of this.dependences) {
        if (zeros.has(whole)) for (const part of parts) zeros.add(part);
        else if (exact && parts.every((part) => zeros.has(part))) zeros.add(whole);
      }
    }
    return zeros;
  }
}

function weighed(parts: readonly number[], whole: number, lower: number, upper: number): Row {
  return { cells: [...parts, whole], coefficients: [...parts.map(() => 1), -1], lower, upper };
}

function nameOf({ population, block, key }: Place): string {
  return `${population}, ${block}${key === '' ? '' : `, ${key}`}`;
}
