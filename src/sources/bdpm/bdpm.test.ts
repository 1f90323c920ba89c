import fc from 'fast-check';
import type { Line, Parsed, RowParser } from '../rows.js';
import { parseComposition } from './composition.js';
import { parsePresentations, readPrice } from './presentations.js';
import { parseSpecialities } from './specialities.js';

const lines = (...texts: string[]): Line[] => texts.map((text, i) => ({ number: i + 1, text }));
/** One row parsed, with some of its cells replaced. */
function parseWith<T>(parse: RowParser<T>, cells: readonly string[], changes: Record<number, string> = {}): Parsed<T> {
  const [parsed] = [...parse(lines(cells.map((cell, i) => changes[i] ?? cell).join('\t')))];
  if (!parsed) throw new Error('nothing was yielded');
  return parsed;
}
function outcome<T>(parsed: Parsed<T>): T | string {
  return parsed.ok ? parsed.row : parsed.reason;
}

const SPECIALITY = [
  '60000001',
  'EXEMPLARINE "FORT" 500 mg, comprimé',
  'comprimé',
  'orale;sublinguale',
  'Autorisation active',
  'Procédure nationale',
  'Commercialisée',
  '31/01/1998',
  'Alerte',
  'EU/1/00/129',
  ' LABORATOIRE UN; LABORATOIRE DEUX',
  'Oui',
];

describe('parseSpecialities', () => {
  it('reads every column', () => {
    expect(parseWith(parseSpecialities, SPECIALITY)).toEqual({
      ok: true,
      line: 1,
      row: {
        cis: '60000001',
        denomination: 'EXEMPLARINE "FORT" 500 mg, comprimé',
        form: 'comprimé',
        routes: ['orale', 'sublinguale'],
        status: 'Autorisation active',
        procedure: 'Procédure nationale',
        marketing: 'Commercialisée',
        authorisationDate: '1998-01-31',
        bdpmStatus: 'Alerte',
        europeanNumber: 'EU/1/00/129',
        holders: ['LABORATOIRE UN', 'LABORATOIRE DEUX'],
        enhancedSurveillance: true,
      },
    });
  });

  it('takes empty cells as absent', () => {
    const empty = Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((column) => [column, ' ']));
    expect(outcome(parseWith(parseSpecialities, SPECIALITY, empty))).toEqual({
      cis: '60000001',
      denomination: 'EXEMPLARINE "FORT" 500 mg, comprimé',
      form: null,
      routes: [],
      status: null,
      procedure: null,
      marketing: null,
      authorisationDate: null,
      bdpmStatus: null,
      europeanNumber: null,
      holders: [],
      enhancedSurveillance: false,
    });
  });

  it.each([
    ['six digits', { 0: '600000' }, 'bad_code'],
    ['letters in the code', { 0: '6000000A' }, 'bad_code'],
    ['no code', { 0: '' }, 'bad_code'],
    ['no denomination', { 1: '' }, 'unknown_value'],
    ['a day that does not exist', { 7: '31/02/1998' }, 'bad_date'],
    ['a date of another form', { 7: '1998-01-31' }, 'bad_date'],
    ['neither Oui nor Non', { 11: 'Peut-être' }, 'unknown_value'],
    ['a thirteenth cell', { 11: 'Oui\tx' }, 'wrong_column_count'],
  ])('rejects a row with %s', (_, changes, reason) => {
    const text = SPECIALITY.map((cell, i) => (changes as Record<number, string>)[i] ?? cell).join('\t');
    expect(parseWith(parseSpecialities, SPECIALITY, changes)).toEqual({ ok: false, line: 1, reason, text });
  });

  it('allows empty columns at the end to be missing or too many, not less', () => {
    const counts = [7, 8, 11].map((length) => parseWith(parseSpecialities, SPECIALITY.slice(0, length)).ok);
    expect(counts).toEqual([false, true, true]);
    expect(parseWith(parseSpecialities, [...SPECIALITY, '', ' ']).ok).toBe(true);
  });

  it('takes OUI in any case and the last column away', () => {
    expect(outcome(parseWith(parseSpecialities, SPECIALITY, { 11: 'oui' }))).toMatchObject({
      enhancedSurveillance: true,
    });
    expect(outcome(parseWith(parseSpecialities, SPECIALITY, { 11: 'NON' }))).toMatchObject({
      enhancedSurveillance: false,
    });
  });
});

const PRESENTATION = [
  '60000001',
  '4949729',
  'plaquette(s) de 30 comprimé(s)',
  'Présentation active',
  'Déclaration de commercialisation',
  '16/03/2011',
  '3400949497294',
  'oui',
  '65%;100 %',
  '1,466,29',
  '24,34',
  '1,02',
  'Ce médicament <br>peut être pris en charge',
];

describe('parsePresentations', () => {
  it('reads every column', () => {
    expect(outcome(parseWith(parsePresentations, PRESENTATION))).toEqual({
      cis: '60000001',
      cip7: '4949729',
      cip13: '3400949497294',
      label: 'plaquette(s) de 30 comprimé(s)',
      status: 'Présentation active',
      marketing: 'Déclaration de commercialisation',
      declarationDate: '2011-03-16',
      hospitals: true,
      reimbursementRates: ['65 %', '100 %'],
      priceWithoutFee: '1466.29',
      price: '24.34',
      fee: '1.02',
      reimbursementConditions: 'Ce médicament\npeut être pris en charge',
    });
  });

  it('takes columns missing at the end as absent', () => {
    expect(outcome(parseWith(parsePresentations, PRESENTATION.slice(0, 8)))).toMatchObject({
      hospitals: true,
      reimbursementRates: [],
      priceWithoutFee: null,
      price: null,
      fee: null,
      reimbursementConditions: null,
    });
    expect(outcome(parseWith(parsePresentations, PRESENTATION, { 7: '', 5: '' }))).toMatchObject({
      hospitals: null,
      declarationDate: null,
    });
  });

  it.each([
    ['a CIS of 7 digits', { 0: '6000000' }, 'bad_code'],
    ['a CIP7 of 6', { 1: '494972' }, 'bad_code'],
    ['a CIP13 of 12', { 6: '340094949729' }, 'bad_code'],
    ['no date', { 5: '99/99/9999' }, 'bad_date'],
    ['a word as price', { 10: 'gratuit' }, 'bad_number'],
    ['a word as rate', { 8: 'beaucoup' }, 'bad_number'],
    ['no label', { 2: '' }, 'unknown_value'],
    ['neither oui nor non', { 7: 'parfois' }, 'unknown_value'],
    ['a fourteenth cell', { 12: 'a\tb' }, 'wrong_column_count'],
  ])('rejects a row with %s', (_, changes, reason) => {
    expect(outcome(parseWith(parsePresentations, PRESENTATION, changes))).toBe(reason);
  });
});

describe('readPrice', () => {
  it.each([
    ['24,34', '24.34'],
    ['0,00', '0.00'],
    ['1,466,29', '1466.29'],
    ['12,345,678,90', '12345678.90'],
    ['1466,29', '1466.29'],
    ['7', '7.00'],
    ['7,5', '7.50'],
    ['', null],
  ])('reads %p as %p', (cell, price) => {
    expect(readPrice(cell)).toBe(price);
  });

  it.each(['1,466', '24.34', '-1,00', '1,46,29', '1,466,2999', ',50', '1 466,29', '99999999999,00'])(
    'refuses %s',
    (cell) => {
      expect(readPrice(cell)).toBeUndefined();
    },
  );

  it('loses no cent of any price', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (cents) => {
        const [euros = '', rest = ''] = (cents / 100).toFixed(2).split('.');
        const cell = `${euros.replace(/\B(?=(\d{3})+$)/g, ',')},${rest}`;
        expect(readPrice(cell)).toBe(`${euros}.${rest}`);
      }),
    );
  });
});

const COMPOSITION = ['60000001', 'comprimé', '02500', 'EXEMPLARINE', '500 mg', 'un comprimé', 'SA', '1'];

describe('parseComposition', () => {
  it('reads every column, with eight cells or an empty ninth', () => {
    const row = {
      cis: '60000001',
      element: 'comprimé',
      code: '02500',
      name: 'EXEMPLARINE',
      dosage: '500 mg',
      dosageReference: 'un comprimé',
      nature: 'SA',
      link: '1',
    };
    expect(outcome(parseWith(parseComposition, COMPOSITION))).toEqual(row);
    expect(outcome(parseWith(parseComposition, [...COMPOSITION, '']))).toEqual(row);
    expect(outcome(parseWith(parseComposition, COMPOSITION, { 4: '', 5: '', 6: 'FT' }))).toEqual({
      ...row,
      dosage: null,
      dosageReference: null,
      nature: 'FT',
    });
  });

  it.each([
    ['a code of 4 digits', { 2: '2500' }, 'bad_code'],
    ['a CIS of letters', { 0: 'ABCDEFGH' }, 'bad_code'],
    ['no link number', { 7: '' }, 'bad_number'],
    ['another nature', { 6: 'XX' }, 'unknown_value'],
    ['no name', { 3: '' }, 'unknown_value'],
    ['cells moved to the right', { 4: '\t\t\t500 mg' }, 'wrong_column_count'],
  ])('rejects a row with %s', (_, changes, reason) => {
    expect(outcome(parseWith(parseComposition, COMPOSITION, changes))).toBe(reason);
  });

  it('rejects a row that is cut', () => {
    expect(outcome(parseWith(parseComposition, COMPOSITION.slice(0, 7)))).toBe('wrong_column_count');
  });
});

describe('any text', () => {
  it.each<[string, RowParser<unknown>]>([
    ['CIS_bdpm', parseSpecialities],
    ['CIS_CIP_bdpm', parsePresentations],
    ['CIS_COMPO_bdpm', parseComposition],
  ])('is accepted or rejected as a row of %s, never dropped', (_, parse) => {
    const cell = fc.oneof(fc.constantFrom(...PRESENTATION, ...COMPOSITION, '\0'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 14 })), (rows) => {
        const block = lines(...rows.map((cells) => cells.join('\t')));
        const spoken = block.filter((line) => line.text.trim() !== '').map((line) => line.number);
        expect([...parse(block)].map((item) => item.line)).toEqual(spoken);
      }),
    );
  });
});
