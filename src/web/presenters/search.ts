import type { SearchAnswer } from '../../queries/answers.js';
import { type MarkedPiece, markedName, nearSpelling } from '../../queries/search-marks.js';
import type { Language } from '../texts/language.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { address } from './paging.js';

interface Result {
  name: MarkedPiece[];
  href: string;
  /** Public figures of a substance, in words; empty for a medicine. */
  figures: string;
  /** Names of the substances of a medicine; empty for a substance. */
  substances: MarkedPiece[];
}
interface ResultGroup {
  id: 'substances' | 'medicaments';
  title: string;
  note: string;
  results: Result[];
}
export interface SearchPage {
  page: PageModel;
  query: string;
  heading: string;
  /** The spelling that the best result answers, where it is another; null: it is what was typed. */
  near: { spelling: string; href: string } | null;
  /** The kind of the best result first. */
  groups: ResultGroup[];
  /** A search that found nothing: the sentence; empty otherwise. */
  nothing: string;
  /** All the medicines found, where there may be more than is shown; empty otherwise. */
  all: string;
}

/** What a search found. */
export interface Search {
  query: string;
  found: readonly SearchAnswer[];
  /** How many were asked for. */
  limit: number;
  /** Patients treated a year, by the code of the substances found. */
  patients: ReadonlyMap<string, number>;
}

export function presentSearch(context: Context, search: Search): SearchPage {
  const { language } = context;
  const { texts } = language;
  const { query, found, limit } = search;
  const isFull = found.length === limit;
  return {
    page: pageModel(context, {
      title: query === '' ? texts.search.emptyTitle : texts.search.title(query),
      description: texts.search.description,
      path: '/recherche',
      crumbs: [{ label: texts.search.crumb, href: null }],
      search: query,
      noindex: true,
      ownSearch: query === '',
    }),
    query,
    heading:
      query === ''
        ? texts.search.heading
        : isFull
          ? texts.search.best(limit, query)
          : texts.search.found(found.length, query),
    near: nearLink(search),
    groups: groupsOf(language, search),
    nothing: query !== '' && found.length === 0 ? texts.search.nothing.lead(query) : '',
    all: isFull ? address('/specialites', { q: query }) : '',
  };
}

function nearLink({ query, found }: Search): SearchPage['near'] {
  const best = found[0];
  const spelling = best === undefined ? null : nearSpelling(best.name, query);
  return spelling === null ? null : { spelling, href: address('/recherche', { q: spelling }) };
}

function groupsOf(language: Language, { query, found, patients }: Search): ResultGroup[] {
  const { search: texts } = language.texts;
  const substances = found.flatMap((one) =>
    one.type === 'substance' ? [substanceResult(language, one, { query, patients })] : [],
  );
  const specialities = found.flatMap((one) => (one.type === 'speciality' ? [specialityResult(one, query)] : []));
  const groups: ResultGroup[] = [
    { id: 'substances', title: texts.substances(substances.length), note: texts.substancesNote, results: substances },
    { id: 'medicaments', title: texts.specialities(specialities.length), note: '', results: specialities },
  ];
  if (found[0]?.type === 'speciality') groups.reverse();
  return groups.filter(({ results }) => results.length > 0);
}

function substanceResult(
  { texts, format }: Language,
  one: Extract<SearchAnswer, { type: 'substance' }>,
  { query, patients }: { query: string; patients: Search['patients'] },
): Result {
  const count = one.cases?.count ?? null;
  const hidden = one.cases?.suppressed === true ? texts.search.casesMasked : '';
  const treated = patients.get(one.code);
  return {
    name: markedName(one.name, query),
    href: `/substances/${one.code}`,
    figures: [
      count === null ? hidden : texts.search.cases(format.wholeNumber(count), count),
      treated === undefined ? '' : texts.search.patients(format.about(treated), treated),
    ]
      .filter((text) => text !== '')
      .join(' · '),
    substances: [],
  };
}

function specialityResult(one: Extract<SearchAnswer, { type: 'speciality' }>, query: string): Result {
  return {
    name: markedName(one.name, query),
    href: `/specialites/${one.cis}`,
    figures: '',
    substances: markedName(one.substances.map(({ name }) => name).join(', '), query),
  };
}
