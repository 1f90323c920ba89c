import { SourceError } from '../source-error.js';
import { atcAncestors, isAtcCode } from './codes.js';
import { atcLabelsParser } from './labels.js';

describe('ATC codes', () => {
  it('are those of the five levels', () => {
    expect(['N', 'N02', 'N02B', 'N02BE', 'N02BE01'].every(isAtcCode)).toBe(true);
    expect(['', 'n', 'N0', 'N2', 'N02b', 'N02BE0', 'N02BE011', 'NN2', '02'].some(isAtcCode)).toBe(false);
  });
  it('stand under the codes that they begin with', () => {
    expect(atcAncestors('N02BE01')).toEqual(['N', 'N02', 'N02B', 'N02BE']);
    expect(atcAncestors('N02B')).toEqual(['N', 'N02']);
    expect(atcAncestors('N')).toEqual([]);
  });
});

describe('atcLabelsParser', () => {
  const parse = (header: string, ...texts: string[]): unknown[] =>
    [...atcLabelsParser({ number: 1, text: header })(texts.map((text, i) => ({ number: i + 2, text })))].map(
      (parsed) => (parsed.ok ? parsed.row : parsed.reason),
    );

  it('reads labels by the header, quoted ones too', () => {
    expect(parse('code;label', 'N;SYSTÈME NERVEUX', 'C03A;"DIURÉTIQUES ""LOW-CEILING"", THIAZIDIQUES"')).toEqual([
      { code: 'N', label: 'SYSTÈME NERVEUX' },
      { code: 'C03A', label: 'DIURÉTIQUES "LOW-CEILING", THIAZIDIQUES' },
    ]);
    expect(parse('LABEL;note;Code', 'DOULEUR;x;N02')).toEqual([{ code: 'N02', label: 'DOULEUR' }]);
  });
  it('rejects what is no code, and codes without label', () => {
    expect(parse('code;label', 'N2;x', 'N02; ', 'N02', 'N02;a;b', 'N02;"a')).toEqual([
      'bad_code',
      'unknown_value',
      'wrong_column_count',
      'wrong_column_count',
      'unreadable',
    ]);
  });
  it('refuses a header without the columns', () => {
    expect(() => parse('code;libellé')).toThrow(
      new SourceError('ATC labels: the header lacks the required column label'),
    );
  });
});
