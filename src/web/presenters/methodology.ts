import type { Language } from '../texts/language.js';
import type { Context } from './context.js';
import { sourcesOf } from './home.js';
import { type ProsePage, prosePage } from './prose.js';

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
export interface MethodologyPage extends ProsePage {
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
  const { texts, format } = context.language;
  const { methodology } = texts;
  return {
    ...prosePage(context, methodology, {
      text: 'methodology',
      path: '/methodologie',
      crumb: methodology.crumb,
    }),
    sources: sourcesOf(context),
    masking: masking(context),
    declarations: declarations && declarationFigures(context, declarations),
    exposurePeriod: periods.exposure === null ? '' : format.yearSpan(periods.exposure),
    ratePeriod: commonYears(context),
  };
}

function masking({ release: { disclosure }, minCell: current, language }: Context): Masking {
  const { wholeNumber } = language.format;
  const words = language.texts.methodology;
  // the release may have been made under another limit than the one that is set now
  const minCell = disclosure?.minCell ?? current;
  const limits = { largestHidden: wholeNumber(minCell - 1), minCell: wholeNumber(minCell) };
  if (disclosure === null) return { ...limits, amounts: [], figures: '' };
  const { figures, suppressed } = disclosure;
  const amount = amountOf(language, figures);
  return {
    ...limits,
    amounts: [
      amount(words.shown, figures - suppressed.primary - suppressed.complementary),
      amount(words.hiddenAsSmall(limits.largestHidden), suppressed.primary),
      amount(words.hiddenToProtect, suppressed.complementary),
    ],
    figures: wholeNumber(figures),
  };
}

/** Makes amounts that are parts of a whole; of a whole of 0 they have no percentage. */
function amountOf({ format }: Language, whole: number): (label: string, value: number) => Amount {
  return (label, value) => ({
    label,
    value: format.wholeNumber(value),
    percent: whole === 0 ? '' : format.percentage((value / whole) * 100),
  });
}

function commonYears({ release: { periods }, language }: Context): string {
  const { declarations, exposure } = periods;
  if (declarations === null || exposure === null) return '';
  const from = Math.max(declarations.from, exposure.from);
  const to = Math.min(declarations.to, exposure.to);
  return from > to ? '' : language.format.yearSpan({ from, to });
}

function declarationFigures(
  { release, language }: Context,
  figures: NonNullable<Context['release']['declarations']>,
): NonNullable<MethodologyPage['declarations']> {
  const { wholeNumber, percentage, yearSpan } = language.format;
  const words = language.texts.methodology;
  const { matched, drugRows } = figures;
  const recognised = matched.speciality + matched.brand + matched.substance + matched.alias;
  const amount = amountOf(language, drugRows);
  const period = release.periods.declarations;
  return {
    period: period === null ? '' : yearSpan(period),
    casesRead: wholeNumber(figures.casesRead),
    casesKept: wholeNumber(figures.casesKept),
    excluded: [
      { label: words.superseded, value: wholeNumber(figures.excluded.superseded), percent: '' },
      { label: words.foreign, value: wholeNumber(figures.excluded.foreign), percent: '' },
    ],
    drugRows: wholeNumber(drugRows),
    matched: [
      amount(words.matched.speciality, matched.speciality),
      amount(words.matched.brand, matched.brand),
      amount(words.matched.substance, matched.substance),
      amount(words.matched.alias, matched.alias),
      amount(words.matched.ambiguous, figures.ambiguous),
      amount(words.matched.unmatched, figures.unmatched),
    ],
    recognised: drugRows === 0 ? '' : percentage((recognised / drugRows) * 100),
  };
}
