import { normalise } from '../sources/normalise.js';
import type { Reference } from './load-reference.js';

/** The CIS that a row of another source is about, by whatever the row says of it; null when that leads to none. */
export interface SpecialityFinder {
  byCis(cis: string): string | null;
  /** By CIP13 or CIP7. */
  byPack(cip: string): string | null;
  /** By the whole denomination, normalised; null also when several specialities have it. */
  byDenomination(name: string): string | null;
}

export function specialityFinder({ specialities, presentations }: Reference): SpecialityFinder {
  const known = new Set(specialities.map(({ cis }) => cis));
  const packs = uniquely(
    presentations.flatMap(({ cip7, cip13, cis }) => [[cip7, cis] as const, [cip13, cis] as const]),
  );
  const names = uniquely(specialities.map(({ denomination, cis }) => [normalise(denomination), cis] as const));
  return {
    byCis: (cis) => (known.has(cis) ? cis : null),
    byPack: (cip) => packs.get(cip) ?? null,
    byDenomination: (name) => names.get(normalise(name)) ?? null,
  };
}

/** What each key leads to; null for one that leads to several. */
function uniquely(pairs: readonly (readonly [key: string, cis: string])[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [key, cis] of pairs) found.set(key, found.has(key) && found.get(key) !== cis ? null : cis);
  return found;
}
