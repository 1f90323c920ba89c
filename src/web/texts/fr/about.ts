/** The page that says who is behind the figures, and who is not. */
export const about = {
  title: 'À propos',
  description:
    'Un projet libre et indépendant, qui n’est pas un service de l’État, de l’ANSM ou d’un laboratoire\u00a0: ce qu’il montre, de qui viennent les chiffres, comment il est fait.',
  heading: 'À propos de ce site',
  lead: 'Un projet libre et indépendant, pour que ce que l’on sait des effets indésirables des médicaments puisse être lu par tous.',
  contents: [
    { id: 'est', label: 'Ce qu’il est' },
    { id: 'pas', label: 'Ce qu’il n’est pas' },
    { id: 'qui', label: 'De qui viennent les chiffres' },
    { id: 'comment', label: 'Comment il est fait' },
    { id: 'responsable', label: 'Qui en répond' },
    { id: 'licences', label: 'Licences' },
  ],
};
