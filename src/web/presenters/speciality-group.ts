import type { SpecialityAnswer } from '../../queries/answers.js';
import type { Context } from './context.js';
import { type Part, part } from './parts.js';

interface MemberRow {
  name: string;
  /** Empty: the medicine of the page itself. */
  href: string;
  kind: string;
}
export interface GenericGroupModel {
  /** What the medicine is in its group; empty without a group. */
  sentence: string;
  members: Part<MemberRow>;
}

const MEMBERS_OPEN = 3;

/** The medicines that a pharmacist may give one for another. */
export function genericGroupModel(
  context: Context,
  { cis, genericGroup, available }: SpecialityAnswer,
): GenericGroupModel {
  const words = context.language.texts.speciality.generics;
  const members = (genericGroup?.members ?? []).map((member) => ({
    name: member.name,
    href: member.cis === cis ? '' : `/specialites/${member.cis}`,
    kind: words.kinds[member.type],
  }));
  return {
    sentence: genericGroup === null ? '' : words.sentence(genericGroup.type, genericGroup.label),
    members: part(context, members, {
      known: available.genericGroup,
      open: MEMBERS_OPEN,
      many: words.many,
      none: words.none,
      origin: { source: 'bdpm', table: 'CIS_GENER_bdpm' },
    }),
  };
}
