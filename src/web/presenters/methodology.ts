import { percentage, wholeNumber, yearSpan } from '../format.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { sourcesOf } from './home.js';

interface Amount {
  label: string;
  value: string;
  percent: string;
}
export interface MethodologyPage {
  page: PageModel;
  sources: { name: string; what: string; period: string }[];
  /** « 10 »: the largest count that is hidden on its own. */
  largestHidden: string;
  minCell: string;
  /** null where the release has no declarations. */
  declarations: {
    period: string;
    casesRead: string;
    casesKept: string;
    excluded: Amount[];
    drugRows: string;
    matched: Amount[];
    recognised: string;
  } | null;
  exposurePeriod: string;
  /** The years that both sources cover, on which rates rest; empty: none. */
  ratePeriod: string;
}

export function presentMethodology(context: Context): MethodologyPage {
  const { periods, declarations } = context.release;
  return {
    page: pageModel(context, {
      title: 'Comment lire ces données : méthode',
      description:
        'Ce que chaque nombre veut dire : substances et sels, déclarations retenues, patients traités, taux de notification, données masquées.',
      path: '/methodologie',
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Méthode', href: null },
      ],
    }),
    sources: sourcesOf(context),
    largestHidden: wholeNumber(context.minCell - 1),
    minCell: wholeNumber(context.minCell),
    declarations: declarations && declarationFigures(context, declarations),
    exposurePeriod: periods.exposure === null ? '' : yearSpan(periods.exposure),
    ratePeriod: commonYears(context),
  };
}

function commonYears({ release: { periods } }: Context): string {
  const { declarations, exposure } = periods;
  if (declarations === null || exposure === null) return '';
  const from = Math.max(declarations.from, exposure.from);
  const to = Math.min(declarations.to, exposure.to);
  return from > to ? '' : yearSpan({ from, to });
}

function declarationFigures(
  context: Context,
  figures: NonNullable<Context['release']['declarations']>,
): NonNullable<MethodologyPage['declarations']> {
  const { matched, drugRows } = figures;
  const recognised = matched.speciality + matched.brand + matched.substance + matched.alias;
  const amount = (label: string, value: number): Amount => ({
    label,
    value: wholeNumber(value),
    percent: drugRows === 0 ? '' : percentage((value / drugRows) * 100),
  });
  const period = context.release.periods.declarations;
  return {
    period: period === null ? '' : yearSpan(period),
    casesRead: wholeNumber(figures.casesRead),
    casesKept: wholeNumber(figures.casesKept),
    excluded: [
      {
        label: 'Versions anciennes d’une même déclaration',
        value: wholeNumber(figures.excluded.superseded),
        percent: '',
      },
      { label: 'Déclarations venues d’un autre pays', value: wholeNumber(figures.excluded.foreign), percent: '' },
    ],
    drugRows: wholeNumber(drugRows),
    matched: [
      amount('Nom d’un médicament (dénomination complète)', matched.speciality),
      amount('Marque', matched.brand),
      amount('Nom d’une substance', matched.substance),
      amount('Correspondance validée à la main', matched.alias),
      amount('Nom ambigu : compté nulle part', figures.ambiguous),
      amount('Nom non reconnu : compté nulle part', figures.unmatched),
    ],
    recognised: drugRows === 0 ? '' : percentage((recognised / drugRows) * 100),
  };
}
