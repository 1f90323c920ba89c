import type { Texts } from '../texts.js';

export const accessibility: Texts['accessibility'] = {
  title: 'Accessibility: not conformant',
  description:
    'What this site aims at (RGAA 4.1.2, level AA), what was tested and how, what was not, the faults that are known, and how to tell of one.',
  heading: 'Accessibility: not conformant',
  lead: 'This site aims at level AA of RGAA 4.1.2, the French rules. It has not been audited, and until it is it must be held not to conform.',
  contents: [
    { id: 'etat', label: 'Status' },
    { id: 'verifie', label: 'What was tested' },
    { id: 'non-verifie', label: 'What was not' },
    { id: 'defauts', label: 'Known faults' },
    { id: 'signaler', label: 'Tell of a fault' },
  ],
};
