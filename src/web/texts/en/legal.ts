import type { Texts } from '../texts.js';

export const legal: Texts['legal'] = {
  title: 'Legal notice',
  description:
    'Who publishes and hosts this installation, the licence of the figures and how to cite them, privacy, medical disclaimer.',
  heading: 'Legal notice',
  lead: 'Who answers for this site, on what terms its figures may be reused, and what it knows of its visitors: next to nothing.',
  contents: [
    { id: 'editeur', label: 'Publisher' },
    { id: 'hebergeur', label: 'Host' },
    { id: 'licence', label: 'Reuse and cite' },
    { id: 'code', label: 'Code' },
    { id: 'vie-privee', label: 'Privacy' },
    { id: 'avertissement', label: 'Disclaimer' },
  ],
  unknown: 'not given by the operator',
  demoCitation: (day, address) => `Pharmacovigie, data of ${day}, ${address}: fictitious data, for demonstration.`,
  citation: (day, address) =>
    `Pharmacovigie, data of ${day}, ${address}, under the Licence Ouverte 2.0. Original data: French public medicines database (BDPM), national pharmacovigilance database (ANSM), Open Medic (French health insurance).`,
};
