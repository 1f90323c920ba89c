/** The statement of accessibility. What it says was tested is what test/browser does. */
export const accessibility = {
  title: 'Accessibilité\u00a0: non conforme',
  description:
    'Ce que ce site vise (RGAA 4.1.2, niveau AA), ce qui a été vérifié et comment, ce qui ne l’a pas été, les défauts connus, et comment en signaler un.',
  heading: 'Accessibilité\u00a0: non conforme',
  lead: 'Ce site vise le niveau AA du RGAA 4.1.2. Il n’a pas été audité\u00a0: tant qu’il ne l’est pas, il doit être tenu pour non conforme.',
  contents: [
    { id: 'etat', label: 'État' },
    { id: 'verifie', label: 'Ce qui a été vérifié' },
    { id: 'non-verifie', label: 'Ce qui ne l’a pas été' },
    { id: 'defauts', label: 'Défauts connus' },
    { id: 'signaler', label: 'Signaler un défaut' },
  ],
};
