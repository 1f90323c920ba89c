import type { Cells } from '../cells.js';
import { AGE_COUNT, cellAt, populationAt, SEX_COUNT } from '../cells.js';
import { AGE_GROUPS, SEXES } from '../figures.js';
import type { RowKind } from './guard.js';

/** The cases of a substance seen by sex, the age groups being layers, or by age group, the sexes being layers. */
export interface Side {
  readonly rows: readonly SideRow[];
  readonly layers: number;
}

interface SideRow {
  readonly kind: RowKind;
  /** Place in POPULATIONS of a published row; −1 for the others. */
  readonly population: number;
  /** For each layer, the places in Cells that are added up. */
  readonly members: readonly (readonly number[])[];
}

/** Which of the totals by sex and by age group are hidden. */
export interface HiddenMargins {
  readonly sexes: readonly boolean[];
  readonly ages: readonly boolean[];
}

/** Both sides. Rows whose visible total is 0 are left out: they hide nothing, and nothing can hide there. */
export function sidesOf(cases: Cells, hidden: HiddenMargins): readonly [Side, Side] {
  const bySex = SEXES.map((sex, s) => ({
    key: sex,
    isHidden: hidden.sexes[s] === true,
    members: AGE_GROUPS.map((_, a) => cellAt(s, a)),
  }));
  const byAge = AGE_GROUPS.map((age, a) => ({
    key: age,
    isHidden: hidden.ages[a] === true,
    members: SEXES.map((_, s) => cellAt(s, a)),
  }));
  return [sideOf(cases, bySex, AGE_COUNT), sideOf(cases, byAge, SEX_COUNT)];
}

interface Margin {
  readonly key: string;
  readonly isHidden: boolean;
  readonly members: readonly number[];
}

function sideOf(cases: Cells, margins: readonly Margin[], layers: number): Side {
  const hidden = margins.filter(({ isHidden }) => isHidden);
  const visible = margins.filter(
    ({ isHidden, members }) => !isHidden && members.some((member) => (cases[member] ?? 0) > 0),
  );
  const rows = visible.map(({ key, members }): SideRow => {
    const population = populationAt(key);
    return {
      kind: population < 0 ? 'open' : 'published',
      population,
      members: members.map((member) => [member]),
    };
  });
  if (hidden.length > 0) {
    const members = Array.from({ length: layers }, (_, layer) =>
      hidden.flatMap((margin) => margin.members[layer] ?? []),
    );
    rows.push({ kind: 'hidden', population: -1, members });
  }
  return { rows, layers };
}

/** The cells of a table that has these columns, as LayeredTable wants them. */
export function layeredCells({ rows, layers }: Side, columns: readonly Cells[]): Int32Array {
  const layered = new Int32Array(rows.length * columns.length * layers);
  let at = 0;
  for (const { members } of rows) {
    for (const cells of columns) {
      for (const group of members) {
        let cases = 0;
        for (const member of group) cases += cells[member] ?? 0;
        layered[at] = cases;
        at += 1;
      }
    }
  }
  return layered;
}
