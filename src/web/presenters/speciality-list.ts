import type { AtcItem, Paged, SpecialityItem } from '../../queries/answers.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { type ListFiltersModel, type ListParameters, type ListPlace, listFilters, listPlace } from './list-filters.js';
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

const PATH = '/specialites';

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

interface NamedLink {
  label: string;
  href: string;
}
export interface SpecialityLink {
  name: string;
  href: string;
  status: string;
  substances: { name: string; href: string }[];
}
export interface SpecialityListPage {
  page: PageModel;
  filters: ListFiltersModel;
  /** Pages of the substance and of the ATC class that the list is narrowed to. */
  about: NamedLink[];
  count: string;
  place: ListPlace;
  rows: SpecialityLink[];
  letters: LetterLink[];
  /** The letter that the list is narrowed to; empty: none. */
  letter: string;
  allLetters: string;
  searchAll: NamedLink | null;
  paging: PagingModel;
}

export function specialityLinks(items: readonly SpecialityItem[]): SpecialityLink[] {
  return items.map((item) => ({
    name: item.name,
    href: `${PATH}/${item.cis}`,
    status: item.status ?? '',
    substances: item.substances.map(({ code, name }) => ({ name, href: `/substances/${code}` })),
  }));
}

/** What the list of medicines shows beside its rows; names are null when the request names none. */
export interface SpecialityListSurroundings {
  substance: string | null;
  atc: string | null;
  /** The first level of the ATC tree. */
  classes: readonly AtcItem[];
}

export function presentSpecialityList(
  context: Context,
  request: SpecialityListRequest,
  list: Paged<SpecialityItem>,
  names: SpecialityListSurroundings,
): SpecialityListPage {
  const { language } = context;
  const { specialities: texts, filter, searchAll } = language.texts.lists;
  const { q, letter, substance, atc } = request;
  const parameters = { q, substance, atc, lettre: letter };
  const href = (changes: ListParameters): string => address(PATH, { ...parameters, ...changes });
  const words = { q, letter, substance: names.substance, atc: names.atc };
  return {
    page: pageModel(context, {
      title: texts.title(words),
      description: texts.description(list.total, words),
      path: href({ page: list.page > 1 ? String(list.page) : undefined }),
      crumbs: [{ label: texts.crumb, href: null }],
    }),
    filters: listFilters(language, { path: PATH, parameters, words, classes: names.classes }),
    about: [
      ...(names.substance === null
        ? []
        : [{ label: filter.substancePage(names.substance), href: `/substances/${substance ?? ''}` }]),
      ...(names.atc === null ? [] : [{ label: filter.classPage(names.atc), href: `/classes-atc/${atc ?? ''}` }]),
    ],
    count: texts.count(list.total, words),
    place: listPlace(language, list, href({})),
    rows: specialityLinks(list.items),
    letters: letterLinks(letter, (one) => href({ lettre: one })),
    letter: letter ?? '',
    allLetters: href({ lettre: undefined }),
    searchAll: q === undefined ? null : { label: searchAll(q), href: address('/recherche', { q }) },
    paging: paging(language, list, (page) => href({ page })),
  };
}
