import type { CompositionRow } from '../../src/sources/bdpm/rows.js';
import { groupBy } from './group-by.js';
import { byCodePoint, mostFrequent, normalised, shareAWord } from './names.js';

export interface ExpectedGroup {
  code: string;
  name: string;
  synonyms: string[];
  memberCodes: string[];
  /** The specialities that hold a member as SA. */
  specialities: string[];
}

/** The substances that these rows make, in the order of their codes. Source: counting.md, Substances. */
export function substancesOf(rows: CompositionRow[]): ExpectedGroup[] {
  const saCodes = [...new Set(rows.filter((row) => row.nature === 'SA').map((row) => row.code))].sort(byCodePoint);
  const under = new Map<string, string>();
  for (const code of saCodes) {
    const target = groupedUnder(rows, code);
    if (target !== null) under.set(code, target);
  }
  const membersOf = new Map<string, string[]>();
  for (const code of saCodes) {
    const representative = follow(rows, under, code);
    membersOf.set(representative, [...(membersOf.get(representative) ?? [representative]), code]);
  }
  return mergeEqualNames(rows, membersOf).map(([code, members]) => describe(rows, code, members));
}

/** > The name of a code is its most frequent name in CIS_COMPO (ties: first in code point order). */
function nameOf(rows: CompositionRow[], code: string): string {
  return mostFrequent(
    index(rows)
      .byCode(code)
      .map((row) => row.name),
  );
}

/** Every FT code with the SA codes it is tied to: same cis, element and link number. */
export function tiedTo(rows: CompositionRow[], ft: string): string[] {
  const codes = index(rows)
    .byCode(ft)
    .filter((row) => row.nature === 'FT')
    .flatMap((row) => index(rows).group(row))
    .filter((row) => row.nature === 'SA')
    .map((row) => row.code);
  return [...new Set(codes)];
}

/**
 * > For each SA code, its FT is the one most often tied to it (same cis, element and link number; ties: smallest code).
 * > The SA is *grouped* under that FT when (a) no composition group holding the SA names two different FT, and (b) the
 * > names of SA and FT share a word of five letters or more that is not generic.
 */
function groupedUnder(rows: CompositionRow[], sa: string): string | null {
  const groups = new Map<string, Set<string>>();
  for (const row of index(rows).byCode(sa)) {
    if (row.nature !== 'SA') continue;
    const fractions = index(rows)
      .group(row)
      .filter((other) => other.nature === 'FT')
      .map((other) => other.code);
    groups.set(groupKey(row), new Set(fractions));
  }
  if ([...groups.values()].some((fractions) => fractions.size > 1)) return null;
  const times = new Map<string, number>();
  for (const fractions of groups.values()) for (const ft of fractions) times.set(ft, (times.get(ft) ?? 0) + 1);
  if (times.size === 0) return null;
  const highest = Math.max(...times.values());
  const ft = [...times.keys()].filter((code) => times.get(code) === highest).sort(byCodePoint)[0];
  if (ft === undefined || ft === sa) return null;
  return shareAWord(nameOf(rows, sa), nameOf(rows, ft)) ? ft : null;
}

/**
 * > Groupings are followed (A under B, B under C: all under C). In a cycle the representative is the member found in
 * > the most specialities as SA, then the smallest code.
 */
function follow(rows: CompositionRow[], under: Map<string, string>, start: string): string {
  const path = [start];
  for (;;) {
    const next = under.get(path.at(-1) ?? start);
    if (next === undefined) return path.at(-1) ?? start;
    if (path.includes(next)) {
      const cycle = path.slice(path.indexOf(next)).sort(byCodePoint);
      const highest = Math.max(...cycle.map((code) => specialitiesWith(rows, [code]).length));
      return cycle.find((code) => specialitiesWith(rows, [code]).length === highest) ?? start;
    }
    path.push(next);
  }
}

/** > Substances whose names are equal once normalised are one, under the smallest code. */
function mergeEqualNames(rows: CompositionRow[], membersOf: Map<string, string[]>): [string, string[]][] {
  const byName = new Map<string, string[]>();
  for (const code of [...membersOf.keys()].sort(byCodePoint)) {
    const name = normalised(nameOf(rows, code));
    byName.set(name, [...(byName.get(name) ?? []), code]);
  }
  const merged = [...byName.values()].map((codes): [string, string[]] => [
    codes[0] ?? '',
    codes.flatMap((code) => membersOf.get(code) ?? []),
  ]);
  return merged.sort((a, b) => byCodePoint(a[0], b[0]));
}

/**
 * > The substance's code is the representative's, its name the representative's; the other members' names are its
 * > synonyms, and their codes lead to it. A speciality's substances are those of its SA rows.
 */
function describe(rows: CompositionRow[], code: string, members: string[]): ExpectedGroup {
  const memberCodes = [...new Set(members)].sort(byCodePoint);
  const name = nameOf(rows, code);
  const names = memberCodes.flatMap((member) =>
    index(rows)
      .byCode(member)
      .map((row) => row.name),
  );
  const seen = new Set([normalised(name)]);
  const synonyms: string[] = [];
  for (const other of [...new Set(names)].sort(byCodePoint)) {
    if (seen.has(normalised(other))) continue;
    seen.add(normalised(other));
    synonyms.push(other);
  }
  return { code, name, synonyms, memberCodes, specialities: specialitiesWith(rows, memberCodes) };
}

function specialitiesWith(rows: CompositionRow[], codes: string[]): string[] {
  const found = codes.flatMap((code) => index(rows).byCode(code)).filter((row) => row.nature === 'SA');
  return [...new Set(found.map((row) => row.cis))].sort(byCodePoint);
}

/** > same cis, element and link number */
function groupKey(row: CompositionRow): string {
  return JSON.stringify([row.cis, row.element, row.link]);
}

interface Index {
  byCode: (code: string) => CompositionRow[];
  group: (row: CompositionRow) => CompositionRow[];
}
const indexes = new WeakMap<CompositionRow[], Index>();

/** The rows by code and by group: without it, 32,000 real rows would be filtered 4,000 times. */
function index(rows: CompositionRow[]): Index {
  const known = indexes.get(rows);
  if (known) return known;
  const codes = groupBy(rows, (row) => row.code);
  const groups = groupBy(rows, groupKey);
  const made: Index = {
    byCode: (code) => codes.get(code) ?? [],
    group: (row) => groups.get(groupKey(row)) ?? [],
  };
  indexes.set(rows, made);
  return made;
}
