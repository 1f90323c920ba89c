import type { DrugType } from '../sources/bnpv/rows.js';
import { normalise } from '../sources/normalise.js';
import type { Substances } from './substances.js';

type Dictionary = 'speciality' | 'brand' | 'substance';
export type Step = Dictionary | 'alias';

/** What a drug's name leads to: the codes of substances, or nothing that counts. */
type Match = { outcome: 'matched'; step: Step; codes: readonly string[] } | { outcome: 'ambiguous' | 'unmatched' };

export type Matcher = (name: string, type: DrugType) => Match;

const DICTIONARIES: readonly Dictionary[] = ['speciality', 'brand', 'substance'];

/**
 * Makes the function from a normalised drug name and its TYPE to substances. `aliases` are those that staff have
 * validated, by normalised name. Source: counting.md, From a drug's name to substances.
 */
export function matcher(
  specialities: Iterable<{ cis: string; denomination: string }>,
  substances: Substances,
  aliases: ReadonlyMap<string, readonly string[]>,
): Matcher {
  const dictionaries = {
    ...specialityDictionaries(specialities, substances),
    substance: substanceDictionary(substances),
  };
  return (name, type) => {
    const order = type === 'other' ? DICTIONARIES : [type, ...DICTIONARIES.filter((d) => d !== type)];
    const step = order.find((dictionary) => dictionaries[dictionary].has(name));
    const codes = step && dictionaries[step].only(name);
    if (step && codes) return { outcome: 'matched', step, codes };
    const settled = aliases.get(name);
    if (settled) return { outcome: 'matched', step: 'alias', codes: settled };
    return { outcome: step ? 'ambiguous' : 'unmatched' };
  };
}

/** The denomination before its first comma, then its words before the first one that holds a digit; may be empty. */
export function brandOf(denomination: string): string {
  const words = (normalise(denomination).split(',')[0] ?? '').trim().split(' ');
  const end = words.findIndex((word) => /\d/.test(word));
  return (end < 0 ? words : words.slice(0, end)).join(' ').trim();
}

/** Names, each with the differing sets of substances that it leads to. */
class Names {
  private readonly sets = new Map<string, Map<string, readonly string[]>>();

  add(name: string, codes: readonly string[]): void {
    if (name === '') return;
    const sets = this.sets.get(name) ?? new Map<string, readonly string[]>();
    this.sets.set(name, sets.set(codes.join(' '), codes));
  }

  has(name: string): boolean {
    return this.sets.has(name);
  }

  /** The one set a name leads to; undefined when there are several or none. */
  only(name: string): readonly string[] | undefined {
    const sets = [...(this.sets.get(name)?.values() ?? [])];
    return sets.length === 1 ? sets[0] : undefined;
  }
}

function specialityDictionaries(
  specialities: Iterable<{ cis: string; denomination: string }>,
  substances: Substances,
): Record<'speciality' | 'brand', Names> {
  const [speciality, brand] = [new Names(), new Names()];
  for (const { cis, denomination } of specialities) {
    const codes = substances.ofSpeciality(cis);
    speciality.add(normalise(denomination), codes);
    brand.add(brandOf(denomination), codes);
  }
  return { speciality, brand };
}

function substanceDictionary(substances: Substances): Names {
  const names = new Names();
  for (const { code, name, synonyms } of substances.all) {
    for (const each of [name, ...synonyms]) names.add(normalise(each), [code]);
  }
  for (const fraction of substances.fractions) {
    if (fraction.substances.length === 1)
      for (const name of fraction.names) names.add(normalise(name), fraction.substances);
  }
  return names;
}
