import type { AtcItem, Paged, SubstanceItem } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import { type Context, type PageModel, type Provenance, pageModel, provenance } from './context.js';
import { type CellModel, countCell } from './figures.js';
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

const PATH = '/substances';
const BY_CASES = 'declarations';

export interface SubstanceListRequest {
  q: string | undefined;
  letter: string | undefined;
  /** Code of the ATC class that the list is narrowed to. */
  atc: string | undefined;
  sort: 'name' | '-cases';
  page: number;
}

/** What the address of the list asks for. `tri=declarations` sorts by number of declarations. */
export function readSubstanceList(query: Record<string, unknown>): SubstanceListRequest {
  return {
    q: textOf(query, 'q'),
    letter: letterOf(query),
    atc: atcOf(query),
    sort: textOf(query, 'tri') === BY_CASES ? '-cases' : 'name',
    page: pageOf(query),
  };
}

export interface SubstanceRow {
  name: string;
  href: string;
  cases: CellModel;
  /** Treated a year, about; a dash where it is not known. */
  patients: string;
  specialities: string;
}
/** The heads of the columns of a table of substances. */
export interface SubstanceTitles {
  cases: string;
  patients: string;
}
/** By which column the list is sorted; of the other, the address of the list sorted by it. */
interface SubstanceSort {
  byName: string | null;
  byCases: string | null;
}
export interface SubstanceListPage {
  page: PageModel;
  filters: ListFiltersModel;
  /** The page of the ATC class that the list is narrowed to; null: none. */
  atcPage: { label: string; href: string } | null;
  count: string;
  place: ListPlace;
  rows: SubstanceRow[];
  letters: LetterLink[];
  /** The letter that the list is narrowed to; empty: none. */
  letter: string;
  allLetters: string;
  sort: SubstanceSort;
  titles: SubstanceTitles;
  searchAll: { label: string; href: string } | null;
  paging: PagingModel;
  provenance: Provenance;
}

/** @param patients treated a year; undefined: not known */
export function substanceRow(language: Language, item: SubstanceItem, patients: number | undefined): SubstanceRow {
  return {
    name: item.name,
    href: `${PATH}/${item.code}`,
    cases: countCell(item.cases, language),
    patients: patients === undefined ? '–' : language.format.about(patients),
    specialities: language.format.wholeNumber(item.specialityCount),
  };
}

export function substanceTitles({ language, release }: Context): SubstanceTitles {
  const { columns } = language.texts.lists;
  return { cases: columns.cases(release.periods.declarations), patients: columns.patients };
}

/** What the list of substances shows beside its rows. */
export interface SubstanceListSurroundings {
  /** Of the class the request names, null when it names none. */
  atcName: string | null;
  /** The first level of the ATC tree. */
  classes: readonly AtcItem[];
  /** Patients treated a year, by the code of the substances of the page. */
  patients: ReadonlyMap<string, number>;
}

export function presentSubstanceList(
  context: Context,
  request: SubstanceListRequest,
  list: Paged<SubstanceItem>,
  { atcName, classes, patients }: SubstanceListSurroundings,
): SubstanceListPage {
  const { language, release } = context;
  const { substances: texts, filter, searchAll } = language.texts.lists;
  const { q, letter, atc } = request;
  const parameters = { q, atc, lettre: letter, tri: request.sort === '-cases' ? BY_CASES : undefined };
  const href = (changes: ListParameters): string => address(PATH, { ...parameters, ...changes });
  const words = { q, letter, atc: atcName };
  return {
    page: pageModel(context, {
      title: texts.title(words),
      description: texts.description(list.total, words),
      path: href({ page: list.page > 1 ? String(list.page) : undefined }),
      crumbs: [{ label: texts.crumb, href: null }],
    }),
    filters: listFilters(language, { path: PATH, parameters, words, classes }),
    atcPage: atcName === null ? null : { label: filter.classPage(atcName), href: `/classes-atc/${atc ?? ''}` },
    count: texts.count(list.total, words),
    place: listPlace(language, list, href({})),
    rows: list.items.map((item) => substanceRow(language, item, patients.get(item.code))),
    letters: letterLinks(letter, (one) => href({ lettre: one })),
    letter: letter ?? '',
    allLetters: href({ lettre: undefined }),
    sort: {
      byName: request.sort === 'name' ? null : href({ tri: undefined }),
      byCases: request.sort === '-cases' ? null : href({ tri: BY_CASES }),
    },
    titles: substanceTitles(context),
    searchAll: q === undefined ? null : { label: searchAll(q), href: address('/recherche', { q }) },
    paging: paging(language, list, (page) => href({ page })),
    provenance: provenance(context, 'declarations', {
      declarations: release.periods.declarations,
      exposure: release.periods.exposure,
    }),
  };
}
