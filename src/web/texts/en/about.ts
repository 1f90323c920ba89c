import type { Texts } from '../texts.js';

export const about: Texts['about'] = {
  title: 'About',
  description:
    'A free and independent project, not a service of the French State, of ANSM or of a company: what it shows, whose figures these are, how it is made.',
  heading: 'About this site',
  lead: 'A free and independent project, so that what is known of the adverse reactions of medicines can be read by everybody.',
  contents: [
    { id: 'est', label: 'What it is' },
    { id: 'pas', label: 'What it is not' },
    { id: 'qui', label: 'Whose figures' },
    { id: 'comment', label: 'How it is made' },
    { id: 'responsable', label: 'Who answers for it' },
    { id: 'licences', label: 'Licences' },
  ],
};
