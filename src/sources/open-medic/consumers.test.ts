import fc from 'fast-check';
import type { Parsed } from '../rows.js';
import { SourceError } from '../source-error.js';
import { consumersParser } from './consumers.js';
import type { ConsumersRow } from './rows.js';

const OLDER = { number: 1, text: 'CIP13;AGE;sexe;REM;BSE;BOITES;nbc' };
const NEWER = { number: 1, text: 'CIP13;l_cip13;AGE;sexe;nbc;REM;BSE;BOITES' };
const ROW: ConsumersRow = { cip13: '3400949497294', year: 2019, sex: 'female', ageGroup: '60+', consumers: 88 };

const parse = (text: string, header = NEWER): Parsed<ConsumersRow>[] => [
  ...consumersParser(header, 2019)([{ number: 2, text }]),
];

describe('consumersParser', () => {
  it('reads the columns of older and newer years', () => {
    const accepted = [{ ok: true, line: 2, row: ROW }];
    expect(parse('3400949497294;60;2;1.352,34;2.080,52;213;88', OLDER)).toEqual(accepted);
    expect(parse('3400949497294;ANASTROZOLE 1MG CPR 30;60;2;88;1352,34;2080,52;213')).toEqual(accepted);
    expect(parse('88;2;60;3400949497294', { number: 1, text: 'NBC;SEXE;Âge;cip13' })).toEqual(accepted);
  });

  it.each([
    ['0', '0-19'],
    ['20', '20-59'],
    ['60', '60+'],
    ['99', 'unknown'],
  ])('reads AGE %s as %s', (cell, ageGroup) => {
    expect(parse(`3400949497294;A;${cell};1;5;1;1;1`)).toMatchObject([{ row: { ageGroup, sex: 'male' } }]);
  });

  it('reads an unknown sex', () => {
    expect(parse('3400949497294;A;60;9;5;1;1;1')).toMatchObject([{ row: { sex: 'unknown' } }]);
  });

  it.each(['-12,5', '1 352,34', '1.352.000', '-1.352,34', '0', ''])('allows the amount %p', (amount) => {
    expect(parse(`3400949497294;A;60;2;88;${amount};${amount};${amount}`)).toEqual([{ ok: true, line: 2, row: ROW }]);
  });

  it.each([
    ['340094949729;A;60;2;88;1;1;1', 'bad_code'],
    ['3400949497294;A;60;2;-1;1;1;1', 'bad_number'],
    ['3400949497294;A;60;2;;1;1;1', 'bad_number'],
    ['3400949497294;A;60;2;1.000;1;1;1', 'bad_number'],
    ['3400949497294;A;60;2;8,5;1;1;1', 'bad_number'],
    ['3400949497294;A;60;2;88;1352.34;1;1', 'bad_number'],
    ['3400949497294;A;60;2;88;1;1.35,2;1', 'bad_number'],
    ['3400949497294;A;60;2;88;1;1;beaucoup', 'bad_number'],
    ['3400949497294;A;40;2;88;1;1;1', 'unknown_value'],
    ['3400949497294;A;;2;88;1;1;1', 'unknown_value'],
    ['3400949497294;A;60;3;88;1;1;1', 'unknown_value'],
    ['3400949497294;A;60;2', 'wrong_column_count'],
    ['3400949497294;A;60;2;88;1;1;1;1', 'wrong_column_count'],
    ['3400949497294;"A;60;2;88;1;1;1', 'unreadable'],
  ])('rejects %s as %s, keeping its text', (text, reason) => {
    expect(parse(text)).toEqual([{ ok: false, line: 2, reason, text }]);
  });

  it('accepts a pack, age and sex given twice: they add up', () => {
    const lines = [2, 3].map((number) => ({ number, text: '3400949497294;A;60;2;88;1;1;1' }));
    expect([...consumersParser(NEWER, 2019)(lines)].map((item) => item.ok)).toEqual([true, true]);
  });

  it('fails for a header without a required column, naming the year', () => {
    expect(() => consumersParser({ number: 1, text: 'CIP13;AGE;REM' }, 2016)).toThrow(
      new SourceError('NB_2016_cip13_age_sexe: the header lacks the required columns sexe, nbc'),
    );
  });

  it('reads any amount of any writing', () => {
    const separator = fc.constantFrom('', '.', ' ', '\u00a0', '\u202f');
    fc.assert(
      fc.property(fc.integer(), separator, fc.nat({ max: 99 }), (euros, thousands, cents) => {
        const amount = `${String(euros).replace(/\B(?=(\d{3})+$)/g, thousands)},${cents}`;
        expect(parse(`3400949497294;A;60;2;88;${amount};1;1`)).toEqual([{ ok: true, line: 2, row: ROW }]);
      }),
    );
  });
});
