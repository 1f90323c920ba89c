import type { Texts } from '../texts.js';
import type { Years } from '../format.js';
import { counted, format } from './format.js';

const { dayInWords } = format;

function between({ from, to }: Years): string {
  return from === to ? `in ${String(from)}` : `between ${String(from)} and ${String(to)}`;
}

/** Whether a medicine can be had, and the times it could not. */
export const availability: Texts['speciality']['availability'] = {
  label: 'Availability',
  title: (supply) => `Availability: ${supply}`,
  sentence: (supply) => `Availability: ${supply}.`,
  meanings: {
    shortage:
      'The company can no longer supply this medicine. A pharmacist can tell whether any is left and what can replace it.',
    tension: 'This medicine is still supplied, but not enough of it: it may be missing in places.',
    discontinued:
      'The company is ceasing to sell this medicine. A doctor or a pharmacist can tell what can replace it.',
    back: 'This medicine was missing; it is supplied again.',
  },
  some: (state) => `${state} for some of the packs`,
  warning: 'The French public medicines database reports a difficulty in the supply of this medicine.',
  notMarketed: 'Not marketed',
  warned: 'Difficulty reported',
  calm: 'No difficulty reported',
  unknown: 'Not known',
  since: (day) => `since ${dayInWords(day)}`,
  all: 'all packs',
  pack: (cip13) => `pack ${cip13}`,
  backOn: (day) => `available again on ${dayInWords(day)}`,
  backExpected: (day) => `expected back on ${dayInWords(day)}`,
  updated: (day) => `last updated on ${dayInWords(day)}`,
  link: 'ANSM page (in French)',
  many: 'packs',
  none: 'No shortage, limited supply or end of marketing is reported for this medicine.',
  history: {
    title: 'Shortages and risks of shortage notified',
    counted: (count, years) =>
      `${counted(count, 'notification')} of a shortage or a risk of shortage ${between(years)}`,
    intro: (period) =>
      `What companies notified to the ANSM, the French medicines agency${period === null ? '' : `, ${between(period)}`}. A risk of shortage is not a shortage.`,
    many: 'notifications',
    none: (period) =>
      `No notification of a shortage or a risk of shortage${period === null ? '' : ` received ${between(period)}`} could be tied to this medicine.`,
    when({ reported, year, state, closed }) {
      const since = reported === null ? `in ${String(year)}` : `on ${dayInWords(reported)}`;
      const end = closed === null ? 'closed' : `closed on ${dayInWords(closed)}`;
      return `notified ${since}, ${state === 'open' ? 'open in this version of the data' : end}`;
    },
    causes: (causes) => `Cause: ${causes}.`,
    measures: 'Measures:',
    number: (number) => `Notification ${number}`,
  },
};

/** What the authorities published about the safety of a medicine. */
export const safety: Texts['speciality']['safety'] = {
  label: 'Safety',
  title: 'Safety notices',
  inForce: (count) => (count === 0 ? 'No notice' : counted(count, 'notice')),
  now: 'in force',
  surveillance: '▼\u00a0additional monitoring',
  alert: 'alert in the public database',
  sentence: (count) => `${counted(count, 'safety notice')} in force.`,
  intro: 'Reminders of proper use, alerts and batch recalls published for this medicine, in French.',
  many: 'safety notices',
  none: 'No safety notice is published for this medicine.',
  published: (day) => `published on ${dayInWords(day)}`,
  until: (day) => `shown until ${dayInWords(day)}`,
  ended: (day) => (day === null ? 'ended' : `ended on ${dayInWords(day)}`),
};
