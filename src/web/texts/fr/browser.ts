/** What the browser script says: strings only, for the page carries them as JSON. */
export const browser = {
  locale: 'fr-FR',
  table: 'tableau',
  csv: 'CSV',
  picture: 'Image PNG',
  copy: 'Copier le tableau',
  copied: 'Tableau copié',
  refused: 'Copie refusée par le navigateur',
  masked: 'donnée masquée',
  term: 'Type d’effet',
  /** Between a group and its row. */
  colon: ' : ',
  /** Between cells: French spreadsheets read commas as decimal points. */
  separator: ';',
};
