import { yearSpan } from '../format.js';
import type { Texts } from '../texts.js';
import { counted, format } from './format.js';

export const picture: Texts['picture'] = {
  alt: (name) => `${name}: reports of suspected adverse reactions, by year`,
  siteAlt: 'Reports of suspected adverse reactions in France, by year',
  siteTitle: 'What is known about the adverse reactions of a medicine?',
  cases(count) {
    if (count === null) return 'Number of reports hidden';
    return count === 0 ? 'No report' : counted(count, 'report');
  },
  notLoaded: 'Reports not available',
  detail: (period, average) =>
    `of suspected adverse reactions, ${yearSpan(period)}${average === null ? '' : `, for about ${format.about(average)} treated patients a year outside hospitals`}`,
  hiddenDetail: (period) =>
    `Suspected adverse reactions, ${yearSpan(period)}. The number is hidden so that nobody can be recognised.`,
  siteDetail: (period) => `of suspected adverse reactions, ${yearSpan(period)}, beside the number of treated patients`,
  chart: 'Reports by year',
  maskedYear: 'year whose figure is hidden',
};
