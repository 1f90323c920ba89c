import type { Texts } from '../texts.js';

export const methodology: Texts['methodology'] = {
  title: 'How to read these data: the method',
  crumb: 'Method',
  description:
    'What each number means: substances and salts, reports kept, treated patients, notification rate, hidden figures.',
  heading: 'How to read these data',
  lead: 'What each number means, how it is obtained, and what it does not allow to conclude.',
  cautionStrong: 'A report is a suspicion, not a proof.',
  caution:
    'A reaction reported after a medicine was taken is not necessarily caused by it, and most reactions are not reported. These numbers allow neither to calculate a risk, nor to compare two medicines without care.',
  contents: [
    { id: 'bref', label: 'In short' },
    { id: 'sources', label: 'Sources' },
    { id: 'substances', label: 'Substances and salts' },
    { id: 'declarations', label: 'Reports' },
    { id: 'gravite', label: 'Seriousness' },
    { id: 'noms', label: 'From names to substances' },
    { id: 'effets', label: 'What is counted' },
    { id: 'exposition', label: 'Treated patients' },
    { id: 'taux', label: 'Notification rate' },
    { id: 'masquage', label: 'Hidden figures' },
    { id: 'ruptures', label: 'Shortages' },
    { id: 'erreurs', label: 'Medication errors' },
    { id: 'titres', label: 'Titles and charts' },
    { id: 'lexique', label: 'Glossary' },
  ],
  shown: 'Published',
  hiddenAsSmall: (largest) => `Hidden, being from 1 to ${largest}`,
  hiddenToProtect: 'Hidden to protect those',
  superseded: 'Earlier versions of a report',
  foreign: 'Reports from another country',
  matched: {
    speciality: 'Name of a medicine (in full)',
    brand: 'Brand',
    substance: 'Name of a substance',
    alias: 'Correspondence checked by hand',
    ambiguous: 'Ambiguous name: counted nowhere',
    unmatched: 'Name not recognised: counted nowhere',
  },
};
