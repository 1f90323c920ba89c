import { yearSpan } from '../format.js';
import type { ListFilters } from '../fr/lists.js';
import type { Texts } from '../texts.js';
import { counted, format } from './format.js';

const { wholeNumber } = format;

/** “containing X of ATC class N02 for “a” under B”, with a space before. */
function narrowed({ substance, atc, q, letter }: ListFilters): string {
  return [
    substance ? ` containing ${substance}` : '',
    atc ? ` of ATC class ${atc}` : '',
    q === undefined ? '' : ` for “${q}”`,
    letter === undefined ? '' : ` under ${letter}`,
  ].join('');
}

export const lists: Texts['lists'] = {
  substances: {
    heading: 'Active substances',
    crumb: 'Substances',
    title: (filters) => `Active substances${narrowed(filters)}`,
    description: (n, filters) =>
      `${counted(n, 'active substance')}${narrowed(filters)}: reports of suspected adverse reactions and treated patients in France.`,
    count: (n, filters) => `${counted(n, 'substance')}${narrowed(filters)}`,
    none: 'No substance here.',
    all: 'Show all substances',
    whole: 'All substances (CSV)',
  },
  specialities: {
    heading: 'Medicines',
    crumb: 'Medicines',
    title: (filters) => `Medicines${narrowed(filters)}`,
    description: (n, filters) =>
      `${counted(n, 'medicine')}${narrowed(filters)}: composition, packs, treated patients, and reports by substance in France.`,
    count: (n, filters) => `${counted(n, 'medicine')}${narrowed(filters)}`,
    none: 'No medicine here.',
    all: 'Show all medicines',
    whole: 'All medicines (CSV)',
  },
  filter: {
    name: 'Name',
    atc: 'ATC class',
    anyAtc: 'All',
    submit: 'Filter',
    set: 'Filters',
    setName: (q) => `Name: ${q}`,
    setLetter: (letter) => `First letter: ${letter}`,
    setAtc: (words) => `Class ${words}`,
    setSubstance: (name) => `Contains ${name}`,
    clearOne: 'remove this filter',
    clear: 'Clear all',
    classPage: (words) => `Class ${words}`,
    substancePage: (name) => `The substance ${name}`,
    classes: 'Browse the ATC classes',
  },
  columns: {
    substance: 'Substance',
    cases: (period) => (period === null ? 'Reports' : `Reports ${yearSpan(period)}`),
    patients: 'Patients treated a year',
    specialities: 'Medicines',
    byName: 'sort by name',
    byCases: 'sort by number of reports',
  },
  patientsNote:
    'Patients treated a year, outside hospitals: a rounded average; a dash where no reimbursement outside hospitals is known.',
  range: (from, to, total) => `${wholeNumber(from)} to ${wholeNumber(to)} of ${wholeNumber(total)}`,
  beyond: 'This page is past the end of the list.',
  first: 'Back to the first page',
  searchAll: (q) => `Search everywhere for “${q}”`,
};
