/** What the script of the search field says: it takes this file along, so that nothing large may be imported here. */
export const suggest = {
  list: 'Suggestions',
  substance: 'Substance',
  speciality: 'Médicament',
  found: (n: number): string =>
    `${n} ${n < 2 ? 'suggestion' : 'suggestions'}, à parcourir avec les flèches haut et bas`,
  nothing: (q: string): string => `Aucun nom ne ressemble à « ${q} ».`,
};
