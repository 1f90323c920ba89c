import type { Texts } from '../texts.js';

export const browser: Texts['browser'] = {
  locale: 'en-GB',
  table: 'table',
  csv: 'CSV',
  picture: 'PNG image',
  copy: 'Copy the table',
  copied: 'Table copied',
  refused: 'The browser refused to copy',
  masked: 'hidden figure',
  term: 'Kind of reaction',
  colon: ': ',
  separator: ',',
};
