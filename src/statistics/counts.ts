import type { Cells } from './cells.js';

/** What a count is broken down by. `term` counts are kept by organ class: their key is `<class>/<term>`. */
export type Breakdown = 'year' | 'seriousness' | 'criterion' | 'reporter' | 'organClass' | 'term';

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
