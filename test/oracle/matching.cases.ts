import type { CountingCase } from './counting.cases.js';
import { caseLine, drugLine, numbers } from './hand-made.js';

/** From a drug's name to substances; each name stands in 11 cases, so that its count is shown. */
const named = (...names: [string, string][]): { cases: string[]; drugs: string[] } => ({
  cases: names.flatMap((_, index) => numbers(1, 11).map((number) => caseLine(100 * index + number))),
  drugs: names.flatMap(([name, type], index) =>
    numbers(1, 11).map((number) => drugLine(100 * index + number, name, type)),
  ),
});
const counts = (...pairs: [string, number][]): object[] =>
  pairs.map(([code, count]) => ({ code, cases: { count, suppressed: false } }));

export const MATCHING_CASES: CountingCase[] = [
  {
    rule: 'a denomination of specialities with differing substances is ambiguous, and not looked up any further',
    folder: {
      specialities: [
        ['60000001', 'JUMEAU, comprimé'],
        ['60000002', 'JUMEAU, comprimé'],
        ['60000003', 'PAREIL, comprimé'],
        ['60000004', 'Pareil, comprimé'],
      ],
      composition: [
        ['60000001', '00001', 'FICTINE', 'SA', '1'],
        ['60000002', '00002', 'JUMEAU, COMPRIME', 'SA', '1'],
        ['60000003', '00001', 'FICTINE', 'SA', '1'],
        ['60000004', '00001', 'FICTINE', 'SA', '1'],
      ],
      ...named(
        ['JUMEAU, comprimé', 'Spécialité'],
        ['PAREIL, COMPRIMÉ', 'Spécialité'],
        // its own dictionary decides before the others: the substance of that name
        ['JUMEAU, comprimé', 'Substance'],
        ['jumeau', 'Produit'],
      ),
    },
    expected: {
      declarations: {
        drugRows: 44,
        matched: { speciality: 11, brand: 0, substance: 11, alias: 0 },
        ambiguous: 22,
        unmatched: 0,
      },
      substances: counts(['00001', 11], ['00002', 11]),
    },
  },
  {
    rule: 'TYPE chooses the first dictionary, the others follow; without TYPE speciality, brand, substance',
    folder: {
      specialities: [
        ['60000001', 'FICTINE'],
        ['60000002', 'ALPHA 5 mg, gel'],
      ],
      composition: [
        ['60000001', '00001', 'IMAGINOL', 'SA', '1'],
        ['60000002', '00002', 'FICTINE', 'SA', '1'],
      ],
      ...named(
        ['FICTINE', 'Spécialité'],
        ['FICTINE', 'Produit'],
        ['FICTINE', 'Substance'],
        ['FICTINE', ''],
        ['Fictine', 'Vaccin'],
        ['ALPHA', 'Spécialité'],
        ['ALPHA', 'Substance'],
        ['ALPHA 5', 'Produit'],
      ),
    },
    expected: {
      declarations: {
        drugRows: 88,
        matched: { speciality: 33, brand: 33, substance: 11, alias: 0 },
        ambiguous: 0,
        unmatched: 11,
      },
      // 00001 by the speciality and the brand FICTINE, 00002 by the substance FICTINE and the brand ALPHA
      substances: counts(['00001', 44], ['00002', 33]),
    },
  },
  {
    rule: 'a synonym, and an FT that exactly one substance has, lead to the substance; an FT of two does not',
    folder: {
      specialities: [
        ['60000001', 'UN, gel'],
        ['60000002', 'DEUX, gel'],
        ['60000003', 'TROIS, gel'],
      ],
      composition: [
        ['60000001', '00010', 'FICTINE SODIQUE', 'SA', '1'],
        ['60000001', '00001', 'FICTINE', 'FT', '1'],
        ['60000002', '00020', 'IMAGINOL', 'SA', '1'],
        ['60000002', '00002', 'ZINC', 'FT', '1'],
        ['60000002', '00003', 'IODE', 'FT', '1'],
        ['60000003', '00030', 'CHIMERIDE', 'SA', '1'],
        ['60000003', '00003', 'IODE', 'FT', '1'],
      ],
      ...named(
        ['fictine sodique', 'Substance'],
        ['Zinc', 'Substance'],
        ['IODE', 'Substance'],
        ['CHIMERIDE', 'Substance'],
      ),
    },
    expected: {
      declarations: { matched: { speciality: 0, brand: 0, substance: 33, alias: 0 }, ambiguous: 0, unmatched: 11 },
      substances: counts(['00001', 11], ['00020', 11], ['00030', 11]),
    },
  },
  {
    rule: 'an FT that is itself a substance stays that substance, whatever it is tied to',
    folder: {
      specialities: [
        ['60000001', 'UN, gel'],
        ['60000002', 'DEUX, gel'],
      ],
      composition: [
        ['60000001', '00010', 'IOPROMIDE', 'SA', '1'],
        ['60000001', '00001', 'IODE', 'FT', '1'],
        ['60000002', '00001', 'IODE', 'SA', '1'],
      ],
      ...named(['IODE', 'Substance'], ['IOPROMIDE', 'Substance']),
    },
    expected: {
      declarations: { matched: { speciality: 0, brand: 0, substance: 22, alias: 0 }, ambiguous: 0, unmatched: 0 },
      substances: counts(['00001', 11], ['00010', 11]),
    },
  },
  {
    rule: 'two brands of one name and one composition are no ambiguity; salts are their base on the way',
    folder: {
      specialities: [
        ['60000001', 'GAMMA 5 mg, gel'],
        ['60000002', 'GAMMA 10 mg, comprimé'],
      ],
      composition: [
        ['60000001', '00010', 'FICTINE SODIQUE', 'SA', '1'],
        ['60000001', '00001', 'FICTINE', 'FT', '1'],
        ['60000002', '00020', 'FICTINE POTASSIQUE', 'SA', '1'],
        ['60000002', '00001', 'FICTINE', 'FT', '1'],
      ],
      ...named(['Gamma', 'Produit'], ['inconnu', 'Produit']),
    },
    expected: {
      declarations: { matched: { speciality: 0, brand: 11, substance: 0, alias: 0 }, ambiguous: 0, unmatched: 11 },
      substances: counts(['00001', 11]),
    },
  },
];
