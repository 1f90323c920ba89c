import { rowParser, withLineText, withoutText } from './row-parser.js';
import { rejectOf, type Line } from './rows.js';

const lines = (...texts: string[]): Line[] => texts.map((text, i) => ({ number: i + 1, text }));
const parse = rowParser((text) => (text.startsWith('bad') ? 'bad_code' : { code: text }));

describe('rowParser', () => {
  it('accepts, rejects with the text, and passes over blank lines', () => {
    expect([...parse(lines('a', '', ' \t ', 'bad one', '\u00a0'))]).toEqual([
      { ok: true, line: 1, row: { code: 'a' } },
      { ok: false, line: 4, reason: 'bad_code', text: 'bad one' },
    ]);
  });

  it('rejects a line with a NUL character, in a text that PostgreSQL can hold', () => {
    expect([...parse(lines('a\0b'))]).toEqual([{ ok: false, line: 1, reason: 'unreadable', text: 'a\uFFFDb' }]);
  });

  it('keeps nothing of a row that speaks of a person', () => {
    const personal = rowParser(() => 'bad_date' as const, withoutText);
    expect([...personal(lines('a name'))]).toEqual([{ ok: false, line: 1, reason: 'bad_date', text: null }]);
  });

  it('reads a line whose first letter is not ASCII', () => {
    expect([...parse(lines('École'))]).toEqual([{ ok: true, line: 1, row: { code: 'École' } }]);
  });
});

describe('withLineText', () => {
  it('gives each accepted row the text of its own line, and leaves rejects as they are', () => {
    expect([...withLineText(parse)(lines('a', '', 'bad', 'b'))]).toEqual([
      { ok: true, line: 1, row: { row: { code: 'a' }, text: 'a' } },
      { ok: false, line: 3, reason: 'bad_code', text: 'bad' },
      { ok: true, line: 4, row: { row: { code: 'b' }, text: 'b' } },
    ]);
  });
});

describe('rejectOf', () => {
  it('keeps no text when there is none to keep', () => {
    expect(rejectOf(7, 'orphan', null)).toEqual({ ok: false, line: 7, reason: 'orphan', text: null });
  });
});
