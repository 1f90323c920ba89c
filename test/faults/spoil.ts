import { gzipSync } from 'node:zlib';
import type { Random } from '../../src/demo/random.js';

/** A fault of a whole file: its name and bytes afterwards, and what the one line about it says. */
export interface FileFault {
  name: string;
  spoil: (file: string, bytes: Buffer, random: Random) => { file?: string; bytes: Buffer };
  says: RegExp;
}

const gzipped = (file: string): string => `${file}.gz`;

export const FILE_FAULTS: readonly FileFault[] = [
  { name: 'no bytes', spoil: () => ({ bytes: Buffer.alloc(0) }), says: /is empty/ },
  { name: 'white space', spoil: () => ({ bytes: Buffer.from('\ufeff \r\n\t\n\n') }), says: /is empty/ },
  {
    name: 'UTF-16, the small end first',
    spoil: (_, bytes) => ({ bytes: Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le') }),
    says: /UTF-16/,
  },
  {
    name: 'UTF-16, the big end first',
    spoil: (_, bytes) => ({ bytes: Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le').swap16() }),
    says: /UTF-16/,
  },
  { name: 'a PDF', spoil: (_, bytes) => ({ bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]) }), says: /a PDF/ },
  {
    name: 'a spreadsheet',
    spoil: (_, bytes) => ({ bytes: Buffer.concat([Buffer.from('PK\x03\x04'), bytes]) }),
    says: /ZIP archive or a spreadsheet/,
  },
  { name: 'gzipped under a plain name', spoil: (_, bytes) => ({ bytes: gzipSync(bytes) }), says: /holds gzipped/ },
  {
    name: 'gzipped twice',
    spoil: (file, bytes) => ({ file: gzipped(file), bytes: gzipSync(gzipSync(bytes)) }),
    says: /holds gzipped/,
  },
  {
    name: 'a gzip that was cut',
    spoil: (file, bytes, random) => {
      const packed = gzipSync(bytes);
      return { file: gzipped(file), bytes: packed.subarray(0, random.between(1, packed.length - 1)) };
    },
    says: /ends too early|not a sound gzip/,
  },
  {
    name: 'a gzip with a wrong sum',
    spoil: (file, bytes, random) => {
      const packed = gzipSync(bytes);
      const at = packed.length - 1 - random.below(8);
      packed[at] = (packed[at] ?? 0) ^ 0xff;
      return { file: gzipped(file), bytes: packed };
    },
    says: /not a sound gzip/,
  },
];

/** A fault of some rows. `rejects`: whether at least one row cannot be used then; null where it depends. */
export interface RowFault {
  name: string;
  spoil: (rows: string[], separator: string, random: Random) => string[] | Buffer;
  rejects: boolean | null;
}

const inOneRow =
  (change: (row: string, separator: string, random: Random) => string): RowFault['spoil'] =>
  (rows, separator, random) => {
    const at = random.below(rows.length);
    return rows.map((row, i) => (i === at ? change(row, separator, random) : row));
  };

const inOneCell = (change: (cell: string) => string): RowFault['spoil'] =>
  inOneRow((row, separator, random) => {
    const cells = row.split(separator);
    const at = random.below(cells.length);
    return cells.map((cell, i) => (i === at ? change(cell) : cell)).join(separator);
  });

const EXTREMES = ['99999999999999999999', '-1', '1e308', 'NaN', '31/02/2020', '00/00/0000', '29/02/2023', '٣', '0x1F'];

export const ROW_FAULTS: readonly RowFault[] = [
  {
    name: 'bits turned over',
    rejects: null,
    spoil: (rows, _, random) => {
      const bytes = Buffer.from(rows.map((row) => `${row}\n`).join(''));
      for (let i = 0; i < 8; i += 1) {
        const at = random.below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      }
      return bytes;
    },
  },
  {
    name: 'the end cut off',
    rejects: null,
    spoil: (rows, _, random) => {
      const bytes = Buffer.from(rows.map((row) => `${row}\n`).join(''));
      return bytes.subarray(0, random.between(1, bytes.length - 1));
    },
  },
  { name: 'a NUL in a cell', rejects: true, spoil: inOneCell((cell) => `${cell}\0`) },
  { name: 'a row cut after its first cell', rejects: true, spoil: inOneRow((row, sep) => row.split(sep)[0] ?? '') },
  { name: 'a row with cells too many', rejects: true, spoil: inOneRow((row, sep) => `${row}${sep}x${sep}y`) },
  { name: 'a row of another file', rejects: true, spoil: inOneRow(() => '<!doctype html>') },
  {
    name: 'a column left out',
    rejects: null,
    spoil: (rows, sep, random) => {
      const at = random.below(3);
      return rows.map((row) => row.split(sep).toSpliced(at, 1).join(sep));
    },
  },
  {
    name: 'a column given twice',
    rejects: null,
    spoil: (rows, sep) => rows.map((row) => `${row.split(sep)[0] ?? ''}${sep}${row}`),
  },
  {
    name: 'columns turned round',
    rejects: true,
    spoil: (rows, sep) => rows.map((row) => row.split(sep).reverse().join(sep)),
  },
  { name: 'every row twice', rejects: null, spoil: (rows) => [...rows, ...rows] },
  {
    name: 'an extreme number or date',
    rejects: null,
    spoil: (rows, sep, random) => inOneCell(() => random.pick(EXTREMES))(rows, sep, random),
  },
  { name: 'a quote that does not close', rejects: null, spoil: inOneCell((cell) => `"${cell}`) },
  { name: 'a very long cell', rejects: null, spoil: inOneCell((cell) => `${cell}${'x'.repeat(100_000)}`) },
  { name: 'a line too long to be one', rejects: true, spoil: inOneRow((row) => `${row}${'x'.repeat(1_100_000)}`) },
  {
    name: 'one row in Latin-1, the others in UTF-8',
    rejects: null,
    spoil: (rows) => Buffer.concat(rows.map((row, i) => Buffer.from(`${row} é\n`, i === 0 ? 'latin1' : 'utf8'))),
  },
  {
    name: 'bytes that are no UTF-8',
    rejects: null,
    spoil: (rows) => Buffer.concat([...rows.map((row) => Buffer.from(`${row}\n`)), Buffer.from('c0af80fe\n', 'hex')]),
  },
  {
    name: 'UTF-16 without a mark',
    rejects: true,
    spoil: (rows) => Buffer.from(rows.map((row) => `${row}\n`).join(''), 'utf16le'),
  },
  { name: 'carriage returns alone', rejects: null, spoil: (rows) => Buffer.from(rows.join('\r')) },
];
