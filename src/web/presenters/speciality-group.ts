import type { GenericGroupAnswer, SpecialityAnswer } from '../../queries/answers.js';
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

const KINDS: Record<GenericGroupAnswer['type'], string> = {
  reference: 'médicament de référence (princeps)',
  generic: 'générique',
  complementary_generic: 'générique, à un autre dosage (complémentarité posologique)',
  substitutable: 'générique substituable',
};
const ROLES: Record<GenericGroupAnswer['type'], string> = {
  reference: 'Ce médicament est le médicament de référence, ou princeps',
  generic: 'Ce médicament est un générique',
  complementary_generic: 'Ce médicament est un générique à un autre dosage (complémentarité posologique)',
  substitutable: 'Ce médicament est un générique substituable',
};
const MEMBERS_OPEN = 5;

/** The medicines that a pharmacist may give one for another. */
export function genericGroupModel(
  context: Context,
  { cis, genericGroup, available }: SpecialityAnswer,
): GenericGroupModel {
  const members = (genericGroup?.members ?? []).map((member) => ({
    name: member.name,
    href: member.cis === cis ? '' : `/specialites/${member.cis}`,
    kind: KINDS[member.type],
  }));
  return {
    sentence: genericGroup === null ? '' : `${ROLES[genericGroup.type]} du groupe «\u00a0${genericGroup.label}\u00a0».`,
    members: part(context, members, {
      known: available.genericGroup,
      open: MEMBERS_OPEN,
      many: 'médicaments du groupe',
      none: 'Ce médicament n’appartient à aucun groupe générique du répertoire.',
      origin: { source: 'bdpm', table: 'CIS_GENER_bdpm' },
    }),
  };
}
