import type { AtcAnswer, AtcItem, SpecialityAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
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
  caption: string;
  /** The whole list, when it is longer than what is shown. */
  all: { href: string; label: string } | null;
  specialities: string;
  casesTitle: string;
  provenance: Provenance;
  reactionsProvenance: Provenance;
}

const SUBSTANCES_SHOWN = 60;
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
  const { site, speciality } = context.language.texts;
  if (!available.atc) return { path: [], note: site.parts.notLoaded(speciality.atc.missing), provenance: null };
  const from = fileProvenance(context, { source: 'bdpm', table: 'CIS_MITM' });
  if (atc === null) return { path: [], note: speciality.atc.none, provenance: from };
  return {
    path: [...atc.path, atc].map(atcLink),
    note: atc.inferred ? speciality.atc.inferred : '',
    provenance: from,
  };
}

export function presentAtcRoots(context: Context, roots: readonly AtcItem[]): AtcRootsPage {
  const { site, atc } = context.language.texts;
  return {
    page: pageModel(context, {
      title: atc.roots.title,
      description: atc.roots.description,
      path: LIST,
      crumbs: [{ label: atc.crumb, href: null }],
    }),
    roots: roots.map(atcLink),
    note: roots.length === 0 ? site.parts.notLoaded(atc.roots.missing) : '',
    provenance: roots.length === 0 ? null : treeProvenance(context),
  };
}

export function presentAtcClass(context: Context, answer: AtcAnswer): AtcClassPage {
  const { language } = context;
  const words = language.texts.atc;
  const { code, label, children, substances } = answer;
  const declarations = context.release.periods.declarations;
  const counts = [children.length, substances.length] as const;
  return {
    page: pageModel(context, {
      title: words.title(atcWords(answer), substances.length),
      description: words.description(atcWords(answer), ...counts),
      path: `${LIST}/${code}`,
      crumbs: crumbs(language, answer),
    }),
    code,
    label: label ?? '',
    level: words.levels[code.length] ?? '',
    lead: words.lead(...counts),
    children: children.map(atcLink),
    childrenTitle: words.children(children.length),
    substances: substances.slice(0, SUBSTANCES_SHOWN).map((substance) => ({
      name: substance.name,
      href: `/substances/${substance.code}`,
      cases: countCell(substance.cases, language),
    })),
    substancesTitle: words.substances(substances.length),
    caption: words.caption(code),
    all:
      substances.length > SUBSTANCES_SHOWN
        ? { href: address('/substances', { atc: code }), label: words.all(substances.length) }
        : null,
    specialities: address('/specialites', { atc: code }),
    casesTitle: words.cases(declarations === null ? '' : language.format.yearSpan(declarations)),
    provenance: treeProvenance(context),
    reactionsProvenance: provenance(context, 'declarations', { declarations }),
  };
}

function crumbs({ texts }: Language, { code, path }: AtcAnswer): PageModel['crumbs'] {
  return [
    { label: texts.atc.crumb, href: LIST },
    ...path.map((above) => ({ label: above.code, href: `${LIST}/${above.code}` })),
    { label: code, href: null },
  ];
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
  const sources = context.language.texts.atc.sources(used.map((origin) => fileProvenance(context, origin).sources));
  return { ...provenance(context, 'sources', {}), sources };
}
