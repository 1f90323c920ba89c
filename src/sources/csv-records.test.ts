import fc from 'fast-check';
import { splitCells } from './csv.js';
import { csvRecords, LONGEST_RECORD } from './csv-records.js';
import type { Line } from './rows.js';

const numbered = (texts: readonly string[]): Line[] => texts.map((text, i) => ({ number: i + 1, text }));

/** The records of lines that come in blocks of `size`. */
async function records(texts: readonly string[], size = texts.length): Promise<Line[]> {
  const lines = numbered(texts);
  async function* blocks(): AsyncGenerator<Line[]> {
    for (let at = 0; at < lines.length; at += size) yield await Promise.resolve(lines.slice(at, at + size));
  }
  const found: Line[] = [];
  for await (const block of csvRecords(blocks())) found.push(...block);
  return found;
}

describe('csvRecords', () => {
  it('leaves lines alone that are records', async () => {
    const texts = ['a;b', '"a";"b;c"', '', 'STEROGYL 15 "H";b', 'a; "b'];
    expect(await records(texts)).toEqual(numbered(texts));
  });

  it('joins the lines of a quoted cell, blank ones too, under the number of the first', async () => {
    expect(await records(['a;b', '1;"x', '', ' ""y""";2', '"p', 'q"', 'c'])).toEqual([
      { number: 1, text: 'a;b' },
      { number: 2, text: '1;"x\n\n ""y""";2' },
      { number: 5, text: '"p\nq"' },
      { number: 7, text: 'c' },
    ]);
  });

  it('lets a quote that never closes take its own line only', async () => {
    const texts = ['a;b', '1;"x', '2;y', '3;z'];
    expect(await records(texts)).toEqual(numbered(texts));
  });

  it('lets a stray quote take no line up to the next quoted cell', async () => {
    expect(await records(['1;"x', '2;y', '3;"z;', 'z"', '4;"u"'])).toEqual([
      { number: 1, text: '1;"x' },
      { number: 2, text: '2;y' },
      { number: 3, text: '3;"z;\nz"' },
      { number: 5, text: '4;"u"' },
    ]);
  });

  it('joins as many lines as it says, and no more', async () => {
    const cell = (lines: number): string[] => ['"', ...Array.from({ length: lines - 2 }, () => 'x'), '"'];
    expect(await records(cell(LONGEST_RECORD), 7)).toHaveLength(1);
    const longer = cell(LONGEST_RECORD + 1);
    expect(await records(longer, 7)).toEqual(numbered(longer));
  });

  it('gives the same records whatever the blocks', async () => {
    const line = fc.constantFrom('a;b', '"a', 'b"', '"a;b"', '', 'x;"y', '""', '"a""b', 'c";d', '"x" y');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (texts, size) => {
          expect(await records(texts, size)).toEqual(await records(texts));
        },
      ),
    );
  });

  it('gives back any rows that were written quoted', async () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', ' ') }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1 }), async (rows) => {
        const file = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');
        expect((await records(file.split('\n'))).map(({ text }) => splitCells(text))).toEqual(rows);
      }),
    );
  });
});
