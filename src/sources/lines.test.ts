import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Encoding } from './inspect.js';
import { LONGEST_LINE, pickLines, readLines } from './lines.js';
import type { Line } from './rows.js';
import { SourceError } from './source-error.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(content: Buffer | string, encoding: Encoding = 'utf-8', name = 'a.txt'): Promise<Line[]> {
  const path = join(folder, name);
  await writeFile(path, content);
  const lines: Line[] = [];
  for await (const block of readLines(path, encoding)) lines.push(...block);
  return lines;
}

const numbered = (...texts: string[]): Line[] => texts.map((text, i) => ({ number: i + 1, text }));

describe('readLines', () => {
  it.each([
    ['LF', 'a\nb\n', numbered('a', 'b')],
    ['CRLF', 'a\r\nb\r\n', numbered('a', 'b')],
    ['a missing last line end', 'a\nb', numbered('a', 'b')],
    ['more than one CR', 'a\r\r\nb\r\n', numbered('a', 'b')],
    ['a CR inside', 'a\rb\n', numbered('a\rb')],
    ['blank lines, which count', '\n\na\n', numbered('', '', 'a')],
    ['a byte order mark', '\ufeffa\nb\n', numbered('a', 'b')],
    ['a byte order mark and one line', '\ufeffa', numbered('a')],
  ])('reads lines with %s', async (_, content, lines) => {
    expect(await linesOf(content)).toEqual(lines);
  });

  it('decodes Windows-1252, its typographic characters included', async () => {
    const bytes = Buffer.from([0x6c, 0x92, 0xe9, 0x74, 0xe9, 0x0a, 0x80, 0x9c]);
    expect(await linesOf(bytes, 'windows-1252')).toEqual(numbered('l’été', '€œ'));
  });

  it('gunzips', async () => {
    expect(await linesOf(gzipSync('été\nb'), 'utf-8', 'a.txt.gz')).toEqual(numbered('été', 'b'));
  });

  it('gives the same lines wherever the chunks end', async () => {
    const texts = Array.from({ length: 100_000 }, (_, i) => `${i} été ${'€😀'.repeat(i % 7)}`);
    expect(await linesOf(`${texts.join('\r\n')}\r\n`)).toEqual(numbered(...texts));
  });

  it('gives back any lines, in blocks', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '€', '\t', '"', ' ', ';') });
    const end = fc.constantFrom('\n', '\r\n', '\r\r\n');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, end), { maxLength: 30 }), async (lines) => {
        const content = lines.map(([line, lineEnd]) => line + lineEnd).join('');
        expect(await linesOf(content)).toEqual(numbered(...lines.map(([line]) => line)));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a long line whole and only the marked start of a longer one', async () => {
    const long = 'x'.repeat(LONGEST_LINE - 10);
    const lines = await linesOf(`a\n${long}\n${'y'.repeat(3 * LONGEST_LINE)}\nb\n${'z'.repeat(2 * LONGEST_LINE)}`);
    expect(lines.map((line) => [line.number, line.text.length])).toEqual([
      [1, 1],
      [2, LONGEST_LINE - 10],
      [3, 1025],
      [4, 1],
      [5, 1025],
    ]);
    expect(lines[2]?.text).toBe(`${'y'.repeat(1024)}\0`);
    expect(lines[3]?.text).toBe('b');
  });

  it('waits for its reader, and lets go of the file when the reader leaves', async () => {
    const path = join(folder, 'large.txt');
    await writeFile(path, 'a line\n'.repeat(500_000));
    let blocks = 0;
    for await (const block of readLines(path, 'utf-8')) {
      blocks += 1;
      expect(block.length).toBeLessThan(50_000);
      if (blocks === 2) break;
    }
    expect(blocks).toBe(2);
  });

  it('says in one line that a gzip is truncated', async () => {
    const zip = gzipSync(Array.from({ length: 50_000 }, (_, i) => `line ${i * 7919}`).join('\n'));
    await expect(linesOf(zip.subarray(0, 20_000), 'utf-8', 'cut.txt.gz')).rejects.toEqual(
      new SourceError('cut.txt.gz is a gzip that ends too early: get the file again'),
    );
  });
});

describe('pickLines', () => {
  it('gives the lines of these numbers as readLines has them, and leaves out those that are not there', async () => {
    const path = join(folder, 'picked.txt');
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ';', '\r') });
    const lines = fc.array(text, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lines, fc.uniqueArray(fc.integer({ min: 1, max: 14 })), async (texts, some) => {
        await writeFile(path, texts.join('\n'));
        const all: Line[] = [];
        for await (const block of readLines(path, 'utf-8')) all.push(...block);
        const numbers = some.sort((a, b) => a - b);
        const picked: Line[] = [];
        for await (const line of pickLines(path, 'utf-8', oneByOne(numbers))) picked.push(line);
        expect(picked).toEqual(all.filter(({ number }) => numbers.includes(number)));
      }),
      { numRuns: 50 },
    );
  });

  it('finds them wherever the chunks end', async () => {
    const texts = Array.from({ length: 50_000 }, (_, i) => `${i} été ${'x'.repeat(i % 17)}`);
    const path = join(folder, 'many.txt.gz');
    await writeFile(path, gzipSync(texts.join('\r\n')));
    const numbers = texts.flatMap((_, i) => (i % 997 === 0 ? [i + 1] : []));
    const picked: Line[] = [];
    for await (const line of pickLines(path, 'utf-8', oneByOne(numbers))) picked.push(line);
    expect(picked).toEqual(numbers.map((number) => ({ number, text: texts[number - 1] })));
  });

  async function* oneByOne(numbers: readonly number[]): AsyncGenerator<number> {
    yield* numbers;
    await Promise.resolve();
  }
});
