import type { CompositionRow } from '../sources/bdpm/rows.js';
import { normalise } from '../sources/normalise.js';
import { brandOf, matcher } from './matching.js';
import { workOutSubstances } from './substances.js';

const active = (cis: string, code: string, name: string, nature: 'SA' | 'FT' = 'SA'): CompositionRow => ({
  cis,
  element: 'comprimé',
  code,
  name,
  dosage: null,
  dosageReference: null,
  nature,
  link: '1',
});

const SPECIALITIES = [
  { cis: '10000001', denomination: 'DOLTRIX 500 mg, comprimé' },
  { cis: '10000002', denomination: 'DOLTRIX FORT 1 g, gélule' },
  { cis: '10000003', denomination: 'DOLTRIX 1 g, sachet' },
  { cis: '10000004', denomination: 'VELORAZINE LABO 20 mg, gélule' },
  { cis: '10000005', denomination: 'TRIPADOL' },
];
const substances = workOutSubstances([
  active('10000001', '00001', 'PARATRIL'),
  active('10000002', '00001', 'PARATRIL'),
  active('10000003', '00002', 'IBUTRIL'),
  active('10000004', '00003', 'VELORAZINE (CHLORHYDRATE DE)'),
  active('10000004', '00004', 'VELORAZINE', 'FT'),
  active('10000005', '00005', 'TRIPADOL'),
  { ...active('10000005', '00006', 'FERMENT X'), link: '2' },
  { ...active('10000005', '00007', 'LACTOBASE', 'FT'), link: '2' },
]);
const match = matcher(
  SPECIALITIES,
  substances,
  new Map([
    ['DOLTRIX', ['00001']],
    ['PARATRYL', ['00001']],
  ]),
);

describe('matcher', () => {
  test.each([
    ['Doltrix 500 mg, comprimé', 'speciality', { outcome: 'matched', step: 'speciality', codes: ['00001'] }],
    ['doltrix  fort', 'brand', { outcome: 'matched', step: 'brand', codes: ['00001'] }],
    ['Paratril', 'substance', { outcome: 'matched', step: 'substance', codes: ['00001'] }],
    ['Vélorazine', 'substance', { outcome: 'matched', step: 'substance', codes: ['00004'] }],
    ['LACTOBASE', 'substance', { outcome: 'matched', step: 'substance', codes: ['00006'] }],
    // the dictionary of the TYPE comes first, then the others in their order
    ['Tripadol', 'substance', { outcome: 'matched', step: 'substance', codes: ['00005'] }],
    ['Tripadol', 'other', { outcome: 'matched', step: 'speciality', codes: ['00005', '00006'] }],
    ['Paratril', 'speciality', { outcome: 'matched', step: 'substance', codes: ['00001'] }],
    ['Doltrix 1 g, sachet', 'other', { outcome: 'matched', step: 'speciality', codes: ['00002'] }],
    // two sets of substances under one brand: only staff can tell
    ['Doltrix', 'brand', { outcome: 'matched', step: 'alias', codes: ['00001'] }],
    ['Paratryl', 'substance', { outcome: 'matched', step: 'alias', codes: ['00001'] }],
    ['Nimporte', 'other', { outcome: 'unmatched' }],
  ] as const)('%s as %s', (name, type, expected) => {
    expect(match(normalise(name), type)).toEqual(expected);
  });

  test('leaves a name that leads to differing substances ambiguous until an alias settles it', () => {
    expect(matcher(SPECIALITIES, substances, new Map())('DOLTRIX', 'brand')).toEqual({ outcome: 'ambiguous' });
  });
});

describe('brandOf', () => {
  test.each([
    ['DOLTRIX 500 mg, comprimé', 'DOLTRIX'],
    ['VÉLORAZINE LABO 20 mg, gélule', 'VELORAZINE LABO'],
    ['TRIPADOL, comprimé 500 mg', 'TRIPADOL'],
    ['5-TRIX 20 mg', ''],
    ['B12 TRIX', ''],
  ])('%s → « %s »', (denomination, brand) => {
    expect(brandOf(denomination)).toBe(brand);
  });
});
