import type { SearchAnswer } from '../../queries/answers.js';
import { counted } from '../format.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { type CellModel, countCell } from './figures.js';

interface SubstanceResult {
  name: string;
  href: string;
  cases: CellModel;
  /** Whether there is anything to say about declarations. */
  hasCases: boolean;
  /** The word after the count: one or several. */
  noun: string;
}
interface SpecialityResult {
  name: string;
  href: string;
  substances: string;
}
export interface SearchPage {
  page: PageModel;
  query: string;
  heading: string;
  substances: SubstanceResult[];
  specialities: SpecialityResult[];
  /** A search that found nothing. */
  nothing: boolean;
  /** There may be more than is shown. */
  full: boolean;
  allSpecialities: string;
}

/** @param limit how many were asked for */
export function presentSearch(
  context: Context,
  query: string,
  found: readonly SearchAnswer[],
  limit: number,
): SearchPage {
  const heading = query === '' ? 'Rechercher' : `${counted(found.length, 'résultat')} pour « ${query} »`;
  return {
    page: pageModel(context, {
      title: query === '' ? 'Rechercher un médicament ou une substance' : `« ${query} » : recherche`,
      description: 'Rechercher un médicament ou une substance active par son nom ou par son code.',
      path: '/recherche',
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Recherche', href: null },
      ],
      search: query,
      noindex: true,
      ownSearch: query === '',
    }),
    query,
    heading: found.length === limit ? `Les ${limit} meilleurs résultats pour « ${query} »` : heading,
    substances: found.flatMap((one) => (one.type === 'substance' ? [substanceResult(one)] : [])),
    specialities: found.flatMap((one) => (one.type === 'speciality' ? [specialityResult(one)] : [])),
    nothing: query !== '' && found.length === 0,
    full: found.length === limit,
    allSpecialities: `/specialites?q=${encodeURIComponent(query)}`,
  };
}

function substanceResult(one: Extract<SearchAnswer, { type: 'substance' }>): SubstanceResult {
  return {
    name: one.name,
    href: `/substances/${one.code}`,
    cases: countCell(one.cases),
    hasCases: one.cases !== null,
    noun: (one.cases?.count ?? 0) < 2 ? 'déclaration' : 'déclarations',
  };
}

function specialityResult(one: Extract<SearchAnswer, { type: 'speciality' }>): SpecialityResult {
  return {
    name: one.name,
    href: `/specialites/${one.cis}`,
    substances: one.substances.map((substance) => substance.name).join(', '),
  };
}
