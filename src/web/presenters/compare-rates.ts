import type { SubstanceAnswer } from '../../queries/answers.js';
import type { Years } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import type { NotificationRate } from './context.js';
import { type CellModel, type RateMark, rateMark, rateModel } from './figures.js';

interface RateRow {
  name: string;
  href: string;
  rate: CellModel;
  /** « 23,4–24,9 »; empty without a rate. */
  interval: string;
  cases: string;
  consumers: string;
  /** The dot and its interval as SVG lengths; null: nothing is drawn. */
  mark: RateMark | null;
}
/** Notification rates of the substances, one below the other on one scale from 0. */
export interface CompareRates {
  rows: RateRow[];
  /** Years of the rates; null when there is none. */
  period: Years | null;
  /** Whether a substance has no rate. */
  anyMissing: boolean;
}

export function compareRates(language: Language, answers: readonly SubstanceAnswer[]): CompareRates {
  const rates = answers.map(({ adverseReactions }) => adverseReactions?.notificationRate ?? null);
  const scale = Math.max(0, ...rates.map((rate) => rate?.ci95[1] ?? 0));
  return {
    rows: answers.map((answer, at) => rateRow(language, answer, rates[at] ?? null, scale)),
    period: rates.find((rate) => rate !== null)?.period ?? null,
    anyMissing: rates.includes(null),
  };
}

function rateRow(
  language: Language,
  { code, name, adverseReactions }: SubstanceAnswer,
  rate: NotificationRate | null,
  scale: number,
): RateRow {
  const row = { name, href: `/substances/${code}` };
  if (rate === null) {
    const masked = adverseReactions?.cases.suppressed === true;
    return { ...row, rate: { text: masked ? '' : '–', masked }, interval: '', cases: '', consumers: '', mark: null };
  }
  const { format } = language;
  const words = rateModel(rate, language);
  return {
    ...row,
    rate: { text: words.rate, masked: false },
    interval: words.range,
    cases: format.wholeNumber(rate.cases),
    consumers: format.wholeNumber(rate.consumers),
    mark: rateMark(rate, scale),
  };
}
