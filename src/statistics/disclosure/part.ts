import type { Cells } from '../cells.js';
import { casesAt, casesInAll, MEMBERS, noCells, POPULATIONS_OF } from '../cells.js';
import { POPULATIONS } from '../figures.js';
import type { LayeredTable } from './layered-table.js';
import { doesRangeReachFar, isRangeWide, valueAt } from './layered-table.js';
import { isSmall, reachesFar } from './limits.js';
import type { Side } from './side.js';
import { layeredCells } from './side.js';

/** In which populations a figure is hidden: bit i stands for POPULATIONS[i]. */
export type Mask = number;

export const NOWHERE: Mask = 0;
export const EVERYWHERE: Mask = (1 << POPULATIONS.length) - 1;
export const isHiddenIn = (mask: Mask, population: number): boolean => ((mask >> population) & 1) === 1;

/** What parts of the same cases have in common: those of a criterion, a class, a term, or of the years that both sources cover. */
export interface Surroundings {
  /** The cases that the part is seen in, its own included: those of the substance or, of a term, of its class. */
  readonly whole: Cells;
  /** Of a term: the cases outside of its class, and where the class is hidden. */
  readonly beyond: { readonly cells: Cells; readonly hidden: Mask } | null;
  /** Whether the rest is as good as published, and to be protected like the part. */
  readonly restToo: boolean;
}

export interface PartRules {
  readonly minCell: number;
  readonly sides: readonly Side[];
  /** Populations whose totals are hidden. */
  readonly hidden: Mask;
}

/**
 * Where the numbers of cases of parts are hidden. A part is linked to its populations: all = female + male + unknown sex,
 * and the same for ages; there is no row of parts that adds up, since a case can be in several. Source: disclosure.md,
 * rule 5.
 */
export class PartHiding {
  /** Populations in which no part is shown. */
  private readonly hidden: Mask;
  /** What is hidden of a part that is hidden in the whole, by the populations in which it has cases. */
  private readonly wholes: (Mask | undefined)[] = [];
  private readonly tables: readonly PartTables[];

  constructor(
    private readonly of: Surroundings,
    private readonly rules: PartRules,
  ) {
    this.hidden = rules.hidden | (of.beyond?.hidden ?? NOWHERE);
    this.tables = rules.sides.map((side) => new PartTables(side, of));
  }

  /** `cases`: of the part, in all populations. */
  hide(cells: Cells, cases: readonly number[] = casesInAll(cells)): Mask {
    const { of, rules, hidden } = this;
    const ofClass = of.beyond?.hidden ?? NOWHERE;
    // a term of a hidden class rises and falls with its class
    if (isHiddenIn(ofClass, 0)) return ofClass;
    const small = smallIn(of, cases, rules.minCell);
    if (isHiddenIn(small, 0)) return of.restToo ? EVERYWHERE : this.hideWhole(cases);
    if (cases[0] === 0) return hidden;
    let mask = hidden | small;
    for (const tables of this.tables) {
      const more = protectSide({ tables, cells, restToo: of.restToo }, mask, rules.minCell);
      if (more === null) return this.hideWhole(cases);
      mask |= more;
    }
    return mask;
  }

  /**
   * Where the number in the whole is hidden, populations without any case may be shown: cases come and go between the
   * part and the rest, wherever neither the sex nor the age group is shown, and that is so wherever there are any.
   */
  private hideWhole(cases: readonly number[]): Mask {
    let mask = this.hidden | 1;
    for (let population = 1; population < POPULATIONS.length; population++)
      if ((cases[population] ?? 0) > 0) mask |= 1 << population;
    return (this.wholes[mask] ??= enoughBehind(mask, this.of.whole));
  }
}

function enoughBehind(mask: Mask, whole: Cells): Mask {
  for (let population = 0; population < POPULATIONS.length; population++)
    if (isHiddenIn(mask, population) && !reachesFar(casesBehind(mask, whole, population))) return EVERYWHERE;
  return mask;
}

/** Where the part, or the rest that is to be protected like it, is small. */
function smallIn({ whole, restToo }: Surroundings, cases: readonly number[], minCell: number): Mask {
  let mask = NOWHERE;
  for (let population = 0; population < POPULATIONS.length; population++) {
    const own = cases[population] ?? 0;
    const isRestSmall = restToo && isSmall(casesAt(whole, population) - own, minCell);
    if (isRestSmall || isSmall(own, minCell)) mask |= 1 << population;
  }
  return mask;
}

/** Cases of a population whose sex and age group are hidden, or unknown. */
function casesBehind(mask: Mask, cells: Cells, population: number): number {
  let cases = 0;
  for (const cell of MEMBERS[population] ?? []) if (((MASKS[cell] ?? 0) & ~mask) === 0) cases += cells[cell] ?? 0;
  return cases;
}

/** The populations that each cell belongs to. */
const MASKS = POPULATIONS_OF.map((populations) => populations.reduce((mask, each) => mask | (1 << each), NOWHERE));

const [IN_PART, IN_REST] = [0, 1];

interface PartOfSide {
  readonly tables: PartTables;
  readonly cells: Cells;
  readonly restToo: boolean;
}

/** What to hide of one side, the smallest first; null when only hiding the whole part helps. */
function protectSide({ tables, cells, restToo }: PartOfSide, mask: Mask, minCell: number): Mask | null {
  const { rows } = tables.side;
  if (!rows.some(({ kind, population }) => kind === 'hidden' || isHiddenIn(mask, population))) return NOWHERE;
  const table = tables.of(cells);
  const hide = (row: number): void => {
    for (const column of [IN_PART, IN_REST]) table.masked[row * table.columns + column] = 1;
  };
  let hidden = NOWHERE;
  for (const [row, { kind, population }] of rows.entries())
    if (kind !== 'published' || isHiddenIn(mask, population)) hide(row);
  const isProtected = (row: number): boolean => {
    if (table.masked[row * table.columns] !== 1 || rows[row]?.kind === 'open') return true;
    if (rows[row]?.kind === 'hidden') return doesRangeReachFar(table, { row, column: IN_PART });
    const isWide = (column: number): boolean => isRangeWide(table, { row, column }, minCell);
    return isWide(IN_PART) && (!restToo || isWide(IN_REST));
  };
  while (!rows.every((_, row) => isProtected(row))) {
    const visible = rows.map((_, row) => row).filter((row) => table.masked[row * table.columns] !== 1);
    const [smallest] = visible.sort((a, b) => valueAt(table, a, IN_PART) - valueAt(table, b, IN_PART));
    if (smallest === undefined) return null;
    hide(smallest);
    hidden |= 1 << (rows[smallest]?.population ?? 0);
  }
  return hidden;
}

/** The tables of one side: one column for the part, one for the rest and, of a term, one for the cases beyond its class. */
class PartTables {
  /** The table of a part without any case: what they have in common, worked out once for all of them. */
  private empty: LayeredTable | null = null;

  constructor(
    readonly side: Side,
    private readonly surroundings: Surroundings,
  ) {}

  of(part: Cells): LayeredTable {
    const empty = (this.empty ??= this.tableOfNone());
    const [cells, masked] = [empty.cells.slice(), empty.masked.slice()];
    const { rows, layers } = this.side;
    for (let row = 0; row < rows.length; row++) {
      const members = rows[row]?.members ?? [];
      for (let layer = 0; layer < layers; layer++) {
        let cases = 0;
        for (const member of members[layer] ?? []) cases += part[member] ?? 0;
        const at = row * empty.columns * layers + layer;
        cells[at] = cases;
        cells[at + layers] = (cells[at + layers] ?? 0) - cases;
      }
    }
    return { ...empty, cells, masked };
  }

  private tableOfNone(): LayeredTable {
    const { rows, layers } = this.side;
    const { whole, beyond } = this.surroundings;
    const sources = [noCells(), whole, ...(beyond === null ? [] : [beyond.cells])];
    const columns = sources.length;
    const masked = new Uint8Array(rows.length * columns);
    for (const [row, { kind, population }] of rows.entries()) {
      // cases may pass the border of a class only where the class itself is not published
      if (beyond !== null && (kind !== 'published' || isHiddenIn(beyond.hidden, population)))
        masked[row * columns + 2] = 1;
    }
    return {
      rows: rows.length,
      columns,
      layers,
      cells: layeredCells(this.side, sources),
      masked,
      dark: new Uint8Array(columns),
      part: new Uint8Array(columns),
      crossing: new Uint8Array(rows.length),
    };
  }
}
