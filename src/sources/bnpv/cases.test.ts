import fc from 'fast-check';
import type { Parsed } from '../rows.js';
import { SourceError } from '../source-error.js';
import { casesParser } from './cases.js';
import type { CaseRow } from './rows.js';

const CELLS = {
  AER_ID: '104211',
  CAS: 'BX20190417',
  VER: '2',
  NOTIF: '14/03/2019',
  SEXE: 'F',
  AGE: '62,5',
  U_AGE: 'ANS',
  DATE_NAISS: '',
  TYP_NOTIF: 'Médecin spécialiste',
  TYP_EFFET: '',
  GRAVE: 'OUI',
  DECES: 'NON',
  PRO_V: 'NON',
  HOSPI: 'OUI',
  INCAP: 'NON',
  ANO_C: 'NON',
  AUTRE: 'NON',
  PAYS_SURVENUE: 'France',
  PAYS_CAS: 'France',
};
type Cells = Partial<typeof CELLS>;
const HEADER = { number: 1, text: Object.keys(CELLS).join(';') };

function parseText(text: string): Parsed<CaseRow> {
  const [parsed] = [...casesParser(HEADER)([{ number: 2, text }])];
  if (!parsed) throw new Error('nothing was yielded');
  return parsed;
}
function textOf(changes: Cells = {}): string {
  return Object.values({ ...CELLS, ...changes }).join(';');
}
function rowOf(changes: Cells): CaseRow {
  const parsed = parseText(textOf(changes));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.row;
}

describe('casesParser', () => {
  it('reads a row, and derives what is counted', () => {
    expect(parseText(textOf())).toEqual({
      ok: true,
      line: 2,
      row: {
        aerId: '104211',
        cas: 'BX20190417',
        version: 2,
        year: 2019,
        sex: 'female',
        ageGroup: '60+',
        seriousness: 'serious',
        criteria: ['hospitalisation'],
        reporter: 'Médecin spécialiste',
        foreign: false,
      },
    });
  });

  it('finds columns in any order, without the optional ones, accents and case aside', () => {
    const optional = ['PAYS_SURVENUE', 'PAYS_CAS', 'TYP_EFFET'];
    const required = Object.entries(CELLS).filter(([name]) => !optional.includes(name));
    const names = required.map(([name]) => name).reverse();
    const text = required
      .map(([, cell]) => cell)
      .reverse()
      .join(';');
    const parse = casesParser({ number: 1, text: names.join(';').toLowerCase().replace('deces', 'décès') });
    expect([...parse([{ number: 2, text }])]).toEqual([
      { ok: true, line: 2, row: rowOf({ PAYS_SURVENUE: '', PAYS_CAS: '' }) },
    ]);
  });

  it('fails for a header without a required column', () => {
    const text = HEADER.text.replace('SEXE;', '').replace(';GRAVE', '');
    expect(() => casesParser({ number: 1, text })).toThrow(
      new SourceError('Cas-Patients: the header lacks the required columns SEXE, GRAVE'),
    );
  });

  it.each([
    ['no AER_ID', { AER_ID: ' ' }, 'bad_code', undefined],
    ['no CAS', { CAS: '' }, 'bad_code', undefined],
    ['no VER', { VER: '' }, 'bad_number', { aerId: '104211', cas: 'BX20190417' }],
    ['a broken VER', { VER: '1,5' }, 'bad_number', { aerId: '104211', cas: 'BX20190417' }],
    ['a negative VER', { VER: '-1' }, 'bad_number', { aerId: '104211', cas: 'BX20190417' }],
    ['a VER beyond the database', { VER: '2147483648' }, 'bad_number', { aerId: '104211', cas: 'BX20190417' }],
    ['no NOTIF', { NOTIF: '' }, 'bad_date', { aerId: '104211', cas: 'BX20190417' }],
    ['a NOTIF that is no day', { NOTIF: '30/02/2019' }, 'bad_date', { aerId: '104211', cas: 'BX20190417' }],
    ['a NOTIF long ago', { NOTIF: '31/12/1899' }, 'bad_date', { aerId: '104211', cas: 'BX20190417' }],
    ['a NOTIF far ahead', { NOTIF: '01/01/2101' }, 'bad_date', { aerId: '104211', cas: 'BX20190417' }],
    ['a cell too many', { PAYS_CAS: 'France;x' }, 'wrong_column_count', { aerId: '104211', cas: 'BX20190417' }],
    ['an open quote', { TYP_NOTIF: '"Médecin' }, 'unreadable', undefined],
    ['text after a quote', { TYP_NOTIF: '"Médecin" généraliste' }, 'unreadable', undefined],
    ['a NUL character', { TYP_NOTIF: 'M\0' }, 'unreadable', { aerId: '104211', cas: 'BX20190417' }],
    ['a NUL character in its key', { CAS: 'M\0' }, 'unreadable', undefined],
  ])('rejects a row with %s, keeping at most the case it names', (_, changes, reason, caseKey) => {
    const reject = { ok: false, line: 2, reason, text: null };
    expect(parseText(textOf(changes))).toEqual(caseKey ? { ...reject, caseKey } : reject);
  });

  it('rejects a row that ends before its required cells, not before the others', () => {
    const cells = textOf().split(';');
    expect(parseText(cells.slice(0, 16).join(';'))).toMatchObject({ ok: false, reason: 'wrong_column_count' });
    expect(parseText(cells.slice(0, 17).join(';'))).toMatchObject({ ok: true, row: { foreign: false } });
  });

  it.each([
    ['F', 'female'],
    ['M', 'male'],
    ['f', 'female'],
    ['', 'unknown'],
    ['I', 'unknown'],
    ['Masculin', 'unknown'],
  ])('reads SEXE %p as %s', (cell, sex) => {
    expect(rowOf({ SEXE: cell }).sex).toBe(sex);
  });

  it.each([
    ['OUI', 'serious'],
    ['oui', 'serious'],
    ['NON', 'non_serious'],
    ['', 'unknown'],
    ['?', 'unknown'],
  ])('reads GRAVE %p as %s', (cell, seriousness) => {
    expect(rowOf({ GRAVE: cell }).seriousness).toBe(seriousness);
  });

  it('reads every criterion', () => {
    const all = { DECES: 'OUI', PRO_V: 'OUI', HOSPI: 'OUI', INCAP: 'OUI', ANO_C: 'OUI', AUTRE: 'OUI' };
    const none = { DECES: 'NON', PRO_V: '', HOSPI: 'NON', INCAP: '?', ANO_C: 'NON', AUTRE: 'NON' };
    expect(rowOf(all).criteria).toEqual([
      'death',
      'life_threatening',
      'hospitalisation',
      'disability',
      'congenital_anomaly',
      'other',
    ]);
    expect(rowOf(none).criteria).toEqual([]);
  });

  it.each([
    ['France', 'France', false],
    ['FRANCE', ' france ', false],
    ['', '', false],
    ['Belgique', 'France', true],
    ['France', 'Belgique', true],
    ['', 'Espagne', true],
  ])('takes a case from %p and %p as foreign: %p', (happened, declared, foreign) => {
    expect(rowOf({ PAYS_SURVENUE: happened, PAYS_CAS: declared }).foreign).toBe(foreign);
  });

  it('takes an empty TYP_NOTIF as absent, and a quoted one without its quotes', () => {
    expect(rowOf({ TYP_NOTIF: '' }).reporter).toBeNull();
    expect(rowOf({ TYP_NOTIF: '"Patient; ou ""autre"""' }).reporter).toBe('Patient; ou "autre"');
  });

  it('accepts or rejects any row, and keeps no text of a rejected one', () => {
    const cell = fc.oneof(fc.constantFrom(...Object.values(CELLS), '"', '\0'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 21 })), (rows) => {
        const lines = rows.map((cells, i) => ({ number: i + 2, text: cells.join(';') }));
        const parsed = [...casesParser(HEADER)(lines)];
        expect(parsed.map((item) => item.line)).toEqual(
          lines.filter((line) => line.text.trim() !== '').map((line) => line.number),
        );
        expect(parsed.filter((item) => !item.ok && item.text !== null)).toEqual([]);
      }),
    );
  });
});
