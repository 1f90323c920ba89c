import { compareText } from '../../src/sources/compare-text.js';
import type { Cells } from '../../src/statistics/cells.js';
import { cellAt, noCells, total } from '../../src/statistics/cells.js';
import type { Breakdown, SubstanceCounts } from '../../src/statistics/counts.js';

/** One count: cases of one substance, sex and age group with one value of one breakdown. */
export interface CountRow {
  breakdown: Breakdown;
  /** Places in SEXES and AGE_GROUPS. */
  sex: number;
  ageGroup: number;
  key: string;
  cases: number;
}

/** Sums up the counts of one substance. `coveredYears` holds the years both sources cover. */
export function sumCounts(rows: Iterable<CountRow>, coveredYears: ReadonlySet<string>): SubstanceCounts {
  const counts = new Map<Breakdown, Map<string, number[]>>();
  for (const row of rows) {
    let byKey = counts.get(row.breakdown);
    if (byKey === undefined) counts.set(row.breakdown, (byKey = new Map<string, number[]>()));
    let cells = byKey.get(row.key);
    if (cells === undefined) byKey.set(row.key, (cells = noCells()));
    const at = cellAt(row.sex, row.ageGroup);
    cells[at] = (cells[at] ?? 0) + row.cases;
  }
  const of = (breakdown: Breakdown): ReadonlyMap<string, Cells> => counts.get(breakdown) ?? new Map<string, Cells>();
  // every case has one year: the years are the grain at which cases themselves are counted
  const years = [...of('year')];
  return {
    cases: total(years.map(([, cells]) => cells)),
    covered: total(years.filter(([year]) => coveredYears.has(year)).map(([, cells]) => cells)),
    breakdowns: {
      year: of('year'),
      seriousness: of('seriousness'),
      criterion: of('criterion'),
      reporter: of('reporter'),
      organClass: of('organClass'),
    },
    terms: byClass([...of('term')].map(([key, cells]) => ({ key, cells }))),
  };
}

function byClass(terms: { key: string; cells: Cells }[]): SubstanceCounts['terms'] {
  const classes = new Map<string, typeof terms>();
  for (const term of terms.sort((a, b) => compareText(a.key, b.key))) {
    const organClass = term.key.slice(0, term.key.indexOf('/'));
    const others = classes.get(organClass);
    if (others === undefined) classes.set(organClass, [term]);
    else others.push(term);
  }
  return classes;
}
