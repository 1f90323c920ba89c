import { nameWords } from './name-words.js';

describe('nameWords', () => {
  it.each([
    ['Amoxicilline/acide clavulanique', ['AMOXICILLINE', 'ACIDE', 'CLAVULANIQUE']],
    ['  L’œuf   d’été (500mg) ', ['L', 'OEUF', 'D', 'ETE', '500', 'MG']],
    ['1,5 %_\\', ['1', '5']],
    ['', []],
  ])('%s', (text, words) => {
    expect(nameWords(text)).toEqual(words);
  });
});
