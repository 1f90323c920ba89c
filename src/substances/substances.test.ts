import type { CompositionRow } from '../sources/bdpm/rows.js';
import { shareTellingWord } from './grouping.js';
import { workOutSubstances } from './substances.js';

type Short = [cis: string, code: string, name: string, nature: 'SA' | 'FT', link: string];

const rows = (...short: Short[]): CompositionRow[] =>
  short.map(([cis, code, name, nature, link]) => ({
    cis,
    element: 'comprimé',
    code,
    name,
    dosage: null,
    dosageReference: null,
    nature,
    link,
  }));

const groups = (composition: CompositionRow[]) =>
  workOutSubstances(composition).all.map(({ code, name, memberCodes }) => ({ code, name, memberCodes }));

describe('workOutSubstances', () => {
  test('names a code by its most frequent name, ties in code point order, and keeps the others as synonyms', () => {
    const composition = rows(
      ['1', '00001', 'VÉLORAZINE', 'SA', '1'],
      ['2', '00001', 'VELORAZIN', 'SA', '1'],
      ['3', '00001', 'VÉLORAZINE', 'SA', '1'],
      ['4', '00002', 'ZETOMAB', 'SA', '1'],
      ['5', '00002', 'ALPHAMAB', 'SA', '1'],
    );
    expect(workOutSubstances(composition).all).toEqual([
      {
        code: '00001',
        name: 'VÉLORAZINE',
        synonyms: ['VELORAZIN'],
        memberCodes: ['00001'],
        specialities: ['1', '2', '3'],
      },
      { code: '00002', name: 'ALPHAMAB', synonyms: ['ZETOMAB'], memberCodes: ['00002'], specialities: ['4', '5'] },
    ]);
  });

  test('counts salts with their base, which need not be an active substance itself', () => {
    const composition = rows(
      ['1', '00010', 'VELORAZINE (CHLORHYDRATE DE)', 'SA', '1'],
      ['1', '00001', 'VELORAZINE', 'FT', '1'],
      ['2', '00011', 'MALEATE DE VELORAZINE', 'SA', '1'],
      ['2', '00001', 'VELORAZINE', 'FT', '1'],
    );
    expect(groups(composition)).toEqual([
      { code: '00001', name: 'VELORAZINE', memberCodes: ['00001', '00010', '00011'] },
    ]);
    expect(workOutSubstances(composition).ofCode('00011')?.code).toBe('00001');
  });

  test('does not group by another element or another link number', () => {
    const composition = rows(['1', '00010', 'VELORAZINE A', 'SA', '1'], ['1', '00001', 'VELORAZINE', 'FT', '2']);
    expect(groups(composition).map(({ code }) => code)).toEqual(['00010']);
  });

  test('takes the fraction most often tied, then the smallest code', () => {
    const composition = rows(
      ['1', '00010', 'VELORAZINE X', 'SA', '1'],
      ['1', '00003', 'VELORAZINE', 'FT', '1'],
      ['2', '00010', 'VELORAZINE X', 'SA', '1'],
      ['2', '00002', 'VELORAZINE BASE', 'FT', '1'],
      ['3', '00010', 'VELORAZINE X', 'SA', '1'],
      ['3', '00003', 'VELORAZINE', 'FT', '1'],
    );
    expect(groups(composition)[0]?.code).toBe('00003');
    expect(groups(composition.slice(0, 4))[0]?.code).toBe('00002');
  });

  test('groups nothing when a composition group names two fractions', () => {
    const composition = rows(
      ['1', '00010', 'VELORAZINE X', 'SA', '1'],
      ['1', '00001', 'VELORAZINE', 'FT', '1'],
      ['1', '00002', 'VELORAZINE BASE', 'FT', '1'],
      ['2', '00010', 'VELORAZINE X', 'SA', '1'],
      ['2', '00001', 'VELORAZINE', 'FT', '1'],
    );
    expect(groups(composition).map(({ code }) => code)).toEqual(['00010']);
  });

  test('follows chains to their end', () => {
    const composition = rows(
      ['1', '00030', 'VELORAZINE SEL', 'SA', '1'],
      ['1', '00020', 'VELORAZINE HYDRATEE', 'FT', '1'],
      ['2', '00020', 'VELORAZINE HYDRATEE', 'SA', '1'],
      ['2', '00010', 'VELORAZINE', 'FT', '1'],
    );
    expect(groups(composition)).toEqual([
      { code: '00010', name: 'VELORAZINE', memberCodes: ['00010', '00020', '00030'] },
    ]);
  });

  test('represents a cycle by the member in most specialities, then by the smallest code', () => {
    const cycle = rows(
      ['1', '00010', 'VELORAZINE A', 'SA', '1'],
      ['1', '00020', 'VELORAZINE B', 'FT', '1'],
      ['2', '00020', 'VELORAZINE B', 'SA', '1'],
      ['2', '00010', 'VELORAZINE A', 'FT', '1'],
    );
    expect(groups(cycle).map(({ code }) => code)).toEqual(['00010']);
    const more = [...cycle, ...rows(['3', '00020', 'VELORAZINE B', 'SA', '1'])];
    expect(groups(more)).toEqual([{ code: '00020', name: 'VELORAZINE B', memberCodes: ['00010', '00020'] }]);
  });

  test('makes one of substances whose names are equal once normalised', () => {
    const composition = rows(['1', '00020', 'ŒSTRADOL', 'SA', '1'], ['2', '00010', 'OESTRADOL', 'SA', '1']);
    expect(workOutSubstances(composition).all).toEqual([
      { code: '00010', name: 'OESTRADOL', synonyms: [], memberCodes: ['00010', '00020'], specialities: ['1', '2'] },
    ]);
  });

  test('gives the same whatever the order of the rows', () => {
    const composition = rows(
      ['1', '00010', 'VELORAZINE A', 'SA', '1'],
      ['1', '00020', 'VELORAZINE B', 'FT', '1'],
      ['2', '00020', 'VELORAZINE B', 'SA', '1'],
      ['3', '00040', 'TRIPADOL', 'SA', '1'],
    );
    expect(workOutSubstances([...composition].reverse()).all).toEqual(workOutSubstances(composition).all);
  });
});

describe('shareTellingWord', () => {
  test.each([
    ['VELORAZINE (CHLORHYDRATE DE)', 'VÉLORAZINE', true],
    ['CHLORHYDRATE DE VELO', 'CHLORHYDRATE DE TRIPA', false],
    ['ZINC OXYDE', 'ZINC', false],
    ['VELO', 'VELO', false],
  ])('%s and %s: %s', (a, b, shared) => {
    expect(shareTellingWord(a, b)).toBe(shared);
  });
});
