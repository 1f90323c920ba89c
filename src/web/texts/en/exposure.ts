import { yearSpan } from '../format.js';
import type { Texts } from '../texts.js';
import { format } from './format.js';

const { about, wholeNumber } = format;
const LEVELS: Texts['exposure']['levels'] = {
  very_low: 'very low',
  low: 'low',
  moderate: 'moderate',
  high: 'high',
  very_high: 'very high',
};

export const exposure: Texts['exposure'] = {
  levels: LEVELS,
  title: (average) => `About ${about(average)} treated patients a year outside hospitals`,
  untitled: 'Treated patients',
  averageStart: 'On average ',
  average: wholeNumber,
  averageEnd: (period, total, level) =>
    ` treated patients a year outside hospitals, by the reimbursements of ${yearSpan(period)} (${wholeNumber(total)} when the years are added up): ${LEVELS[level]} use. Somebody who received two different packs in a year counts twice; hospitals and sales without prescription are not counted.`,
  byYear: 'Patients treated outside hospitals, by year',
  patients: 'Treated patients',
  patientsNarrow: 'Patients',
  bySexAndAge: (period) => `Patients treated outside hospitals by sex and age, ${yearSpan(period)}`,
  missing: {
    notLoaded: 'This version of the data has no numbers of treated patients: the source Open Medic was not loaded.',
    none: (what) =>
      `Open Medic knows no reimbursement outside hospitals ${what === 'substance' ? 'of the medicines that contain this substance' : 'of this medicine'}: medicines of hospitals, not reimbursed or sold without prescription are not in it.`,
  },

  line: {
    allMasked: (noun) => `${noun} a year: all years are hidden`,
    one: (noun, count, year) => `${noun} a year: ${wholeNumber(count)} in ${year}`,
    ends: (noun, [before, from], [after, to]) =>
      `${noun} a year: from ${wholeNumber(before)} in ${from} to ${wholeNumber(after)} in ${to}`,
    maskedYear: 'a year whose ',
    maskedLink: 'figure is hidden',
  },
};
