import type { suggest as french } from '../fr/suggest.js';

export const suggest: typeof french = {
  list: 'Suggestions',
  substance: 'Substance',
  speciality: 'Medicine',
  found: (n) => `${n} ${n === 1 ? 'suggestion' : 'suggestions'}: use the up and down arrows to go through them`,
  nothing: (q) => `No name resembles “${q}”.`,
};
