import type { Population } from '../../../queries/answers.js';
import { yearSpan } from '../format.js';
import type { Texts } from '../texts.js';
import { counted, duringYears, format } from './format.js';
import { POPULATIONS, ROW_LABELS } from './report-labels.js';

const { percentage, wholeNumber } = format;
const REPORTS = (count: number): string => counted(count, 'report');
const commaAmong = (population: Population): string =>
  population === 'all' ? '' : `, ${POPULATIONS[population].among}`;

export const declarations: Texts['declarations'] = {
  populations: POPULATIONS,
  labels: ROW_LABELS,
  pair(sex, age) {
    if (sex === 'unknown' && age === 'unknown') return 'Sex and age not stated';
    const sexName = sex === 'unknown' ? 'Sex not stated' : POPULATIONS[sex].name;
    return `${sexName}, ${age === 'unknown' ? 'age not stated' : POPULATIONS[age].name}`;
  },
  reports: 'Reports',
  reportsNarrow: 'Reports',
  group: 'Group',
  year: 'Year',
  reported: REPORTS,
  caution: 'A report is a suspicion, not a proof.',

  linkTo: 'Link to this part: ',
  contents: {
    essentials: 'Essentials',
    people: 'Who is concerned',
    years: 'Over the years',
    seriousness: 'Seriousness',
    effects: 'Which reactions',
    reporters: 'Who reports',
  },
  essentials: (population) => `Essentials${commaAmong(population)}`,
  missing: {
    notLoaded: 'This version of the data has no reports of adverse reactions: the source (BNPV) was not loaded.',
    masked: 'The number of reports is hidden, and their details with it, so that nobody can be recognised.',
    none: 'No report, hence no details. The absence of reports does not prove the absence of reactions.',
    notAvailable: 'Reports of adverse reactions are not available in this version of the data.',
  },

  keys: {
    cases: (period) => `Reports, ${yearSpan(period)}`,
    latest: (count, year) => `${wholeNumber(count)} of them in ${year}`,
    patients: (population) =>
      `Treated patients a year, outside hospitals${population === 'all' ? '' : ', all populations'}`,
    use: (level) => `${level} use`,
    share: (percent) => `${percentage(percent)} of them in this group`,
    rate: (period) => `Notification rate, ${yearSpan(period)}`,
    rateUnit: (interval) => `per 100,000 treated patients and year (95% interval: ${interval})`,
    serious: 'Serious reports',
    reporter: (label) => `Reported by: ${label}`,
    reporterNote: (count) => `most frequent kind of reporter, ${REPORTS(count)}`,
  },
  rate: {
    interval: (low, high) => `${low} to ${high}`,
    caution:
      'This rate measures how much is reported, not how often the reaction occurs: not all reactions are reported, and Open Medic leaves out hospitals and sales without prescription.',
    short: 'A notification rate is not a frequency: it measures how much is reported.',
    read: 'How to read this rate',
    heading: 'Rate',
    range: '[interval]',
  },

  people: {
    bySex: 'By sex',
    byAge: 'By age',
    byBoth: 'By sex and age',
    measure: (hasRates, by) => `Reports${hasRates ? ' and treated patients' : ''} by ${by.join(' and ')}`,
    highest: (groups) => `Notification rate higher ${groups.map((group) => POPULATIONS[group].among).join(', and ')}`,
    casesKey: 'share of reports',
    patientsKey: 'share of treated patients',
    rateKey: 'notification rate per 100,000 treated patients and year, with its 95% confidence interval',
    share: 'share',
    patients: 'Patients',
  },
  pyramid: {
    title: 'Reports by age and sex, as a pyramid',
    age: 'Age',
    unknownSex: 'Sex not stated',
  },
  years: {
    byYear: 'Reports by year',
    ends: (before, from, after, to) =>
      `From ${REPORTS(before).replace('\u00a0', ' ')} in ${from} to ${wholeNumber(after)} in ${to}`,
    patients: 'Patients treated outside hospitals, the same years',
    patientsNote: 'To be read below the line above: a rise of reports may follow a rise of use.',
    rates: 'Notification rate by year',
    ratesNote:
      'Per 100,000 treated patients, with its 95% confidence interval. A dash: one of the two sources does not cover the year, or the rate is hidden.',
    ratesCaption: 'Reports, treated patients and notification rate by year',
    note: 'Year in which the report was received. A rise may come from wider use, from an alert or from an easier way to report.',
  },
  seriousness: {
    title: 'Seriousness of the reports',
    share: (percent) => `${percentage(percent)} of the reports are serious`,
    key: 'Serious',
    meaning:
      ' has a regulatory meaning: death, danger to life, hospitalisation, disability, congenital anomaly, or another condition that a physician holds to be serious. Serious reactions are reported more often than others.',
    heading: 'Seriousness',
    caption: 'Reports by seriousness',
    criterion: 'Criterion',
    criteria: 'Criteria of seriousness; a report may meet several',
  },
  effects: {
    title: 'Reports by organ class',
    note: 'A report counts once in each organ class it touches: together, the shares therefore exceed 100%. Open a row to see the kinds of reactions, named in French as in the source.',
    organClass: 'Organ class',
    term: 'Kind of reaction',
    terms: (organClass) => `Kinds of reactions: ${organClass}`,
    reports: ' reports, ',
    noneStart: 'No report',
  },
  reporters: {
    title: 'Reports by kind of reporter',
    note: 'Who reported: a health professional, a patient, a relative.',
    heading: 'Reporter',
  },

  page: {
    crumb: 'Reports',
    heading: 'All reports',
    about: 'Suspected adverse reactions, all medicines together, each report counted once',
    title(population, found) {
      const all = `All reports of adverse reactions${commaAmong(population)}`;
      return found === null ? all : `${all}: ${wholeNumber(found.count)} (${yearSpan(found.period)})`;
    },
    lead(period, count, population) {
      const where = `of suspected adverse reactions, all medicines together${commaAmong(population)}`;
      const years = duringYears(period);
      if (count === null) return `${years}, the number of reports ${where}, is **hidden**.`;
      if (count === 0) return `${years}, **no report** ${where}, was received.`;
      return `${years}, France counted **${REPORTS(count)}** ${where}.`;
    },
    noRate:
      'There is no notification rate here: somebody who takes several medicines is counted once for each, so the sum of the treated patients of all medicines is not a number of people. Rates are read substance by substance.',
    choose: 'Choose a substance',
  },
};
