import fc from 'fast-check';
import type { Parsed } from '../rows.js';
import { SourceError } from '../source-error.js';
import { drugsParser } from './drugs.js';
import type { DrugRow } from './rows.js';

const HEADER = { number: 1, text: 'AER_ID;CAS;VER;ROLE;MEDICAMENT;TYPE' };
const parse = (...texts: string[]): Parsed<DrugRow>[] => [
  ...drugsParser(HEADER)(texts.map((text, i) => ({ number: i + 2, text }))),
];
const drug = (text: string): DrugRow | string => {
  const [parsed] = parse(text);
  if (!parsed) throw new Error('nothing was yielded');
  return parsed.ok ? parsed.row : parsed.reason;
};

describe('drugsParser', () => {
  it('reads rows, stray quotes included', () => {
    expect(parse('104211;BX20190417;2;Suspect;EXEMPLARINE "FORT" 500 mg, comprimé;Spécialité')).toEqual([
      {
        ok: true,
        line: 2,
        row: {
          aerId: '104211',
          cas: 'BX20190417',
          version: 2,
          name: 'EXEMPLARINE "FORT" 500 mg, comprimé',
          type: 'speciality',
          counts: true,
        },
      },
    ]);
  });

  it.each([
    ['Spécialité', 'speciality'],
    ['SPECIALITE', 'speciality'],
    ['Produit', 'brand'],
    ['substance', 'substance'],
    ['Dispositif', 'other'],
    ['', 'other'],
  ])('reads TYPE %p as %s', (cell, type) => {
    expect(drug(`1;A;0;Suspect;EXEMPLIUM;${cell}`)).toMatchObject({ type });
  });

  it.each([
    ['Suspect', true],
    ['INTERACTION', true],
    ['', true],
    ['Concomitant', false],
  ])('takes a drug of ROLE %p as counting: %p', (cell, counts) => {
    expect(drug(`1;A;0;${cell};EXEMPLIUM;Produit`)).toMatchObject({ counts });
  });

  it('takes every drug as counting where there is no ROLE column', () => {
    const parser = drugsParser({ number: 1, text: 'Médicament;type;aer_id;cas;ver' });
    expect([...parser([{ number: 2, text: 'EXEMPLIUM;Produit;1;A;0' }])]).toEqual([
      { ok: true, line: 2, row: { aerId: '1', cas: 'A', version: 0, name: 'EXEMPLIUM', type: 'brand', counts: true } },
    ]);
  });

  it.each([
    ['1;A;0;Témoin;EXEMPLIUM;Produit', 'unknown_value'],
    ['1;A;0;Suspect; ;Produit', 'unknown_value'],
    [';A;0;Suspect;EXEMPLIUM;Produit', 'bad_code'],
    ['1;;0;Suspect;EXEMPLIUM;Produit', 'bad_code'],
    ['1;A;v1;Suspect;EXEMPLIUM;Produit', 'bad_number'],
    ['1;A;0;Suspect;EXEMPLIUM', 'wrong_column_count'],
    ['1;A;0;Suspect;EXEMPLIUM;Produit;x', 'wrong_column_count'],
    ['1;A;0;Suspect;"EXEMPLIUM;Produit', 'unreadable'],
    ['1;A;0;Suspect;EXEMP\0IUM;Produit', 'unreadable'],
  ])('rejects %p as %s, keeping nothing of it', (text, reason) => {
    expect(parse(text)).toEqual([{ ok: false, line: 2, reason, text: null }]);
  });

  it('fails for a header without a required column', () => {
    expect(() => drugsParser({ number: 1, text: 'AER_ID;CAS;VER;ROLE' })).toThrow(
      new SourceError('Médicaments: the header lacks the required columns MEDICAMENT, TYPE'),
    );
  });

  it('gives back any name that was written quoted', () => {
    const name = fc
      .string({ unit: fc.constantFrom('a', 'É', '"', ';', ' ', '5', ',') })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(name, (text) => {
        expect(drug(`1;A;0;Suspect;"${text.replaceAll('"', '""')}";Produit`)).toMatchObject({ name: text.trim() });
      }),
    );
  });
});
