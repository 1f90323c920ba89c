import { compareText } from '../sources/compare-text.js';
import type { Cells } from './cells.js';
import { cellAt, noCells } from './cells.js';

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
  breakdowns: Readonly<Record<Breakdown, ReadonlyMap<string, Cells>>>;
}

/** Sums up the SQL counts of one substance. `coveredYears` holds the years both sources cover. */
export function sumCounts(rows: Iterable<CountRow>, coveredYears: ReadonlySet<string>): SubstanceCounts {
  const cases = noCells();
  const covered = noCells();
  const breakdowns: Record<Breakdown, Map<string, number[]>> = {
    year: new Map(),
    seriousness: new Map(),
    criterion: new Map(),
    reporter: new Map(),
    organClass: new Map(),
    term: new Map(),
  };
  for (const row of rows) {
    const at = cellAt(row.sex, row.ageGroup);
    const byKey = breakdowns[row.breakdown];
    let cells = byKey.get(row.key);
    if (cells === undefined) byKey.set(row.key, (cells = noCells()));
    cells[at] = (cells[at] ?? 0) + row.cases;
    // every case has one year: the years are the grain at which cases themselves are counted
    if (row.breakdown !== 'year') continue;
    cases[at] = (cases[at] ?? 0) + row.cases;
    if (coveredYears.has(row.key)) covered[at] = (covered[at] ?? 0) + row.cases;
  }
  return { cases, covered, breakdowns };
}

/** Terms by organ class, in the order of their keys whatever the order of the counts; `key` is `<class>/<term>`. */
export type TermsByClass = ReadonlyMap<string, readonly { readonly key: string; readonly cells: Cells }[]>;

export function termsByClass({ breakdowns }: SubstanceCounts): TermsByClass {
  const terms = [...breakdowns.term].map(([key, cells]) => ({ key, cells }));
  const byClass = new Map<string, typeof terms>();
  for (const term of terms.sort((a, b) => compareText(a.key, b.key))) {
    const organClass = term.key.slice(0, term.key.indexOf('/'));
    const others = byClass.get(organClass);
    if (others === undefined) byClass.set(organClass, [term]);
    else others.push(term);
  }
  return byClass;
}
