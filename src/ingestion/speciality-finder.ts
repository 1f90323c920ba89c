import { normalise } from '../sources/normalise.js';
import { brandOf } from '../substances/matching.js';
import type { Reference } from './load-reference.js';

/** The CIS that a row of another source is about, by whatever the row says of it; null when that leads to none. */
export interface SpecialityFinder {
  byCis(cis: string): string | null;
  /** By CIP13 or CIP7. */
  byPack(cip: string): string | null;
  /**
   * By the whole denomination, else by the brand, normalised: the first of them that has the name decides. Null also
   * when several specialities have it. Source: counting.md, From a drug's name to substances.
   */
  byName(name: string): string | null;
}

export function specialityFinder({ specialities, presentations }: Reference): SpecialityFinder {
  const known = new Set(specialities.map(({ cis }) => cis));
  const packs = uniquely(
    presentations.flatMap(({ cip7, cip13, cis }) => [[cip7, cis] as const, [cip13, cis] as const]),
  );
  const denominations = uniquely(specialities.map(({ denomination, cis }) => [normalise(denomination), cis] as const));
  const brands = uniquely(specialities.map(({ denomination, cis }) => [brandOf(denomination), cis] as const));
  return {
    byCis: (cis) => (known.has(cis) ? cis : null),
    byPack: (cip) => packs.get(cip) ?? null,
    byName: (name) => {
      const normal = normalise(name);
      const dictionary = denominations.has(normal) ? denominations : brands;
      return dictionary.get(normal) ?? null;
    },
  };
}

/** What each key leads to; null for one that leads to several. */
function uniquely(pairs: readonly (readonly [key: string, cis: string])[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [key, cis] of pairs) found.set(key, found.has(key) && found.get(key) !== cis ? null : cis);
  return found;
}
