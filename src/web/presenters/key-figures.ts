import type { SubstanceAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { AdverseReactions, Exposure, NotificationRate, Population } from './context.js';
import { rateModel } from './figures.js';
import { shareOf } from './substance-lead.js';

export interface KeyFigure {
  label: string;
  value: string;
  masked: boolean;
  note: string;
}

/** The first figures of a page of declarations. Those that do not exist are left out: the sentences of the page say why. */
export function keyFigures(
  language: Language,
  answer: Pick<SubstanceAnswer, 'adverseReactions' | 'exposure'>,
  population: Population,
): KeyFigure[] {
  const reactions = answer.adverseReactions;
  const rate = reactions?.notificationRate ?? null;
  return [
    reactions && casesFigure(language, reactions),
    answer.exposure && patientsFigure(language, answer.exposure, population),
    rate && rateFigure(language, rate),
    reactions && seriousFigure(language, reactions),
  ].filter((figure) => figure !== null);
}

function casesFigure({ texts, format }: Language, reactions: AdverseReactions): KeyFigure {
  const { count, suppressed } = reactions.cases;
  const last = reactions.byYear.at(-1);
  const latest = last?.count ?? null;
  const { cases, latest: latestWords } = texts.declarations.keys;
  return {
    label: cases(reactions.period),
    value: count === null ? '' : format.wholeNumber(count),
    masked: suppressed,
    note: latest === null || reactions.byYear.length < 2 ? '' : latestWords(latest, last?.key ?? ''),
  };
}

function patientsFigure({ texts, format }: Language, exposure: Exposure, population: Population): KeyFigure {
  const share = population === 'all' ? null : shareOf(exposure, population);
  const { keys } = texts.declarations;
  return {
    label: keys.patients(population),
    value: format.about(exposure.annualAverage),
    masked: false,
    note: share === null ? keys.use(texts.exposure.levels[exposure.level]) : keys.share(share),
  };
}

function rateFigure(language: Language, rate: NotificationRate): KeyFigure {
  const { rate: value, interval } = rateModel(rate, language);
  const { keys } = language.texts.declarations;
  return { label: keys.rate(rate.period), value, masked: false, note: keys.rateUnit(interval) };
}

function seriousFigure({ texts, format }: Language, reactions: AdverseReactions): KeyFigure | null {
  const serious = reactions.bySeriousness.find((row) => row.key === 'serious');
  if (serious === undefined || reactions.cases.count === null || reactions.cases.count === 0) return null;
  return {
    label: texts.declarations.keys.serious,
    value: serious.percent === null ? '' : format.percentage(serious.percent),
    masked: serious.suppressed,
    note: serious.count === null ? '' : texts.declarations.reported(serious.count),
  };
}
