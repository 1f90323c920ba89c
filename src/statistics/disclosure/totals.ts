import type { Cells } from '../cells.js';
import { ageTotal, cellAt, sexTotal } from '../cells.js';
import { AGE_GROUPS, SEXES } from '../figures.js';
import type { RowCell } from '../hide-row.js';
import { hideMore, hideRow } from '../hide-row.js';
import type { RowKind } from './guard.js';
import { Guard } from './guard.js';
import type { LayeredTable } from './layered-table.js';
import { isSmall } from './limits.js';
import type { HiddenMargins } from './side.js';

/** Which of the totals by sex, by age group and by both are hidden; the cells as in Cells. */
export interface HiddenTotals extends HiddenMargins {
  readonly cells: readonly boolean[];
}

/**
 * The table of sexes and age groups below a total that is published. `layers` are parts of the cases whose own sums are
 * published too: those of the years that both sources cover, and the others.
 */
export function hideTotals(cases: Cells, layers: readonly Cells[], minCell: number): HiddenTotals {
  const sexRow = SEXES.map((key, s) => ({ key, count: sexTotal(cases, s) }));
  const ageRow = AGE_GROUPS.map((key, a) => ({ key, count: ageTotal(cases, a) }));
  let hiddenSexes = hideRow(sexRow, minCell);
  let hiddenAges = hideRow(ageRow, minCell);
  for (;;) {
    const margins = { sexes: flagsOf(sexRow, hiddenSexes), ages: flagsOf(ageRow, hiddenAges) };
    const { table, kinds, rowOf } = tableOf(layers, margins, minCell);
    const unknownRow = rowOf[SEXES.indexOf('unknown')] ?? -1;
    const unknownColumn = AGE_GROUPS.indexOf('unknown');
    const guard = new Guard(table, { minCell, kinds, unknownRow, unknownColumn, columnsToo: true });
    const place = guard.protect();
    if (place === null) return { ...margins, cells: cellsOf(table, rowOf, margins) };
    const key = AGE_GROUPS[place.column] ?? '';
    // few of unknown sex cannot be hidden from one another below a total that is shown
    const ages = place.row === unknownRow ? null : hideMore(ageRow, hiddenAges, { key, minCell });
    const sexes = ages === null ? hideMore(sexRow, hiddenSexes, { key: 'unknown', minCell }) : hiddenSexes;
    if (sexes === null) throw new Error('where all totals are hidden, nothing is left to protect');
    [hiddenSexes, hiddenAges] = [sexes, ages ?? hiddenAges];
  }
}

function flagsOf(row: readonly RowCell[], hidden: ReadonlySet<string>): boolean[] {
  return row.map(({ key }) => hidden.has(key));
}

/** Rows: the sexes whose totals are visible and not 0, then those whose totals are hidden, together. */
function tableOf(
  layers: readonly Cells[],
  { sexes, ages }: HiddenMargins,
  minCell: number,
): { table: LayeredTable; kinds: RowKind[]; rowOf: number[] } {
  const total = (s: number, a: number): number => layers.reduce((sum, cells) => sum + (cells[cellAt(s, a)] ?? 0), 0);
  const hasCases = (s: number): boolean => AGE_GROUPS.some((_, a) => total(s, a) > 0);
  const visible = SEXES.map((_, s) => s).filter((s) => sexes[s] !== true && hasCases(s));
  const together = SEXES.map((_, s) => s).filter((s) => sexes[s] === true);
  const groups = [...visible.map((s) => [s]), ...(together.length > 0 ? [together] : [])];
  const [columns, depth] = [AGE_GROUPS.length, layers.length];
  const cells = new Int32Array(groups.length * columns * depth);
  const masked = new Uint8Array(groups.length * columns);
  for (const [row, members] of groups.entries()) {
    for (let a = 0; a < columns; a++) {
      const isKnown = a !== AGE_GROUPS.indexOf('unknown') && members[0] !== SEXES.indexOf('unknown');
      const [member = 0] = members;
      const isPrimary = isKnown && isSmall(total(member, a), minCell);
      if (members === together || ages[a] === true || isPrimary) masked[row * columns + a] = 1;
      for (const [layer, of] of layers.entries())
        cells[(row * columns + a) * depth + layer] = members.reduce((sum, s) => sum + (of[cellAt(s, a)] ?? 0), 0);
    }
  }
  const table: LayeredTable = {
    rows: groups.length,
    columns,
    layers: depth,
    cells,
    masked,
    dark: Uint8Array.from(ages, Number),
    part: new Uint8Array(columns),
    crossing: new Uint8Array(groups.length),
  };
  const kinds = groups.map((members): RowKind => (members === together ? 'hidden' : 'published'));
  const rowOf = SEXES.map((_, s) => groups.findIndex((members) => members !== together && members[0] === s));
  return { table, kinds, rowOf };
}

function cellsOf(table: LayeredTable, rowOf: readonly number[], { sexes, ages }: HiddenMargins): boolean[] {
  return SEXES.flatMap((_, s) =>
    AGE_GROUPS.map((_, a) => {
      if (sexes[s] === true || ages[a] === true) return true;
      const row = rowOf[s] ?? -1;
      return row >= 0 && table.masked[row * table.columns + a] === 1;
    }),
  );
}
