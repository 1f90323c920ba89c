import type { Texts } from '../texts.js';

export const errors: Texts['errors'] = {
  notFound: {
    heading: 'Page not found',
    substance: (code) => `No substance has the code “${code}” in this version of the data.`,
    substanceHelp: 'Look for it by its name or by its code of five digits.',
    speciality: (code) => `No medicine has the CIS code “${code}” in this version of the data.`,
    specialityHelp: 'Look for it by its name or by its code of eight digits.',
    atc: (code) => `No ATC class has the code “${code}” in this version of the data.`,
    atcHelp:
      'An ATC code has 1, 3, 4, 5 or 7 characters, such as N, N02, N02B, N02BE or N02BE01. Start from the list of classes, or look for a substance by its name.',
    page: 'This address leads to no page of the site.',
    pageHelp: 'Search for a medicine or a substance, or start from one of the lists.',
  },
  gone: {
    heading: 'A medicine that is no longer there',
    sentences: [
      'An earlier version of the data had this medicine; the current one no longer has it.',
      'Look for a medicine that contains the same substance.',
    ],
  },
  noRelease: {
    heading: 'No data yet',
    sentences: [
      'No version of the data has been published yet: the first import is under way or still to be done.',
      'This page will show its figures as soon as it is finished.',
    ],
  },
  unavailable: {
    heading: 'Data cannot be read right now',
    sentences: [
      'The site cannot read its data at the moment. Most often this lasts only a few seconds.',
      'Try again in a moment.',
    ],
  },
  tooMany: {
    heading: 'Too many requests',
    sentences: ['Too many pages were asked for in a short time. Wait a minute, then try again.'],
  },
  notUnderstood: {
    heading: 'Request not understood',
    sentences: [
      'The address of this page holds something that the site does not understand.',
      'Check it, or search for a medicine or a substance.',
    ],
  },
  failed: {
    heading: 'The site met an error',
    sentences: [
      'The page could not be prepared. It is not your doing.',
      'Try again in a moment; if the error comes back, it is already in the log of the service.',
    ],
  },
  otherKinds: 'This code exists elsewhere:',
  near: 'Codes like it:',
  kinds: { substance: 'substance', speciality: 'medicine', atc: 'ATC class' },
  ways: {
    name: 'Other ways',
    home: 'Home',
    substances: 'All substances',
    specialities: 'All medicines',
    atc: 'ATC classes',
    shortages: 'Shortages',
    faq: 'Frequently asked questions',
  },
};
