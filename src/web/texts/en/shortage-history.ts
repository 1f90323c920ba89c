import type { Texts } from '../texts.js';
import { counted, format } from './format.js';

const { percentage, wholeNumber } = format;

function inLine(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

export const history: Texts['shortages']['history'] = {
  declarations: 'Notifi\u00adcations',
  declarationsPlain: 'Notifications',
  yearsTitle: (first, last) =>
    `From ${counted(first.count, 'notification')} in ${first.year} to ${wholeNumber(last.count)} in ${last.year}`,
  yearsMeasure: 'Notifications by year',
  yearsCaption: 'Notifications by year',
  declarationBefore: 'A ',
  declarationStrong: 'notification',
  declarationMeans:
    ': a company warns the ANSM, the French medicines agency, that a medicine is short or may become so. When it is about several medicines, each counts. These numbers speak of products, not of people: none is hidden. A rise may come from more shortages, or from companies that warn more often.',
  natureTitle: (percent) => `${percentage(percent)} of notifications are shortages`,
  natureMeasure: 'Nature of the notifications',
  nature: 'Nature',
  natureCaption: 'Notifications by their nature',
  shortageMeans: ': the company can no longer supply the medicine. ',
  riskMeans: ': it expects that it will not be able to. ',
  endMeans: ': it stops selling it.',
  causesTitle: 'Notifications by cause',
  cause: 'Cause',
  causesCaption: 'Notifications by cause; one may have several',
  causesMore: 'Other causes',
  noCause: 'The notifications of this version give no cause.',
  causesNote: (first, causes, otherPercent) =>
    `Cause named most: ${inLine(first.label)} (${percentage(first.percent)}). Companies write the cause in their own words, in French; rules sort these texts into ${counted(causes, 'cause')}. ${percentage(otherPercent)} of notifications stay under “Other”: their text says “other”, or no rule knows it.`,
  classesTitle: 'Notifications by class of medicines',
  classesNote:
    'First level of the ATC classification, which sorts medicines by the part of the body on which they act.',
  class: 'Class',
  classesCaption: 'Notifications by ATC class',
  classesMore: 'Other classes',
  laboratoriesTitle: 'Notifications by company',
  laboratoriesNote:
    'A company that sells many medicines, or warns early, has more notifications: this is no ranking of reliability.',
  laboratory: 'Company',
  laboratoriesCaption: 'Notifications by company',
  laboratoriesMore: 'Other companies',
  measuresTitle: 'Measures taken',
  measure: 'Measure',
  measuresCaption: 'Notifications by measure; one may have several',
  measuresMore: 'Other measures',
  noMeasure: 'The history of this version does not say which measures were taken.',
  more: (rows) => `Show the ${wholeNumber(rows)} others`,
  morePrinted: (rows) => `And ${wholeNumber(rows)} others, on the page of the site.`,
  unknown: 'Not given',
  durationsTitle: (median) => `Half of the closed notifications lasted ${counted(Math.round(median), 'day')} or less`,
  durationsMeasure: 'Duration of shortages',
  durationsNote: (known, medicines) =>
    `From ${wholeNumber(known)} of ${counted(medicines, 'notification')}: those that give both the day of the notification and that of its end. Open notifications are left out; recent years, of which many still last, therefore look shorter than they will be.`,
  durationsUnknown: (closed) =>
    `Duration unknown: none of ${counted(closed, 'closed notification')} gives both the day of the notification and that of its end.`,
  durationsCaption: 'Duration of closed notifications, in days: median (the dot), first and third quartiles (the line)',
  days: (days) => counted(Math.round(days), 'day'),
  dayRange: (from, to) => `${from} to ${to}`,
  byYear: 'By year of the notification',
  byNature: 'By nature',
  group: 'Group',
  quartiles: 'quartiles',
  firstQuartile: 'First quartile',
  firstQuartileMeans: 'a quarter lasted less',
  median: 'Median',
  medianMeans: 'half lasted less, the other half longer',
  thirdQuartile: 'Third quartile',
  thirdQuartileMeans: 'a quarter lasted longer',
};
