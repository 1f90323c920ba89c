import type { Paged, SpecialityItem } from '../../queries/answers.js';
import { counted } from '../format.js';
import { type Context, type PageModel, pageModel } from './context.js';
import {
  type LetterLink,
  type PagingModel,
  address,
  atcOf,
  letterLinks,
  letterOf,
  pageOf,
  paging,
  textOf,
} from './paging.js';

export interface SpecialityListRequest {
  q: string | undefined;
  letter: string | undefined;
  /** Code of the substance that the list is narrowed to. */
  substance: string | undefined;
  /** Code of the ATC class that the list is narrowed to. */
  atc: string | undefined;
  page: number;
}

export function readSpecialityList(query: Record<string, unknown>): SpecialityListRequest {
  const substance = textOf(query, 'substance');
  return {
    q: textOf(query, 'q'),
    letter: letterOf(query),
    substance: substance !== undefined && /^\d{5}$/.test(substance) ? substance : undefined,
    atc: atcOf(query),
    page: pageOf(query),
  };
}

export interface SpecialityLink {
  name: string;
  href: string;
  status: string;
  substances: { name: string; href: string }[];
}
export interface SpecialityListPage {
  page: PageModel;
  request: { q: string; letter: string; substance: string; atc: string };
  /** Name of the substance that the list is narrowed to; empty: none. */
  substanceName: string;
  /** The ATC class that the list is narrowed to; empty: none. */
  atcName: string;
  count: string;
  rows: SpecialityLink[];
  letters: LetterLink[];
  allLetters: string;
  allSubstances: string;
  allClasses: string;
  paging: PagingModel;
}

export function specialityLinks(items: readonly SpecialityItem[]): SpecialityLink[] {
  return items.map((item) => ({
    name: item.name,
    href: `/specialites/${item.cis}`,
    status: item.status ?? '',
    substances: item.substances.map(({ code, name }) => ({ name, href: `/substances/${code}` })),
  }));
}

/** @param names of the substance and of the ATC class the request names, null when it names none */
export function presentSpecialityList(
  context: Context,
  request: SpecialityListRequest,
  list: Paged<SpecialityItem>,
  names: { substance: string | null; atc: string | null },
): SpecialityListPage {
  const { q, letter, substance, atc } = request;
  const href = (changes: Record<string, string | undefined>): string =>
    address('/specialites', { q, substance, atc, lettre: letter, ...changes });
  const containing = [
    names.substance === null ? '' : ` contenant ${names.substance}`,
    names.atc === null ? '' : ` de la classe ATC ${names.atc}`,
  ].join('');
  const about = q !== undefined ? ` pour « ${q} »` : letter !== undefined ? ` en ${letter}` : '';
  return {
    page: pageModel(context, {
      title: `Médicaments${containing}${about}`,
      description: `${counted(list.total, 'médicament')}${containing}${about} : composition, présentations, patients traités et déclarations par substance.`,
      path: href({ page: list.page > 1 ? String(list.page) : undefined }),
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Médicaments', href: null },
      ],
    }),
    request: { q: q ?? '', letter: letter ?? '', substance: substance ?? '', atc: atc ?? '' },
    substanceName: names.substance ?? '',
    atcName: names.atc ?? '',
    count: `${counted(list.total, 'médicament')}${containing}${about}`,
    rows: specialityLinks(list.items),
    letters: letterLinks(letter, (one) => href({ lettre: one })),
    allLetters: href({ lettre: undefined }),
    allSubstances: href({ substance: undefined }),
    allClasses: href({ atc: undefined }),
    paging: paging(context.language, list, (page) => href({ page })),
  };
}
