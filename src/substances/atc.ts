import type { GenericMemberRow, GenericType, MajorInterestRow } from '../sources/bdpm/detail-rows.js';

/** The ATC code of a speciality; `inferred` when it is that of its generic group and not given for itself. */
export interface SpecialityAtc {
  cis: string;
  code: string;
  inferred: boolean;
}

/**
 * The generic group of each speciality, by CIS. A few are in several, such as the half of a tablet that is its own group
 * too: a group that they are the reference or an ordinary generic of goes before one whose dosage they only make up
 * with several units, then the smallest number.
 */
export function mainGroups(members: readonly GenericMemberRow[]): Map<string, string> {
  const best = new Map<string, GenericMemberRow>();
  for (const member of members) {
    const other = best.get(member.cis);
    if (other === undefined || comesBefore(member, other)) best.set(member.cis, member);
  }
  return new Map([...best].map(([cis, { group }]) => [cis, group]));
}

const RANK: readonly GenericType[] = ['reference', 'generic', 'substitutable', 'complementary_generic'];

function comesBefore(one: GenericMemberRow, other: GenericMemberRow): boolean {
  const rank = RANK.indexOf(one.type) - RANK.indexOf(other.type);
  return rank === 0 ? Number(one.group) < Number(other.group) : rank < 0;
}

/**
 * The ATC code of each speciality that has one: its own, else that of the members of its generic group, when all that
 * have one agree. Source: sources.md, bdpm.
 */
export function atcOfSpecialities(
  own: readonly MajorInterestRow[],
  members: readonly GenericMemberRow[],
): SpecialityAtc[] {
  const codes = new Map(own.map(({ cis, atc }) => [cis, atc]));
  const codesOfGroup = new Map<string, Set<string>>();
  for (const { group, cis } of members) {
    const code = codes.get(cis);
    if (code !== undefined) codesOfGroup.set(group, (codesOfGroup.get(group) ?? new Set()).add(code));
  }
  const given = own.map(({ cis, atc }) => ({ cis, code: atc, inferred: false }));
  const inferred = [...mainGroups(members)].flatMap(([cis, group]) => {
    const [code, another] = codesOfGroup.get(group) ?? [];
    return codes.has(cis) || code === undefined || another !== undefined ? [] : [{ cis, code, inferred: true }];
  });
  return [...given, ...inferred];
}
