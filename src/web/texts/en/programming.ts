import type { Texts } from '../texts.js';

export const programming: Texts['programming'] = {
  title: 'Programming interface',
  description:
    'All the data of the site as JSON, CSV and NDJSON, without a key: a first call in curl, JavaScript, Python and R, addresses, errors, pages, caching, limits, licence.',
  heading: 'Programming interface',
  lead: 'All that the pages show, as JSON: read only, without a key, free of charge, open to all sites.',
  contents: [
    { id: 'premier-appel', label: 'First call' },
    { id: 'reponses', label: 'Answers' },
    { id: 'masque', label: 'Hidden figures' },
    { id: 'erreurs', label: 'Errors' },
    { id: 'listes', label: 'Lists and pages' },
    { id: 'cache', label: 'Caching' },
    { id: 'limites', label: 'Limits' },
    { id: 'stabilite', label: 'Stability' },
    { id: 'licence', label: 'Licence' },
    { id: 'adresses', label: 'All addresses' },
  ],
  route: 'Address',
  gives: 'What it gives',
  parameters: 'Parameters:',
  tags: { Specialities: 'Medicines (specialities)', Statistics: 'All declarations', Datasets: 'Whole tables' },
  // the document of the interface is in English
  routes: {},
};
