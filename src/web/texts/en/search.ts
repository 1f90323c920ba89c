import type { Texts } from '../texts.js';
import { counted } from './format.js';
import { suggest } from './suggest.js';

export const search: Texts['search'] = {
  crumb: 'Search',
  heading: 'Search',
  emptyTitle: 'Search for a medicine or a substance',
  title: (q) => `“${q}”: search`,
  description: 'Search for a medicine or an active substance by its name or its code.',
  found: (n, q) => `${counted(n, 'result')} for “${q}”`,
  best: (n, q) => `The best ${n} results for “${q}”`,
  near: { before: 'Results for “', after: '”, the nearest spelling.' },
  cases: (count, n) => `${count}\u00a0${n === 1 ? 'report' : 'reports'}`,
  casesMasked: 'number of reports hidden',
  patients: (about) => `about ${about} patients treated a year, outside hospitals`,
  substances: (n) => counted(n, 'substance'),
  substancesNote: 'The page of a substance brings together the reports of all medicines that contain it.',
  specialities: (n) => counted(n, 'medicine'),
  all: 'All the medicines found',
  nothing: {
    lead: (q) => `Nothing resembles “${q}”.`,
    spelling: 'Check the spelling, or type only the beginning of the name. Names are those used in France.',
    substance: 'Try the name of the substance, which is printed on the box below the name of the medicine.',
    codes: 'A CIS code has eight digits, a CIP code thirteen, the code of a substance five.',
    gone: 'A medicine withdrawn from the market long ago may be missing from these data.',
    allSubstances: 'All substances',
    allSpecialities: 'All medicines',
  },
  suggest,
};
