import type { Texts } from '../texts.js';
import { counted, duringYears, format } from './format.js';
import { CAUSES } from './shortage-causes.js';
import { history } from './shortage-history.js';

const { dayInWords, listed, wholeNumber } = format;

export const shortages: Texts['shortages'] = {
  classifications: {
    shortage: 'Out of stock',
    risk: 'Risk of running out of stock',
    end_of_marketing: 'End of marketing',
    other: 'Other notification',
    unknown: 'Nature not given',
  },
  statuses: {
    shortage: 'Out of stock',
    tension: 'Limited supply',
    discontinued: 'End of marketing',
    back: 'Available again',
  },
  cause: ({ key, label }) => CAUSES[key] ?? label,
  title: 'Shortages of medicines in France',
  heading: 'Shortages',
  crumb: 'Shortages',
  feedTitle: 'Changes in availability',
  follow: 'Follow the changes in availability (Atom feed)',
  followWith: 'for a feed reader',
  caution: {
    strong: 'A medicine on this list may still be found in some pharmacies',
    text: ', and one that is not may be missing in places. Do not stop a treatment by yourself: your pharmacist knows what is left, and what can replace it.',
  },
  lead: {
    unknown: 'This version of the data does not know of shortages.',
    now: ({ latest, shortage, tension }) =>
      `${latest === null ? 'In this version of the data' : `On ${dayInWords(latest)}`}, **${counted(shortage, 'medicine')}** ${shortage === 1 ? 'was' : 'were'} out of stock and **${wholeNumber(tension)}** in limited supply.`,
    ever: (period, medicines) =>
      `${duringYears(period)}, **${counted(medicines, 'notification')}** of a shortage or a risk of shortage.`,
  },
  nowUnknown:
    'This version of the data does not tell what is short now: the file of availability of the French public medicines database was not loaded.',
  historyUnknown: 'This version of the data has no history of shortages: the source was not loaded.',
  contents: {
    list: 'The list',
    years: 'Over the years',
    nature: 'Nature',
    causes: 'Causes',
    classes: 'Classes',
    laboratories: 'Companies',
    measures: 'Measures',
    durations: 'Duration',
  },
  list: {
    nowHeading: 'What is short now',
    historyHeading: 'The notifications',
    pastHeading: 'History',
    tabs: {
      name: 'Lists',
      now: (count) => `Now (${wholeNumber(count)})`,
      open: (count) => `Open notifications (${wholeNumber(count)})`,
      all: (count) => `All notifications (${wholeNumber(count)})`,
    },
    shortageMeans: ': the company can no longer supply the medicine. ',
    tensionMeans: ': it supplies the medicine, but less of it than is asked for.',
    historyNote: (until) =>
      `The last notifications of the history are of ${String(until)}. “Open” means that the history does not give their end, not that they still last today.`,
    medicines: (count) => counted(count, 'medicine'),
    declarations: (count) => counted(count, 'notification'),
    none: 'Nothing here. A medicine that is not on this list is not for that reason available everywhere.',
    words: 'Medicine or substance',
    atc: 'ATC class',
    anyAtc: 'All',
    laboratory: 'Company',
    anyLaboratory: 'All',
    state: 'State',
    anyState: 'All',
    year: 'Year',
    open: 'Open',
    closed: 'Closed',
    more: 'By class or by company',
    submit: 'Filter',
    clear: 'Remove the filters',
    clearOne: 'remove this filter',
    filter: (name, value) => `${name}: ${value}`,
    order: 'Order',
    newest: 'Latest first',
    byName: 'By name',
    nowDays({ from, updated, back }) {
      const parts = [
        from === null ? '' : `since ${dayInWords(from)}`,
        updated === null ? '' : `updated on ${dayInWords(updated)}`,
        back === null ? '' : `return announced for ${dayInWords(back)}`,
      ].filter((part) => part !== '');
      const text = parts.join(', ');
      return text.charAt(0).toUpperCase() + text.slice(1);
    },
    packs: (packs) => `Only the ${packs.length === 1 ? 'pack' : 'packs'} ${listed(packs)}`,
    atcClass: (code, label) => `ATC class ${code}${label === null ? '' : ` (${label})`}`,
    classOption: (code, label) => (label === null ? code : `${code} – ${label}`),
    declared: (classification, open) => `${classification}, ${open ? 'open' : 'closed'}`,
    reported({ number, reported, closed, year }) {
      const when = reported === null ? `in ${String(year)}` : `on ${dayInWords(reported)}`;
      return `Notified ${when}${closed === null ? '' : `, closed on ${dayInWords(closed)}`} (no. ${number})`;
    },
    causes: (causes) => `Cause: ${listed(causes)}`,
    measures: (measures) => `Measures: ${listed(measures)}`,
    official: 'ANSM page (in French)',
  },
  history,
};
