import type { HandMade } from './hand-made.js';

/** Small compositions and the substances they make, written by hand: name of the rule → rows → answer. */
export interface SubstanceCase {
  rule: string;
  composition: HandMade['composition'];
  /** code, name, synonyms, member codes, number of specialities */
  expected: [string, string, string[], string[], number][];
}

export const SUBSTANCE_CASES: SubstanceCase[] = [
  {
    rule: 'a salt is counted with its base, which may never be an SA itself',
    composition: [
      ['60000001', '00010', 'CHLORHYDRATE DE METFORMINE', 'SA', '1'],
      ['60000001', '00001', 'METFORMINE', 'FT', '1'],
      ['60000002', '00020', 'EMBONATE DE METFORMINE', 'SA', '1'],
      ['60000002', '00001', 'METFORMINE', 'FT', '1'],
    ],
    expected: [
      ['00001', 'METFORMINE', ['CHLORHYDRATE DE METFORMINE', 'EMBONATE DE METFORMINE'], ['00001', '00010', '00020'], 2],
    ],
  },
  {
    rule: 'a code has its most frequent name, SA and FT rows together, and its other names as synonyms',
    composition: [
      ['60000001', '00001', 'FICTINE B', 'SA', '1'],
      ['60000002', '00001', 'FICTINE A', 'SA', '1'],
      ['60000003', '00001', 'FICTINE B', 'FT', '1'],
    ],
    expected: [['00001', 'FICTINE B', ['FICTINE A'], ['00001'], 2]],
  },
  {
    rule: 'of equally frequent names the first in code point order is the name: É comes after Z',
    composition: [
      ['60000001', '00001', 'ÉFICTINE', 'SA', '1'],
      ['60000002', '00001', 'ZFICTINE', 'SA', '1'],
    ],
    expected: [['00001', 'ZFICTINE', ['ÉFICTINE'], ['00001'], 2]],
  },
  {
    rule: 'a synonym that is the name but for case and accents is none; of two alike the first spelling stays',
    composition: [
      ['60000001', '00001', 'FICTINE', 'SA', '1'],
      ['60000002', '00001', 'FICTINE', 'SA', '1'],
      ['60000003', '00001', 'Fictine', 'SA', '1'],
      ['60000004', '00001', 'IMAGINÉE', 'SA', '1'],
      ['60000005', '00001', 'IMAGINEE', 'SA', '1'],
    ],
    expected: [['00001', 'FICTINE', ['IMAGINEE'], ['00001'], 5]],
  },
  {
    rule: 'groupings are followed: A under B, B under C',
    composition: [
      ['60000001', '00001', 'FICTINE SODIQUE', 'SA', '1'],
      ['60000001', '00002', 'FICTINE ACIDE', 'FT', '1'],
      ['60000002', '00002', 'FICTINE ACIDE', 'SA', '1'],
      ['60000002', '00003', 'FICTINE', 'FT', '1'],
    ],
    expected: [['00003', 'FICTINE', ['FICTINE ACIDE', 'FICTINE SODIQUE'], ['00001', '00002', '00003'], 2]],
  },
  {
    rule: 'in a cycle the member in most specialities represents, for what leads into the cycle too',
    composition: [
      ['60000001', '00001', 'FICTINE UNE', 'SA', '1'],
      ['60000001', '00002', 'FICTINE DEUX', 'FT', '1'],
      ['60000002', '00002', 'FICTINE DEUX', 'SA', '1'],
      ['60000002', '00001', 'FICTINE UNE', 'FT', '1'],
      ['60000003', '00002', 'FICTINE DEUX', 'SA', '1'],
      // in most specialities of all, but outside the cycle
      ['60000004', '00003', 'FICTINE TROIS', 'SA', '1'],
      ['60000004', '00001', 'FICTINE UNE', 'FT', '1'],
      ['60000005', '00003', 'FICTINE TROIS', 'SA', '1'],
      ['60000006', '00003', 'FICTINE TROIS', 'SA', '1'],
    ],
    expected: [['00002', 'FICTINE DEUX', ['FICTINE TROIS', 'FICTINE UNE'], ['00001', '00002', '00003'], 6]],
  },
  {
    rule: 'in a cycle of equals the smallest code represents',
    composition: [
      ['60000001', '00002', 'FICTINE DEUX', 'SA', '1'],
      ['60000001', '00003', 'FICTINE TROIS', 'FT', '1'],
      ['60000002', '00003', 'FICTINE TROIS', 'SA', '1'],
      ['60000002', '00001', 'FICTINE UNE', 'FT', '1'],
      ['60000003', '00001', 'FICTINE UNE', 'SA', '1'],
      ['60000003', '00002', 'FICTINE DEUX', 'FT', '1'],
    ],
    expected: [['00001', 'FICTINE UNE', ['FICTINE DEUX', 'FICTINE TROIS'], ['00001', '00002', '00003'], 3]],
  },
  {
    rule: 'an SA that one composition group ties to two FT is grouped under neither',
    composition: [
      ['60000001', '00001', 'FICTINE COMPOSEE', 'SA', '1'],
      ['60000001', '00002', 'FICTINE', 'FT', '1'],
      ['60000001', '00003', 'COMPOSEE', 'FT', '1'],
      ['60000002', '00001', 'FICTINE COMPOSEE', 'SA', '1'],
      ['60000002', '00002', 'FICTINE', 'FT', '1'],
    ],
    expected: [['00001', 'FICTINE COMPOSEE', [], ['00001'], 2]],
  },
  {
    rule: 'FT of another link number or element are not tied',
    composition: [
      ['60000001', '00001', 'FICTINE SODIQUE', 'SA', '1'],
      ['60000001', '00002', 'FICTINE', 'FT', '2'],
      ['60000001', '00002', 'FICTINE', 'FT', '1', 'gélule'],
      ['60000002', '00003', 'FICTINE POTASSIQUE', 'SA', '1'],
      ['60000001', '00002', 'FICTINE', 'FT', '1', 'granulés'],
    ],
    expected: [
      ['00001', 'FICTINE SODIQUE', [], ['00001'], 1],
      ['00003', 'FICTINE POTASSIQUE', [], ['00003'], 1],
    ],
  },
  {
    rule: 'the FT most often tied decides; the smallest code among equals',
    composition: [
      ['60000001', '00001', 'FICTINE SODIQUE', 'SA', '1'],
      ['60000001', '00003', 'FICTINE TROIS', 'FT', '1'],
      ['60000002', '00001', 'FICTINE SODIQUE', 'SA', '1'],
      ['60000002', '00003', 'FICTINE TROIS', 'FT', '1'],
      ['60000003', '00001', 'FICTINE SODIQUE', 'SA', '1'],
      ['60000003', '00002', 'FICTINE DEUX', 'FT', '1'],
      ['60000004', '00004', 'IMAGINEE SODIQUE', 'SA', '1'],
      ['60000004', '00006', 'IMAGINEE SIX', 'FT', '1'],
      ['60000005', '00004', 'IMAGINEE SODIQUE', 'SA', '1'],
      ['60000005', '00005', 'IMAGINEE CINQ', 'FT', '1'],
    ],
    expected: [
      ['00003', 'FICTINE TROIS', ['FICTINE SODIQUE'], ['00001', '00003'], 3],
      ['00005', 'IMAGINEE CINQ', ['IMAGINEE SODIQUE'], ['00004', '00005'], 2],
    ],
  },
  {
    rule: 'words that are generic, shorter than five letters or only parts of words tie nothing',
    composition: [
      ['60000001', '00001', 'SULFATE DE MAGNÉSIUM', 'SA', '1'],
      ['60000001', '00002', 'MAGNÉSIUM', 'FT', '1'],
      ['60000002', '00003', 'GLUCONATE DE ZINC', 'SA', '1'],
      ['60000002', '00004', 'ZINC', 'FT', '1'],
      ['60000003', '00005', 'IOPROMIDE', 'SA', '1'],
      ['60000003', '00006', 'IODE', 'FT', '1'],
      ['60000004', '00007', 'FICTINEDIOL', 'SA', '1'],
      ['60000004', '00008', 'FICTINE', 'FT', '1'],
    ],
    expected: [
      ['00001', 'SULFATE DE MAGNÉSIUM', [], ['00001'], 1],
      ['00003', 'GLUCONATE DE ZINC', [], ['00003'], 1],
      ['00005', 'IOPROMIDE', [], ['00005'], 1],
      ['00007', 'FICTINEDIOL', [], ['00007'], 1],
    ],
  },
  {
    rule: 'words are compared without accents and case, and end at any other character',
    composition: [
      ['60000001', '00001', 'TÉNOFOVIR (phosphate de)', 'SA', '1'],
      ['60000001', '00002', 'Tenofovir', 'FT', '1'],
      ['60000002', '00003', "MALÉATE DE L'ŒSTRINE-2H", 'SA', '1'],
      ['60000002', '00004', 'OESTRINE', 'FT', '1'],
    ],
    expected: [
      ['00002', 'Tenofovir', ['TÉNOFOVIR (phosphate de)'], ['00001', '00002'], 1],
      ['00004', 'OESTRINE', ["MALÉATE DE L'ŒSTRINE-2H"], ['00003', '00004'], 1],
    ],
  },
  {
    rule: 'substances of equal normalised names are one, under the smallest code',
    composition: [
      ['60000001', '00003', 'FICTINE', 'SA', '1'],
      ['60000002', '00002', 'Fictiné', 'SA', '1'],
      ['60000003', '00001', 'FICTINE SODIQUE', 'SA', '1'],
      ['60000003', '00003', 'FICTINE', 'FT', '1'],
    ],
    expected: [['00002', 'Fictiné', ['FICTINE SODIQUE'], ['00001', '00002', '00003'], 3]],
  },
  {
    rule: 'a speciality with two salts of one base has one substance, and counts once',
    composition: [
      ['60000001', '00001', 'FICTINE SODIQUE', 'SA', '1'],
      ['60000001', '00003', 'FICTINE', 'FT', '1'],
      ['60000001', '00002', 'FICTINE POTASSIQUE', 'SA', '2'],
      ['60000001', '00003', 'FICTINE', 'FT', '2'],
    ],
    expected: [['00003', 'FICTINE', ['FICTINE POTASSIQUE', 'FICTINE SODIQUE'], ['00001', '00002', '00003'], 1]],
  },
];
