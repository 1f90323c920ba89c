import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { inspect } from './inspect.js';
import { SourceError } from './source-error.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: Buffer | string): Promise<{ path: string; name: string }> {
  const path = join(folder, name);
  await writeFile(path, content);
  return { path, name: `bdpm/${name}` };
}

describe('inspect', () => {
  it('gives hash and size of the bytes on the disk', async () => {
    const zipped = gzipSync('été\n');
    expect(await inspect(await file('a.txt.gz', zipped))).toEqual({
      sha256: createHash('sha256').update(zipped).digest('hex'),
      bytes: zipped.length,
      encoding: 'utf-8',
    });
  });

  it.each([
    ['ASCII', Buffer.from('abc'), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffété'), 'utf-8'],
    ['Windows-1252', Buffer.from([0x6c, 0x92, 0xe9, 0x74, 0xe9]), 'windows-1252'],
    ['UTF-8 cut in its last character', Buffer.from('été').subarray(0, 4), 'windows-1252'],
    [
      'one Windows-1252 byte after much UTF-8',
      Buffer.concat([Buffer.from('é'.repeat(300_000)), Buffer.of(0xe9)]),
      'windows-1252',
    ],
    ['a NUL byte in the text', Buffer.from('ab\0c'), 'utf-8'],
  ])('finds the encoding of %s', async (_, content, encoding) => {
    expect((await inspect(await file('encoding.txt', content))).encoding).toBe(encoding);
  });

  it.each([0, 1, 2, 3])('joins characters that lie across the border of chunks, %i bytes off', async (offset) => {
    const text = 'a'.repeat(offset) + '€😀é'.repeat(150_000);
    expect((await inspect(await file('border.txt', text))).encoding).toBe('utf-8');
    const zipped = await file('border.txt.gz', gzipSync(text));
    expect((await inspect(zipped)).encoding).toBe('utf-8');
  });

  it('agrees with a decoder of whole files', async () => {
    const piece = fc.constantFrom([0x61], [0xc3, 0xa9], [0xe2, 0x82, 0xac], [0xf0, 0x9f, 0x98, 0x80], [0xe9], [0xc3]);
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
        const content = Buffer.concat([Buffer.from('x'), ...pieces.map((bytes) => Buffer.from(bytes))]);
        let encoding = 'utf-8';
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(content);
        } catch {
          encoding = 'windows-1252';
        }
        expect((await inspect(await file('any.txt', content))).encoding).toBe(encoding);
      }),
    );
  });

  const zip = gzipSync(Array.from({ length: 50_000 }, (_, i) => `line ${i * 7919}`).join('\n'));
  const corrupt = Buffer.from(zip);
  corrupt.fill(0xaa, 1000, 1200);
  it.each([
    ['empty.txt', Buffer.alloc(0), 'bdpm/empty.txt is empty: get the file again'],
    ['blank.txt', Buffer.from('\ufeff\r\n \t\n'), 'bdpm/blank.txt is empty: get the file again'],
    ['empty.txt.gz', Buffer.alloc(0), 'bdpm/empty.txt.gz is empty: get the file again'],
    ['nothing.txt.gz', gzipSync(''), 'bdpm/nothing.txt.gz is empty: get the file again'],
    [
      'cut.txt.gz',
      zip.subarray(0, zip.length / 2),
      'bdpm/cut.txt.gz is a gzip that ends too early: get the file again',
    ],
    ['corrupt.txt.gz', corrupt, 'bdpm/corrupt.txt.gz is not a sound gzip: get the file again'],
    ['plain.txt.gz', Buffer.from('text'), 'bdpm/plain.txt.gz is not a sound gzip: get the file again'],
    [
      'pdf.txt',
      Buffer.from('%PDF-1.7 …'),
      'bdpm/pdf.txt is a PDF, not the text file of that name: put that in its place',
    ],
    [
      'sheet.csv.gz',
      gzipSync('PK\u0003\u0004…'),
      'bdpm/sheet.csv.gz is a ZIP archive or a spreadsheet, not the text file of that name: put that in its place',
    ],
    [
      'zipped.txt',
      gzipSync('text'),
      'bdpm/zipped.txt holds gzipped bytes: gunzip it, or once only and with .gz at the end of its name',
    ],
    [
      'wide.txt',
      Buffer.from('\ufefftext', 'utf16le'),
      'bdpm/wide.txt is UTF-16 text, not the text file of that name: put that in its place',
    ],
  ])('refuses %s in one line', async (name, content, message) => {
    await expect(inspect(await file(name, content))).rejects.toEqual(new SourceError(message));
  });

  it('refuses what is not there and what is a folder', async () => {
    await mkdir(join(folder, 'sub.txt'));
    await expect(inspect({ path: join(folder, 'no.txt'), name: 'bdpm/no.txt' })).rejects.toThrow(
      /^bdpm\/no\.txt is not there/,
    );
    await expect(inspect({ path: join(folder, 'sub.txt'), name: 'bdpm/sub.txt' })).rejects.toThrow(
      /^bdpm\/sub\.txt is a folder/,
    );
  });
});
