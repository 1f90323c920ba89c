import type { CompositionRow } from '../sources/bdpm/rows.js';
import { compareText } from '../sources/compare-text.js';
import { normalise } from '../sources/normalise.js';
import { groupUnderFractions } from './grouping.js';
import { namesByCode } from './names.js';
import { tieFractions } from './ties.js';

/** An active substance, salts counted with their base. Source: counting.md, Substances. */
export interface Substance {
  code: string;
  name: string;
  /** The other names of its members, one a normal form, in code point order. */
  synonyms: string[];
  /** Every code that leads to it, its own included, ascending. */
  memberCodes: string[];
  /** CIS codes of the specialities that hold it as SA, ascending. */
  specialities: string[];
}

export interface Substances {
  /** Ascending by code. */
  readonly all: readonly Substance[];
  /** The substance that a member's code leads to; undefined for a code that is none. */
  ofCode(code: string): Substance | undefined;
  /** Codes of the substances of a speciality's SA rows, ascending; none when it has no SA row. */
  ofSpeciality(cis: string): readonly string[];
  /** For each FT code, its names and the codes of the substances that have it. */
  readonly fractions: readonly { code: string; names: readonly string[]; substances: readonly string[] }[];
}

/** Works out the substances from the rows of CIS_COMPO, whatever their order. Pure. */
export function workOutSubstances(rows: readonly CompositionRow[]): Substances {
  const names = namesByCode(rows);
  const ties = tieFractions(rows);
  const specialities = specialitiesByCode(rows);
  const representative = groupUnderFractions(names, ties, specialities);
  const members = mergeEqualNames(representative, names);
  const all = [...members]
    .map(([code, codes]) => describe(code, codes, names, specialities))
    .sort((a, b) => compareText(a.code, b.code));
  const byMember = new Map(all.flatMap((s) => s.memberCodes.map((code) => [code, s] as const)));
  const bySpeciality = invert(all);
  return {
    all,
    ofCode: (code) => byMember.get(code),
    ofSpeciality: (cis) => bySpeciality.get(cis) ?? [],
    fractions: [...ties.activesByFraction].map(([code, actives]) => ({
      code,
      names: names.get(code)?.all ?? [],
      // a fraction that is itself counted under a substance is had by that one too: IODE by IODE, not by IOPROMIDE alone
      substances: substanceCodes([...actives, code], byMember),
    })),
  };
}

function substanceCodes(codes: readonly string[], byMember: ReadonlyMap<string, Substance>): string[] {
  return [...new Set(codes.flatMap((code) => byMember.get(code)?.code ?? []))].sort(compareText);
}

/** Rule 4: representatives whose names are equal once normalised are one, under the smallest code. */
function mergeEqualNames(representative: ReadonlyMap<string, string>, names: Names): Map<string, Set<string>> {
  const codesByName = new Map<string, Set<string>>();
  for (const [code, head] of representative) {
    const name = normalise(names.get(head)?.main ?? head);
    const codes = codesByName.get(name) ?? new Set<string>();
    codesByName.set(name, codes.add(code).add(head));
  }
  const heads = new Set(representative.values());
  const merged = new Map<string, Set<string>>();
  for (const codes of codesByName.values()) {
    const smallest = [...codes].filter((code) => heads.has(code)).sort(compareText)[0];
    if (smallest !== undefined) merged.set(smallest, codes);
  }
  return merged;
}

type Names = ReturnType<typeof namesByCode>;

function describe(code: string, members: Set<string>, names: Names, specialities: Map<string, Set<string>>): Substance {
  const memberCodes = [...members].sort(compareText);
  const name = names.get(code)?.main ?? code;
  const others = memberCodes.flatMap((member) => names.get(member)?.all ?? []).sort(compareText);
  const synonyms = new Map<string, string>();
  for (const other of others) if (!synonyms.has(normalise(other))) synonyms.set(normalise(other), other);
  synonyms.delete(normalise(name));
  const cis = new Set(memberCodes.flatMap((member) => [...(specialities.get(member) ?? [])]));
  return { code, name, synonyms: [...synonyms.values()], memberCodes, specialities: [...cis].sort(compareText) };
}

function specialitiesByCode(rows: readonly CompositionRow[]): Map<string, Set<string>> {
  const specialities = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.nature !== 'SA') continue;
    specialities.set(row.code, (specialities.get(row.code) ?? new Set<string>()).add(row.cis));
  }
  return specialities;
}

function invert(substances: readonly Substance[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const substance of substances) {
    for (const cis of substance.specialities) codes.set(cis, [...(codes.get(cis) ?? []), substance.code]);
  }
  return codes;
}
