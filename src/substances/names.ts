import type { CompositionRow } from '../sources/bdpm/rows.js';
import { compareText } from '../sources/compare-text.js';
import { mostFrequent } from '../sources/most-frequent.js';

/**
 * The names of each code of CIS_COMPO, as SA or as FT: the most frequent (ties: first in code point order), and all of
 * them in code point order. Source: counting.md, Substances, 1.
 */
export function namesByCode(rows: readonly CompositionRow[]): Map<string, { main: string; all: string[] }> {
  const tallies = new Map<string, Map<string, number>>();
  for (const { code, name } of rows) {
    const tally = tallies.get(code) ?? new Map<string, number>();
    tallies.set(code, tally.set(name, (tally.get(name) ?? 0) + 1));
  }
  const names = new Map<string, { main: string; all: string[] }>();
  for (const [code, tally] of tallies)
    names.set(code, { main: mostFrequent(tally), all: [...tally.keys()].sort(compareText) });
  return names;
}
