import { describe, expect, it } from '@jest/globals';
import { brandOf, byCodePoint, keyOf, normalised, shareAWord } from './names.js';

describe("the oracle's names", () => {
  it.each([
    ['Œstrogènes d’équidés', "OESTROGENES D'EQUIDES"],
    ['  TÉNOFOVIR \t ((disoproxil))  ', 'TENOFOVIR (DISOPROXIL)'],
    ['Cæsium', 'CAESIUM'],
    ['a)(b', 'A)(B'],
  ])('normalise %j', (text, expected) => {
    expect(normalised(text)).toBe(expected);
  });

  it.each([
    ['Médecin spécialiste', 'medecin-specialiste'],
    ["Affections de l'oreille (interne)", 'affections-de-l-oreille-interne'],
    ['--', ''],
  ])('make a key of %j', (label, expected) => {
    expect(keyOf(label)).toBe(expected);
  });

  it.each([
    ['FICTINE ARROW 300 mg, comprimé', 'FICTINE ARROW'],
    ['FICTINE, solution à 5 %', 'FICTINE'],
    ['FICTINE B12 FORTE 5 mg', 'FICTINE'],
    ['5-FICTINE 10 mg', ''],
  ])('find the brand of %j', (denomination, expected) => {
    expect(brandOf(denomination)).toBe(expected);
  });

  it('share a word of five letters that is not generic', () => {
    expect(shareAWord('CHLORHYDRATE DE FICTINE', 'fictiné')).toBe(true);
    expect(shareAWord('FICTI-NE', 'FICTINE')).toBe(false);
    expect(shareAWord('ACIDE CITRIQUE', 'ACIDE FOLIQUE')).toBe(false);
    expect(shareAWord('ZINC', 'ZINC')).toBe(false);
  });

  it('are ordered by code point, not by UTF-16 unit', () => {
    expect(['\u{1F600}', '\uFF5E', 'a', 'Z', 'aa'].sort(byCodePoint)).toEqual(['Z', 'a', 'aa', '\uFF5E', '\u{1F600}']);
  });
});
