import type { Paged, SubstanceItem } from '../../queries/answers.js';
import { counted, wholeNumber, yearSpan } from '../format.js';
import { type Context, type PageModel, type Provenance, pageModel, provenance } from './context.js';
import { type CellModel, countCell } from './figures.js';
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
    sort: textOf(query, 'tri') === 'declarations' ? '-cases' : 'name',
    page: pageOf(query),
  };
}

export interface SubstanceRow {
  name: string;
  href: string;
  cases: CellModel;
  specialities: string;
}
export interface SubstanceListPage {
  page: PageModel;
  request: { q: string; letter: string; atc: string; byCases: boolean };
  /** The ATC class that the list is narrowed to; empty: none. */
  atcName: string;
  allClasses: string;
  count: string;
  rows: SubstanceRow[];
  letters: LetterLink[];
  allLetters: string;
  sortByName: string;
  sortByCases: string;
  casesTitle: string;
  paging: PagingModel;
  provenance: Provenance;
}

export function substanceRow(item: SubstanceItem): SubstanceRow {
  return {
    name: item.name,
    href: `/substances/${item.code}`,
    cases: countCell(item.cases),
    specialities: wholeNumber(item.specialityCount),
  };
}

/** @param atcName of the class the request names, null when it names none */
export function presentSubstanceList(
  context: Context,
  request: SubstanceListRequest,
  list: Paged<SubstanceItem>,
  atcName: string | null,
): SubstanceListPage {
  const { q, letter, atc } = request;
  const tri = request.sort === '-cases' ? 'declarations' : undefined;
  const declarations = context.release.periods.declarations;
  const href = (changes: Record<string, string | undefined>): string =>
    address('/substances', { q, atc, lettre: letter, tri, ...changes });
  const within = atcName === null ? '' : ` de la classe ATC ${atcName}`;
  const named = q !== undefined ? ` pour « ${q} »` : letter !== undefined ? ` en ${letter}` : '';
  const about = `${within}${named}`;
  return {
    page: pageModel(context, {
      title: `Substances actives${about}`,
      description: `${counted(list.total, 'substance active', 'substances actives')}${about} : déclarations d’effets indésirables suspectés et patients traités.`,
      path: href({ page: list.page > 1 ? String(list.page) : undefined }),
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Substances', href: null },
      ],
    }),
    request: { q: q ?? '', letter: letter ?? '', atc: atc ?? '', byCases: tri !== undefined },
    atcName: atcName ?? '',
    allClasses: href({ atc: undefined }),
    count: `${counted(list.total, 'substance')}${about}`,
    rows: list.items.map(substanceRow),
    letters: letterLinks(letter, (one) => href({ lettre: one })),
    allLetters: href({ lettre: undefined }),
    sortByName: href({ tri: undefined }),
    sortByCases: href({ tri: 'declarations' }),
    casesTitle: declarations === null ? 'Déclarations' : `Déclarations ${yearSpan(declarations)}`,
    paging: paging(context.language, list, (page) => href({ page })),
    provenance: provenance(context, 'declarations', { declarations }),
  };
}
