import { compareText } from '../sources/compare-text.js';
import type { Cells } from './cells.js';
import { cellAt, noCells, total } from './cells.js';

/** What a count is broken down by. `term` counts are kept by organ class: their key is `<class>/<term>`. */
export type Breakdown = 'year' | 'seriousness' | 'criterion' | 'reporter' | 'organClass' | 'term';

/** One line of the SQL counts: cases of one substance, sex and age group with one value of one breakdown. */
export interface CountRow {
  breakdown: Breakdown;
  /** Places in SEXES and AGE_GROUPS. */
  sex: number;
  ageGroup: number;
  key: string;
  cases: number;
}

/** The real numbers of cases of one substance, each by sex and age group: every public figure is a sum of these. */
export interface SubstanceCounts {
  cases: Cells;
  /** Over the years that both sources cover. */
  covered: Cells;
  /** Keys that have no case are not there. */
  breakdowns: Readonly<Record<Exclude<Breakdown, 'term'>, ReadonlyMap<string, Cells>>>;
  terms: TermsByClass;
}

/** Terms by organ class, in the order of their keys whatever the order of the counts; `key` is `<class>/<term>`. */
type TermsByClass = ReadonlyMap<string, readonly { readonly key: string; readonly cells: Cells }[]>;

/** Sums up the SQL counts of one substance. `coveredYears` holds the years both sources cover. */
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

function byClass(terms: { key: string; cells: Cells }[]): TermsByClass {
  const classes = new Map<string, typeof terms>();
  for (const term of terms.sort((a, b) => compareText(a.key, b.key))) {
    const organClass = term.key.slice(0, term.key.indexOf('/'));
    const others = classes.get(organClass);
    if (others === undefined) classes.set(organClass, [term]);
    else others.push(term);
  }
  return classes;
}
