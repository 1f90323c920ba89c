import type { SubstanceAnswer } from '../../queries/answers.js';
import { about, counted, percentage, wholeNumber, yearSpan } from '../format.js';
import type { AdverseReactions, Exposure, NotificationRate, Population } from './context.js';
import { levelWords } from './exposure.js';
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
  answer: Pick<SubstanceAnswer, 'adverseReactions' | 'exposure'>,
  population: Population,
): KeyFigure[] {
  const reactions = answer.adverseReactions;
  const rate = reactions?.notificationRate ?? null;
  return [
    reactions && casesFigure(reactions),
    answer.exposure && patientsFigure(answer.exposure, population),
    rate && rateFigure(rate),
    reactions && seriousFigure(reactions),
  ].filter((figure) => figure !== null);
}

function casesFigure(reactions: AdverseReactions): KeyFigure {
  const { count, suppressed } = reactions.cases;
  const last = reactions.byYear.at(-1);
  const latest = last?.count ?? null;
  return {
    label: `Déclarations, ${yearSpan(reactions.period)}`,
    value: count === null ? '' : wholeNumber(count),
    masked: suppressed,
    note: latest === null || reactions.byYear.length < 2 ? '' : `dont ${wholeNumber(latest)} en ${last?.key ?? ''}`,
  };
}

function patientsFigure(exposure: Exposure, population: Population): KeyFigure {
  const share = population === 'all' ? null : shareOf(exposure, population);
  const whole = population === 'all' ? '' : ', toutes populations';
  return {
    label: `Patients traités par an, en ville${whole}`,
    value: about(exposure.annualAverage),
    masked: false,
    note: share === null ? `utilisation ${levelWords(exposure.level)}` : `dont ${percentage(share)} dans ce groupe`,
  };
}

function rateFigure(rate: NotificationRate): KeyFigure {
  const { rate: value, interval } = rateModel(rate);
  return {
    label: `Taux de notification, ${yearSpan(rate.period)}`,
    value,
    masked: false,
    note: `pour 100 000 patients traités et par an (intervalle à 95 % : ${interval})`,
  };
}

function seriousFigure(reactions: AdverseReactions): KeyFigure | null {
  const serious = reactions.bySeriousness.find((row) => row.key === 'serious');
  if (serious === undefined || reactions.cases.count === null || reactions.cases.count === 0) return null;
  return {
    label: 'Déclarations graves',
    value: serious.percent === null ? '' : percentage(serious.percent),
    masked: serious.suppressed,
    note: serious.count === null ? '' : counted(serious.count, 'déclaration'),
  };
}
