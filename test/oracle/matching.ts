import type { CompositionRow, SpecialityRow } from '../../src/sources/bdpm/rows.js';
import type { DrugRow } from '../../src/sources/bnpv/rows.js';
import { groupBy } from './group-by.js';
import { brandOf, byCodePoint, normalised } from './names.js';
import { tiedTo, type ExpectedGroup } from './substances.js';

type Step = 'speciality' | 'brand' | 'substance' | 'alias';
export type Match = { outcome: Step; substances: string[] } | { outcome: 'ambiguous' | 'unmatched' };

/** For a normalised name, the sets of substances it leads to, each as JSON of sorted codes. */
type Dictionary = Map<string, Set<string>>;

/** What an already read release knows of names. `aliases`: normalised name → substance codes, validated by staff. */
export interface Names {
  specialities: SpecialityRow[];
  composition: CompositionRow[];
  substances: ExpectedGroup[];
  aliases: Map<string, string[]>;
}

/** From a drug's row to its substances. Source: counting.md, From a drug's name to substances. */
export function matcher(names: Names): (drug: DrugRow) => Match {
  const dictionaries = {
    speciality: specialityNames(names, (row) => row.denomination),
    brand: specialityNames(names, (row) => brandOf(row.denomination)),
    substance: substanceNames(names),
  };
  // > On normalised text, the first dictionary that has the name decides: that of TYPE, then the others in the order
  // > speciality, brand, substance (all three when TYPE is absent or another)
  const order = ['speciality', 'brand', 'substance'] as const;
  return (drug) => {
    const name = normalised(drug.name);
    const own = order.filter((step) => step === drug.type);
    const decides = [...own, ...order].find((step) => dictionaries[step].has(name));
    const sets = decides ? [...(dictionaries[decides].get(name) ?? [])] : [];
    const only = sets[0];
    if (decides && only !== undefined && sets.length === 1) {
      return { outcome: decides, substances: JSON.parse(only) as string[] };
    }
    // > An alias that staff have validated. […] `ambiguous` and counts nowhere, until an alias settles it.
    const alias = names.aliases.get(name);
    if (alias) return { outcome: 'alias', substances: alias };
    return { outcome: decides ? 'ambiguous' : 'unmatched' };
  };
}

/** > the denomination of a speciality → its substances […] the brand of specialities */
function specialityNames(names: Names, text: (row: SpecialityRow) => string): Dictionary {
  const substancesOf = new Map<string, string[]>();
  for (const substance of names.substances) {
    for (const cis of substance.specialities) {
      substancesOf.set(cis, [...(substancesOf.get(cis) ?? []), substance.code]);
    }
  }
  const dictionary: Dictionary = new Map();
  for (const row of names.specialities) add(dictionary, text(row), substancesOf.get(row.cis) ?? []);
  return dictionary;
}

/** > a name or synonym of a substance, or of an FT that exactly one substance has */
function substanceNames(names: Names): Dictionary {
  const dictionary: Dictionary = new Map();
  const substanceOf = new Map<string, string>();
  for (const substance of names.substances) {
    for (const name of [substance.name, ...substance.synonyms]) add(dictionary, name, [substance.code]);
    for (const member of substance.memberCodes) substanceOf.set(member, substance.code);
  }
  const fractions = groupBy(
    names.composition.filter((row) => row.nature === 'FT'),
    (row) => row.code,
  );
  for (const code of fractions.keys()) {
    // a fraction that is itself counted as a substance is that one's too: IODE does not lead to IOPROMIDE
    const having = [code, ...tiedTo(names.composition, code)].map((other) => substanceOf.get(other));
    const substances = [...new Set(having.filter((substance) => substance !== undefined))];
    if (substances.length !== 1) continue;
    for (const row of names.composition) if (row.code === code) add(dictionary, row.name, substances);
  }
  return dictionary;
}

function add(dictionary: Dictionary, text: string, substances: string[]): void {
  const name = normalised(text);
  if (name === '') return;
  const sets = dictionary.get(name) ?? new Set();
  sets.add(JSON.stringify([...substances].sort(byCodePoint)));
  dictionary.set(name, sets);
}
