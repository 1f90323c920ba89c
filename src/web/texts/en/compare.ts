import { yearSpan } from '../format.js';
import type { Texts } from '../texts.js';
import { counted, format } from './format.js';

export const compare: Texts['compare'] = {
  crumb: 'Compare',
  start: {
    title: 'Compare substances',
    description:
      'Two to four substances side by side: notification rate, seriousness, sex, age, years, reporters and organ classes of the suspected adverse reactions reported.',
    lead: 'Two to four substances side by side, on the same scales: shares and rates, rather than numbers that would mostly tell which one is used most.',
    one: 'Add a second substance to compare.',
  },
  title: (names) => `${format.listed(names)}: reports compared`,
  heading: (names) => `Compare ${format.listed(names)}`,
  description: (answered) =>
    answered
      .map(({ name, count, rate }) => {
        const cases = count === null ? 'number of reports hidden' : counted(count, 'report');
        return `${name}: ${cases}${rate === null ? '' : `, ${format.rateNumber(rate)} per 100,000 treated patients a year`}. `;
      })
      .join(''),
  caution: {
    strong: 'Comparing reports is not comparing risks.',
    text: ' Two substances have neither the same uses nor the same patients; a substance that is recent, closely monitored or in the news is reported more. A difference may come from all of this: it does not say which medicine is safer.',
  },
  choice: {
    title: 'Substances to compare',
    chosen: 'Substances compared',
    remove: (name) => `Remove ${name} from the comparison`,
    first: 'First substance',
    second: 'Second substance',
    another: 'Add a substance',
    help: 'The name of a substance or of a medicine, even misspelt, or a code.',
    compare: 'Compare',
    add: 'Add',
    several: (text) => `Several substances answer to “${text}”; which one should be compared?`,
    unknown: (code) => `No substance has the code “${code}” in this version of the data.`,
    nothing: (text) => `Nothing resembles “${text}”: check the spelling, or type only the beginning of the name.`,
    repeated: (names) => `Asked for more than once, and shown once: ${names}.`,
    beyond: (names, count) =>
      `At most four substances can be compared at a time: ${names} ${count < 2 ? 'is' : 'are'} not shown.`,
  },
  columns: {
    share: 'share',
    number: 'number',
    rate: 'rate',
    group: 'Group',
    substance: 'Substance',
    cases: 'Reports',
    patients: 'Treated patients',
  },
  substances: 'The substances',
  rates: {
    title: 'Notification rate',
    caption: (period) =>
      `Reports per 100,000 treated patients a year${period === null ? '' : `, ${yearSpan(period)}`}: the dot is the rate, the line its 95% interval; the patients of each year add up`,
    missing: 'A dash: no rate, because the treated patients are not known, or some of the reports are hidden.',
  },
  seriousness: {
    title: 'Share of serious reports',
    note: 'Among the reports of each substance. Serious reactions are reported more often than others, and even more so for some medicines.',
    caption: 'Share of the reports of each substance by seriousness',
    level: 'Seriousness',
    criteria: 'Criteria, several possible',
  },
  people: {
    title: 'Sex and age',
    note: (hasPatients) =>
      hasPatients
        ? 'Shares among the reports and among the treated patients of each substance: where the first is well above the second, this group is reported more often.'
        : 'Shares among the reports of each substance.',
    caption: (hasPatients) =>
      `Shares of each group among the reports${hasPatients ? ' and among the treated patients' : ''} of each substance`,
    cases: 'Reports',
    patients: 'Treated patients',
    unknownSex: 'Sex not stated',
    unknownAge: 'Age not stated',
  },
  years: {
    title: (areRates) => (areRates ? 'Notification rate of each year' : 'Reports spread over the years'),
    note: (areRates) =>
      areRates
        ? 'Reports per 100,000 treated patients, on the same scale: the numbers themselves would mostly tell which substance is used most. The vertical line is the 95% interval. Years without a number of treated patients have no dot; the table gives their reports.'
        : 'Share of the reports of each substance received each year, on the same scale. Without a number of treated patients there is no rate, and the numbers themselves would mostly tell which substance is used most.',
    caption: (areRates) =>
      areRates
        ? 'Reports per 100,000 treated patients, by year, and number of reports'
        : 'Share of the reports of each substance by year, and number of reports',
    year: 'Year',
    nothing: (name) => `${name}: no year to show`,
    summary: (name, first, last) =>
      first.year === last.year
        ? `${name}: ${first.text} in ${first.year}`
        : `${name}: from ${first.text} in ${first.year} to ${last.text} in ${last.year}`,
  },
  organClasses: {
    title: 'Organ classes',
    note: 'Share of the reports of each substance that concern each class; one report may concern several. In alphabetical order: the leading classes of each substance, then the others.',
    caption: 'Share of the reports by organ class, the leading ones of each substance',
    otherCaption: 'Share of the reports by organ class, the others',
    heading: 'Organ class',
    others: (count) => `Show the ${count} other organ classes`,
  },
  reporters: {
    title: 'Who reports',
    note: 'This depends first on where a medicine is prescribed, dispensed and taken.',
    caption: 'Share of the reports of each substance by type of reporter',
    heading: 'Reporter',
  },
};
