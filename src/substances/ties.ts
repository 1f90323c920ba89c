import type { CompositionRow } from '../sources/bdpm/rows.js';
import { mostFrequent } from '../sources/most-frequent.js';

/** How active substances (SA) and therapeutic fractions (FT) stand together in CIS_COMPO. */
export interface Ties {
  /** The FT most often tied to an SA (ties: smallest code). */
  fractionOf: Map<string, string>;
  /** SA codes that stand in a composition group with two different FT: theirs cannot be told. */
  torn: Set<string>;
  /** SA codes tied to each FT. */
  activesByFraction: Map<string, Set<string>>;
}

/** Ties SA to FT by same cis, element and link number. Source: counting.md, Substances, 2. */
export function tieFractions(rows: readonly CompositionRow[]): Ties {
  const tallies = new Map<string, Map<string, number>>();
  const torn = new Set<string>();
  const activesByFraction = new Map<string, Set<string>>();
  for (const { actives, fractions } of compositionGroups(rows).values()) {
    if (fractions.size > 1) for (const active of actives) torn.add(active);
    for (const active of actives) {
      for (const fraction of fractions) {
        const tally = tallies.get(active) ?? new Map<string, number>();
        tallies.set(active, tally.set(fraction, (tally.get(fraction) ?? 0) + 1));
        activesByFraction.set(fraction, (activesByFraction.get(fraction) ?? new Set<string>()).add(active));
      }
    }
  }
  const fractionOf = new Map([...tallies].map(([active, tally]) => [active, mostFrequent(tally)]));
  return { fractionOf, torn, activesByFraction };
}

function compositionGroups(
  rows: readonly CompositionRow[],
): Map<string, { actives: Set<string>; fractions: Set<string> }> {
  const groups = new Map<string, { actives: Set<string>; fractions: Set<string> }>();
  for (const { cis, element, link, nature, code } of rows) {
    const key = `${cis}\t${element}\t${link}`;
    const group = groups.get(key) ?? { actives: new Set<string>(), fractions: new Set<string>() };
    (nature === 'SA' ? group.actives : group.fractions).add(code);
    groups.set(key, group);
  }
  return groups;
}
