import type { Cells } from '../cells.js';
import { casesAt } from '../cells.js';
import type { RowCell } from '../hide-row.js';
import { hideMore, hideRow } from '../hide-row.js';
import type { RowKind } from './guard.js';
import { Guard } from './guard.js';
import type { LayeredTable } from './layered-table.js';
import { valueAt } from './layered-table.js';
import { isSmall } from './limits.js';
import type { Mask } from './part.js';
import { EVERYWHERE, isHiddenIn, NOWHERE } from './part.js';
import type { Side } from './side.js';
import { layeredCells } from './side.js';

/** A key of a breakdown, with its cases; `part` is 0 or 1 where the sum over some keys is published (rule 6). */
export interface Key {
  readonly key: string;
  readonly cells: Cells;
  readonly part: number;
}

/** What was decided, and the tables of both sides with what is masked in them. */
export interface HiddenBreakdown {
  readonly masks: Map<string, Mask>;
  readonly tables: readonly LayeredTable[];
}

export interface BreakdownRules {
  readonly minCell: number;
  readonly sides: readonly Side[];
  /** Populations whose totals are hidden. */
  readonly hidden: Mask;
  /** Populations whose sums over a part of the keys are hidden. */
  readonly hiddenSums: Mask;
  /** Sums over a part, by sex and age group as in Cells, that are to be protected for themselves. */
  readonly sumsToProtect: readonly boolean[];
}

/**
 * Where the numbers of a breakdown are hidden whose keys add up to the cases of every population: years, seriousness,
 * reporters. Null when the sums over parts of the keys cannot be protected. Source: disclosure.md, rules 2, 5 and 6.
 */
export function hideBreakdown(keys: readonly Key[], rules: BreakdownRules): HiddenBreakdown | null {
  const row = keys.map(({ key, cells, part }) => ({ key, count: casesAt(cells, 0), part }));
  const rowOf = (part: number): Whole[] => row.filter((cell) => cell.part === part);
  const columns = keys.map(({ cells }) => cells);
  const cellsOf = rules.sides.map((side) => layeredCells(side, columns));
  let dark = new Set([...hideRow(rowOf(0), rules.minCell), ...hideRow(rowOf(1), rules.minCell)]);
  for (;;) {
    const tables: LayeredTable[] = [];
    let unprotected: Whole | undefined;
    for (const [at, side] of rules.sides.entries()) {
      const { table, guard } = guardOf({ ...side, cells: cellsOf[at] ?? new Int32Array() }, keys, rules, dark);
      const place = guard.protect();
      if (place !== null) unprotected = row[place.column];
      // what hiding for the sums over parts adds must be protected in its turn
      else if (!guard.protectParts() || guard.protect() !== null) return null;
      tables.push(table);
    }
    if (unprotected === undefined) return { masks: masksOf(keys, dark, rules, tables), tables };
    const { key, part } = unprotected;
    const more = hideMore(rowOf(part), dark, { key, minCell: rules.minCell });
    if (more === null) return null;
    dark = new Set([...dark, ...more]);
  }
}

interface Whole extends RowCell {
  readonly part: number;
}

function guardOf(
  { rows, layers, cells }: Side & Pick<LayeredTable, 'cells'>,
  keys: readonly Key[],
  rules: BreakdownRules,
  dark: ReadonlySet<string>,
): { table: LayeredTable; guard: Guard } {
  const columns = keys.length;
  const table: LayeredTable = {
    rows: rows.length,
    columns,
    layers,
    cells,
    masked: new Uint8Array(rows.length * columns),
    dark: Uint8Array.from(keys, ({ key }) => (dark.has(key) ? 1 : 0)),
    part: Uint8Array.from(keys, ({ part }) => part),
    crossing: Uint8Array.from(rows, ({ kind, population }) =>
      kind !== 'published' || isHiddenIn(rules.hiddenSums, population) ? 1 : 0,
    ),
  };
  const unknownColumn = keys.findIndex(({ key }) => key === 'unknown');
  for (const [row, { kind }] of rows.entries()) {
    for (let column = 0; column < columns; column++) {
      const isPrimary = column !== unknownColumn && isSmall(valueAt(table, row, column), rules.minCell);
      if (kind !== 'published' || table.dark[column] === 1 || isPrimary) table.masked[row * columns + column] = 1;
    }
  }
  const kinds = rows.map(({ kind }): RowKind => kind);
  const layersOf = (row: number): number[] => {
    const { population = -1, members = [] } = rows[row] ?? {};
    const isToProtect = (member: number | undefined): boolean => rules.sumsToProtect[member ?? -1] === true;
    return population < 0 ? [] : [...members.keys()].filter((layer) => isToProtect(members[layer]?.[0]));
  };
  const guard = new Guard(table, {
    minCell: rules.minCell,
    kinds,
    unknownRow: -1,
    unknownColumn,
    columnsToo: false,
    layersOf,
  });
  return { table, guard };
}

function masksOf(
  keys: readonly Key[],
  dark: ReadonlySet<string>,
  { hidden, sides }: BreakdownRules,
  tables: readonly LayeredTable[],
): Map<string, Mask> {
  const masks = keys.map(({ key }) => (dark.has(key) ? EVERYWHERE : hidden));
  for (const [side, { columns, masked }] of tables.entries()) {
    for (const [row, { kind, population }] of (sides[side]?.rows ?? []).entries()) {
      if (kind !== 'published') continue;
      for (let column = 0; column < columns; column++)
        if (masked[row * columns + column] === 1) masks[column] = (masks[column] ?? NOWHERE) | (1 << population);
    }
  }
  return new Map(keys.map(({ key }, column) => [key, masks[column] ?? NOWHERE]));
}
