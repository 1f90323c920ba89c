import { percentage, wholeNumber, yearSpan } from '../format.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { sourcesOf } from './home.js';

interface Amount {
  label: string;
  value: string;
  percent: string;
}
/** What is hidden. Source: disclosure.md. */
interface Masking {
  /** « 10 »: the largest number that is hidden for being small. */
  largestHidden: string;
  minCell: string;
  /** How much the release hides; empty without declarations. */
  amounts: Amount[];
  /** All the numbers of cases of the release, hidden or not. */
  figures: string;
}
export interface MethodologyPage {
  page: PageModel;
  sources: { name: string; what: string; period: string }[];
  masking: Masking;
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
    masking: masking(context),
    declarations: declarations && declarationFigures(context, declarations),
    exposurePeriod: periods.exposure === null ? '' : yearSpan(periods.exposure),
    ratePeriod: commonYears(context),
  };
}

function masking({ release: { disclosure }, minCell: current }: Context): Masking {
  // the release may have been made under another limit than the one that is set now
  const minCell = disclosure?.minCell ?? current;
  const words = { largestHidden: wholeNumber(minCell - 1), minCell: wholeNumber(minCell) };
  if (disclosure === null) return { ...words, amounts: [], figures: '' };
  const { figures, suppressed } = disclosure;
  const amount = (label: string, value: number): Amount => ({
    label,
    value: wholeNumber(value),
    percent: figures === 0 ? '' : percentage((value / figures) * 100),
  });
  const shown = figures - suppressed.primary - suppressed.complementary;
  return {
    ...words,
    amounts: [
      amount('Publiés', shown),
      amount(`Masqués, car de 1 à ${words.largestHidden}`, suppressed.primary),
      amount('Masqués pour protéger les précédents', suppressed.complementary),
    ],
    figures: wholeNumber(figures),
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
