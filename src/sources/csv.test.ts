import fc from 'fast-check';
import { cellAt, findColumns, readCells, splitCells } from './csv.js';
import { SourceError } from './source-error.js';

const header = (text: string) => ({ number: 1, text });

describe('splitCells', () => {
  it.each([
    ['a;b;c', ['a', 'b', 'c']],
    ['a;;', ['a', '', '']],
    ['', ['']],
    ['"a;b";c', ['a;b', 'c']],
    ['a;"b ""c"" d"', ['a', 'b "c" d']],
    ['"";""', ['', '']],
    ['"a" ;b', ['a', 'b']],
    ['EXEMPLARINE "FORT" 500 mg;b', ['EXEMPLARINE "FORT" 500 mg', 'b']],
    ['a; "b"', ['a', ' "b"']],
    ['a;b"', ['a', 'b"']],
    ['a;"b;c";', ['a', 'b;c', '']],
  ])('splits %s', (text, cells) => {
    expect(splitCells(text)).toEqual(cells);
  });

  it.each(['"a', 'a;"b;c', '"a"b;c', 'a;"b" c', '"a""'])('finds %s unreadable', (text) => {
    expect(splitCells(text)).toBeNull();
  });

  it('gives back any cells that were quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const text = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
        expect(splitCells(text)).toEqual(cells);
      }),
    );
  });

  it('takes quotes inside unquoted cells as they are', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ' ', '3', ',') }).map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        expect(splitCells(cells.join(';'))).toEqual(cells);
      }),
    );
  });
});

describe('findColumns', () => {
  it('finds columns in any order, accents, case and quotes aside', () => {
    const columns = findColumns(
      header(' médicament ;other;"Aer_Id"'),
      'Médicaments',
      ['AER_ID', 'MEDICAMENT'],
      ['ROLE'],
    );
    expect(columns).toEqual({ at: { AER_ID: 2, MEDICAMENT: 0, ROLE: -1 }, width: 3, needed: 3 });
  });

  it('names the file and every required column that lacks', () => {
    expect(() => findColumns(header('a;b'), 'Effets', ['a', 'c', 'd'])).toThrow(
      new SourceError('Effets: the header lacks the required columns c, d'),
    );
    expect(() => findColumns(header('a;b'), 'Effets', ['a', 'c'])).toThrow(
      new SourceError('Effets: the header lacks the required column c'),
    );
  });

  it('refuses a column that is there twice, and an unreadable header', () => {
    expect(() => findColumns(header('a;b;A'), 'Effets', ['a'])).toThrow(
      'Effets: the header has more than one column a',
    );
    expect(() => findColumns(header('a;"b'), 'Effets', ['a'])).toThrow('quote that is not closed');
  });

  it('allows other columns twice', () => {
    expect(findColumns(header('x;a;x'), 'Effets', ['a']).at).toEqual({ a: 1 });
  });
});

describe('readCells', () => {
  const columns = findColumns(header('a;b;note;;'), 'Effets', ['a', 'b']);

  it.each([
    ['1;2;3', ['1', '2', '3']],
    ['1;2', ['1', '2']],
    ['1;2;3;; ', ['1', '2', '3', '', ' ']],
    ['1', 'wrong_column_count'],
    ['1;2;3;4', 'wrong_column_count'],
    ['1;"2', 'unreadable'],
  ])('reads %s', (text, cells) => {
    expect(readCells(text, columns)).toEqual(cells);
  });
});

describe('cellAt', () => {
  it('trims, and is empty where there is no such cell', () => {
    expect([cellAt([' a\u00a0'], 0), cellAt(['a'], 1), cellAt(['a'], -1)]).toEqual(['a', '', '']);
  });
});
