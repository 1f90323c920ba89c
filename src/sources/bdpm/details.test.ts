import type { Parsed, RowParser } from '../rows.js';
import { parseAvailability } from './availability.js';
import { parseConditions } from './conditions.js';
import { parseGenericMembers } from './generic-groups.js';
import { parseMajorInterest } from './major-interest.js';
import { parseOpinionLinks, parseOpinions } from './opinions.js';
import { parseSafetyNotices } from './safety-notices.js';

/** One row parsed, with some of its cells replaced. */
function outcome<T>(parse: RowParser<T>, cells: readonly string[], changes: Record<number, string> = {}): T | string {
  const text = cells.map((cell, i) => changes[i] ?? cell).join('\t');
  const [parsed] = [...parse([{ number: 1, text }])] as [Parsed<T>];
  return parsed.ok ? parsed.row : parsed.reason;
}

describe('parseGenericMembers', () => {
  const ROW = ['31', 'EXEMPLARINE 500 mg - EXEMPLIUM 500 mg, comprimé', '60000001', '1', '2'];
  it.each([
    ['0', 'reference'],
    ['1', 'generic'],
    ['2', 'complementary_generic'],
    ['4', 'substitutable'],
  ])('reads type %s as %s', (code, type) => {
    expect(outcome(parseGenericMembers, ROW, { 3: code })).toEqual({
      group: '31',
      label: ROW[1],
      cis: '60000001',
      type,
    });
  });
  it('reads the sixth column of older sets, when it is empty', () => {
    expect(outcome(parseGenericMembers, [...ROW, ''])).toMatchObject({ group: '31' });
  });
  it.each([
    [{ 0: 'A' }, 'bad_code'],
    [{ 2: '6000000' }, 'bad_code'],
    [{ 3: '3' }, 'unknown_value'],
    [{ 1: ' ' }, 'unknown_value'],
    [{ 4: '' }, 'bad_number'],
    [{ 1: 'a\tb' }, 'wrong_column_count'],
  ])('rejects %j: %s', (changes, reason) => {
    expect(outcome(parseGenericMembers, ROW, changes)).toBe(reason);
  });
});

describe('parseConditions', () => {
  it('reads a condition', () => {
    expect(outcome(parseConditions, ['60000001', ' liste I\r'])).toEqual({ cis: '60000001', condition: 'liste I' });
  });
  it.each([
    [['60000001', ''], 'unknown_value'],
    [['x', 'liste I'], 'bad_code'],
    [['60000001'], 'wrong_column_count'],
  ])('rejects %j: %s', (cells, reason) => {
    expect(outcome(parseConditions, cells)).toBe(reason);
  });
});

describe('parseOpinions', () => {
  const ROW = [
    '60000001',
    'CT-19691',
    'Inscription (CT)',
    '20220209',
    'Important',
    'Est important.<br>Chez l&#39;adulte.',
  ];
  it('reads every column, the label as text', () => {
    expect(outcome(parseOpinions, ROW)).toEqual({
      cis: '60000001',
      fileCode: 'CT-19691',
      reason: 'Inscription (CT)',
      date: '2022-02-09',
      value: 'Important',
      text: "Est important.\nChez l'adulte.",
    });
    expect(outcome(parseOpinions, ROW.slice(0, 5), { 2: '' })).toMatchObject({ reason: null, text: null });
  });
  it.each([
    [{ 0: '' }, 'bad_code'],
    [{ 1: 'CT 1' }, 'bad_code'],
    [{ 3: '20220230' }, 'bad_date'],
    [{ 3: '' }, 'bad_date'],
    [{ 3: '09/02/2022' }, 'bad_date'],
    [{ 4: '' }, 'unknown_value'],
    [{ 5: 'a\tb' }, 'wrong_column_count'],
  ])('rejects %j: %s', (changes, reason) => {
    expect(outcome(parseOpinions, ROW, changes)).toBe(reason);
  });
});

describe('parseOpinionLinks', () => {
  it('reads a file code and an address of the web, and nothing else', () => {
    const row = { fileCode: 'CT-1', address: 'https://exemple.invalid/1' };
    expect(outcome(parseOpinionLinks, ['CT-1', 'https://exemple.invalid/1'])).toEqual(row);
    expect(outcome(parseOpinionLinks, ['CT-1', 'javascript:alert(1)'])).toBe('unknown_value');
    expect(outcome(parseOpinionLinks, ['1', 'https://exemple.invalid/1'])).toBe('bad_code');
    expect(outcome(parseOpinionLinks, ['CT-1'])).toBe('wrong_column_count');
  });
});

describe('parseSafetyNotices', () => {
  const ROW = ['60000001', '2026-01-15', '2027-01-15', `<a href='https://exemple.invalid/1'>Rappel&nbsp;: usage</a>`];
  it('keeps of the link its text and its address', () => {
    const notice = { cis: '60000001', from: '2026-01-15', to: '2027-01-15', text: 'Rappel\u00a0: usage' };
    expect(outcome(parseSafetyNotices, ROW)).toEqual({ ...notice, address: 'https://exemple.invalid/1' });
    expect(outcome(parseSafetyNotices, ROW, { 2: '', 3: '<a href="javascript:alert(1)">Texte</a>' })).toEqual({
      ...notice,
      to: null,
      text: 'Texte',
      address: null,
    });
  });
  it.each([
    [{ 0: '1' }, 'bad_code'],
    [{ 1: '15/01/2026' }, 'bad_date'],
    [{ 2: '2027-02-29' }, 'bad_date'],
    [{ 3: '<a href="https://exemple.invalid/1"></a>' }, 'unknown_value'],
    [{ 3: 'a\tb' }, 'wrong_column_count'],
  ])('rejects %j: %s', (changes, reason) => {
    expect(outcome(parseSafetyNotices, ROW, changes)).toBe(reason);
  });
});

describe('parseAvailability', () => {
  const ADDRESS = 'https://exemple.invalid/disponibilites/a';
  const ROW = ['60000001', '', '1', 'Rupture de stock', '09/01/2026', '15/04/2026', '', ADDRESS];
  it('reads every column', () => {
    expect(outcome(parseAvailability, ROW)).toEqual({
      cis: '60000001',
      cip13: null,
      status: 'shortage',
      label: 'Rupture de stock',
      from: '2026-01-09',
      updated: '2026-04-15',
      back: null,
      address: ADDRESS,
    });
    const back = { 1: '3400949497294', 2: '4', 3: 'remise à disposition', 6: '16/04/2026', 7: 'ansm.sante.fr' };
    expect(outcome(parseAvailability, ROW, back)).toMatchObject({
      cip13: '3400949497294',
      status: 'back',
      label: 'remise à disposition',
      back: '2026-04-16',
      address: null,
    });
    expect([2, 3].map((code) => outcome(parseAvailability, ROW, { 2: String(code) }))).toMatchObject([
      { status: 'tension' },
      { status: 'discontinued' },
    ]);
  });
  it.each([
    [{ 0: '1' }, 'bad_code'],
    [{ 1: '4949729' }, 'bad_code'],
    [{ 2: '5' }, 'unknown_value'],
    [{ 2: '' }, 'unknown_value'],
    [{ 3: '' }, 'unknown_value'],
    [{ 5: '31/04/2026' }, 'bad_date'],
    [{ 7: 'a\tb' }, 'wrong_column_count'],
  ])('rejects %j: %s', (changes, reason) => {
    expect(outcome(parseAvailability, ROW, changes)).toBe(reason);
  });
});

describe('parseMajorInterest', () => {
  it('reads codes of any level', () => {
    for (const atc of ['N', 'N02', 'N02B', 'N02BE', 'N02BE01'])
      expect(outcome(parseMajorInterest, ['60000001', atc, 'NOM 10<sup>6</sup>', 'x'])).toEqual({
        cis: '60000001',
        atc,
      });
  });
  it.each([
    [['60000001', ''], 'bad_code'],
    [['60000001', 'N02BE0'], 'bad_code'],
    [['60000001', 'n02be01'], 'bad_code'],
    [['6000000', 'N02BE01'], 'bad_code'],
    [['60000001'], 'wrong_column_count'],
  ])('rejects %j: %s', (cells, reason) => {
    expect(outcome(parseMajorInterest, cells)).toBe(reason);
  });
});
