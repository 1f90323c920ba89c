import { FRENCH } from '../texts/language.js';
import type { AtcAnswer, AtcItem, SpecialityAnswer } from '../../queries/answers.js';
import { counted, yearSpan } from '../format.js';
import { type Context, type PageModel, type Provenance, pageModel, provenance } from './context.js';
import { type CellModel, countCell } from './figures.js';
import { fileProvenance } from './parts.js';
import { address } from './paging.js';

export interface AtcLink {
  code: string;
  /** Empty: the release has no labels. */
  label: string;
  href: string;
}
interface AtcModel {
  /** From the first level to the class itself; none without a code. */
  path: AtcLink[];
  /** Where the code comes from, or why there is none. */
  note: string;
  provenance: Provenance | null;
}
export interface AtcRootsPage {
  page: PageModel;
  roots: AtcLink[];
  note: string;
  provenance: Provenance | null;
}
export interface AtcClassPage {
  page: PageModel;
  code: string;
  label: string;
  level: string;
  lead: string;
  children: AtcLink[];
  childrenTitle: string;
  substances: { name: string; href: string; cases: CellModel }[];
  substancesTitle: string;
  /** The whole list, when it is longer than what is shown; empty otherwise. */
  allSubstances: string;
  specialities: string;
  casesTitle: string;
  provenance: Provenance;
  reactionsProvenance: Provenance;
}

/** Lengths of the codes of the five levels, and what each level sorts by. */
const LEVELS: Readonly<Record<number, string>> = {
  1: 'niveau 1 sur 5 : l’organe ou le système visé',
  3: 'niveau 2 sur 5 : le groupe thérapeutique',
  4: 'niveau 3 sur 5 : le groupe pharmacologique',
  5: 'niveau 4 sur 5 : le groupe chimique',
  7: 'niveau 5 sur 5 : la substance',
};
const SUBSTANCES_SHOWN = 60;
const HOME = { label: 'Accueil', href: '/' };
const LIST = '/classes-atc';

export function atcLink({ code, label }: AtcItem): AtcLink {
  return { code, label: label ?? '', href: `${LIST}/${code}` };
}

/** « N02BE01, paracétamol », or the code alone. */
export function atcWords({ code, label }: AtcItem): string {
  return label === null ? code : `${code}, ${label}`;
}

/** The place of a medicine in the tree. */
export function atcModel(context: Context, { atc, available }: SpecialityAnswer): AtcModel {
  const origin = fileProvenance(context, { source: 'bdpm', table: 'CIS_MITM' });
  const from = available.atc ? origin : null;
  if (!available.atc)
    return { path: [], note: FRENCH.texts.site.parts.notLoaded('le fichier CIS_MITM'), provenance: from };
  if (atc === null)
    return {
      path: [],
      note: 'Aucun code ATC n’est publié pour ce médicament : la base de données publique n’en donne qu’aux médicaments d’intérêt thérapeutique majeur.',
      provenance: from,
    };
  return {
    path: [...atc.path, atc].map(atcLink),
    note: atc.inferred
      ? 'Ce code n’est pas publié pour ce médicament : il est repris des autres médicaments de son groupe générique, qui ont tous le même.'
      : '',
    provenance: from,
  };
}

export function presentAtcRoots(context: Context, roots: readonly AtcItem[]): AtcRootsPage {
  return {
    page: pageModel(context, {
      title: 'Classes ATC : les médicaments par organe et par usage',
      description:
        'La classification ATC des médicaments : ses cinq niveaux, et les substances de chaque classe avec leurs déclarations d’effets indésirables suspectés.',
      path: LIST,
      crumbs: [HOME, { label: 'Classes ATC', href: null }],
    }),
    roots: roots.map(atcLink),
    note: roots.length === 0 ? FRENCH.texts.site.parts.notLoaded('code ni libellé de la classification ATC') : '',
    provenance: roots.length === 0 ? null : treeProvenance(context),
  };
}

export function presentAtcClass(context: Context, answer: AtcAnswer): AtcClassPage {
  const { code, label, path, children, substances } = answer;
  const found = counted(substances.length, 'substance active', 'substances actives');
  const below = children.length === 0 ? '' : `${counted(children.length, 'sous-classe')} et `;
  const declarations = context.release.periods.declarations;
  return {
    page: pageModel(context, {
      title: `Classe ATC ${atcWords(answer)} : ${found}`,
      description: `La classe ATC ${atcWords(answer)} : ${below}${found}, avec leurs déclarations d’effets indésirables suspectés.`,
      path: `${LIST}/${code}`,
      crumbs: [
        HOME,
        { label: 'Classes ATC', href: LIST },
        ...path.map((above) => ({ label: above.code, href: `${LIST}/${above.code}` })),
        { label: code, href: null },
      ],
    }),
    code,
    label: label ?? '',
    level: LEVELS[code.length] ?? '',
    lead: `${below}${found} de cette version des données.`,
    children: children.map(atcLink),
    childrenTitle: counted(children.length, 'sous-classe'),
    substances: substances.slice(0, SUBSTANCES_SHOWN).map((substance) => ({
      name: substance.name,
      href: `/substances/${substance.code}`,
      cases: countCell(substance.cases),
    })),
    substancesTitle: found,
    allSubstances: substances.length > SUBSTANCES_SHOWN ? address('/substances', { atc: code }) : '',
    specialities: address('/specialites', { atc: code }),
    casesTitle: declarations === null ? 'Déclarations' : `Déclarations ${yearSpan(declarations)}`,
    provenance: treeProvenance(context),
    reactionsProvenance: provenance(context, 'declarations', { declarations }),
  };
}

/** The tree is made of labels and of the codes of medicines, whichever the release has. */
function treeProvenance(context: Context): Provenance {
  const origins: { source: 'bdpm' | 'atc'; table?: string }[] = [
    { source: 'bdpm', table: 'CIS_MITM' },
    { source: 'atc' },
  ];
  const used = origins.filter(({ source, table }) =>
    context.release.sources.some((file) => file.source === source && file.file.includes(table ?? '')),
  );
  const sources = used.map((origin) => fileProvenance(context, origin).sources).join(' ; ');
  return { ...provenance(context, 'sources', {}), sources };
}
