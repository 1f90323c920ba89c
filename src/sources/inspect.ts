import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readContent } from './content.js';
import { SourceError } from './source-error.js';

export type Encoding = 'utf-8' | 'windows-1252';

export interface Inspection {
  /** Hexadecimal, of the file's bytes as they lie on the disk. */
  readonly sha256: string;
  /** Size on the disk. */
  readonly bytes: number;
  readonly encoding: Encoding;
}

/**
 * Looks through a whole file once, in bounded memory: UTF-8 when all of its (gunzipped) content decodes as UTF-8, else
 * Windows-1252. Throws SourceError when the file cannot be read, is empty, is a truncated or corrupt gzip, or is
 * plainly no text. Source: sources.md, Text.
 */
export async function inspect(file: { readonly path: string; readonly name: string }): Promise<Inspection> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  let bytes = 0;
  let blank = true;
  let start = Buffer.alloc(0);
  const count = (chunk: Buffer): void => {
    hash.update(chunk);
    bytes += chunk.length;
  };
  for await (const chunk of readContent(file.path, file.name, count)) {
    if (start.length < START_SIZE) {
      start = Buffer.concat([start, chunk.subarray(0, START_SIZE)]);
      refuseOtherFormats(start, file.name);
    }
    utf8.add(chunk);
    blank &&= isBlank(chunk);
  }
  if (blank) throw new SourceError(`${file.name} is empty: get the file again`);
  return { sha256: hash.digest('hex'), bytes, encoding: utf8.holds() ? 'utf-8' : 'windows-1252' };
}

/** Whether a stream of chunks is UTF-8; a character may lie across the border of two chunks. */
class Utf8Check {
  private valid = true;
  private rest: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    if (!this.valid) return;
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const end = endOfWholeCharacters(bytes);
    this.valid = isUtf8(bytes.subarray(0, end));
    this.rest = Buffer.from(bytes.subarray(end));
  }

  holds(): boolean {
    return this.valid && this.rest.length === 0;
  }
}

/** Where a character starts that is not complete at the end of `bytes`; their length when there is none. */
function endOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    const isContinuation = (byte & 0xc0) === 0x80;
    if (isContinuation) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const WHITE_SPACE_AND_MARK = new Set([0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0xef, 0xbb, 0xbf]);

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => WHITE_SPACE_AND_MARK.has(byte));
}

const START_SIZE = 16;
/** First bytes, in hexadecimal, of what people put in place of a text file. */
const OTHER_FORMATS: readonly (readonly [start: string, what: string])[] = [
  ['25504446', 'a PDF'],
  ['504b0304', 'a ZIP archive or a spreadsheet'],
  ['504b0506', 'an empty ZIP archive'],
  ['d0cf11e0a1b11ae1', 'an old spreadsheet or text document'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an xz archive'],
  ['28b52ffd', 'a Zstandard archive'],
  ['89504e470d0a1a0a', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['7f454c46', 'a program'],
  ['fffe', 'UTF-16 text'],
  ['feff', 'UTF-16 text'],
];

function refuseOtherFormats(start: Buffer, name: string): void {
  const hex = start.toString('hex');
  if (hex.startsWith('1f8b')) {
    throw new SourceError(`${name} holds gzipped bytes: gunzip it, or once only and with .gz at the end of its name`);
  }
  const format = OTHER_FORMATS.find(([bytes]) => hex.startsWith(bytes));
  if (format) throw new SourceError(`${name} is ${format[1]}, not the text file of that name: put that in its place`);
}
