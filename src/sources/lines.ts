import { basename } from 'node:path';
import iconv from 'iconv-lite';
import { readContent } from './content.js';
import type { Encoding } from './inspect.js';
import type { Line } from './rows.js';

/**
 * The lines of a file in blocks, gunzipped and decoded, without byte order mark and line ends (LF, CRLF, more than one
 * CR before the LF; the last one may be missing). Memory does not grow with the file, nor with a line: of one longer
 * than `LONGEST_LINE` bytes only the start is kept, with a NUL character after it, which parsers reject as `unreadable`.
 */
export async function* readLines(path: string, encoding: Encoding): AsyncGenerator<Line[]> {
  let number = 1;
  for await (const bytes of readWholeLines(path)) {
    const lines = splitLines(decode(bytes, encoding), number);
    number += lines.length;
    if (lines.length > 0) yield lines;
  }
}

/** The same lines as bytes, line ends included: pieces that end where a line ends, except the last. */
export function readWholeLines(path: string): AsyncGenerator<Buffer> {
  return wholeLines(readContent(path, basename(path)));
}

/** The lines of these numbers, which ascend: the others are not decoded. Those that the file does not have are left out. */
export async function* pickLines(
  path: string,
  encoding: Encoding,
  numbers: AsyncIterable<number>,
): AsyncGenerator<Line> {
  const pieces = readWholeLines(path);
  let piece: Buffer = Buffer.alloc(0);
  let from = 0;
  let passed = 0;
  try {
    for await (const number of numbers) {
      while (passed < number) {
        if (from < piece.length) {
          const separator = piece.indexOf(LF, from);
          const end = separator === -1 ? piece.length : separator;
          passed += 1;
          if (passed === number)
            yield { number, text: decode(piece.subarray(from, end), encoding).replace(/\r+$/, '') };
          from = end + 1;
        } else {
          const next = await pieces.next();
          if (next.done === true) break;
          [piece, from] = [next.value, 0];
        }
      }
    }
  } finally {
    await pieces.return(undefined);
  }
}

/** In bytes. */
export const LONGEST_LINE = 1024 * 1024;
/** What is kept of a longer one, in bytes. */
const KEPT_OF_LONGER = 1024;
const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const CUT = Buffer.from([0]);

/**
 * The same bytes in pieces that end where a line ends, except the last. Cutting at LF bytes is safe in both encodings:
 * in neither is that byte a part of another character.
 */
async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const rest = new Rest();
  let first = true;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LF) + 1;
    if (end === 0) rest.add(chunk);
    else {
      // the line that lies over the border of two chunks is a piece of its own: the others need not be copied
      const firstEnd = chunk.indexOf(LF);
      rest.add(chunk.subarray(0, firstEnd));
      const line = Buffer.concat([rest.take(), chunk.subarray(firstEnd, firstEnd + 1)]);
      yield first ? withoutMark(line) : line;
      first = false;
      if (firstEnd + 1 < end) yield chunk.subarray(firstEnd + 1, end);
      rest.add(chunk.subarray(end));
    }
  }
  const last = rest.take();
  yield first ? withoutMark(last) : last;
}

/** The start of a line whose end has not come yet. */
class Rest {
  private parts: Buffer[] = [];
  private length = 0;

  add(bytes: Buffer): void {
    this.length += bytes.length;
    if (bytes.length === 0) return;
    if (this.length <= LONGEST_LINE) this.parts.push(Buffer.from(bytes));
    else this.parts = [Buffer.concat(this.parts).subarray(0, KEPT_OF_LONGER)];
  }

  take(): Buffer {
    const kept = this.length <= LONGEST_LINE ? this.parts : [...this.parts, CUT];
    this.parts = [];
    this.length = 0;
    return Buffer.concat(kept);
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}

function splitLines(text: string, firstNumber: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const separator = text.indexOf('\n', start);
    const next = separator === -1 ? text.length : separator;
    let end = next;
    while (end > start && text.charCodeAt(end - 1) === CR) end -= 1;
    lines.push({ number: firstNumber + lines.length, text: text.slice(start, end) });
    start = next + 1;
  }
  return lines;
}

/** The text of bytes that end where a character ends. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'utf-8') return bytes.toString('utf8');
  // Windows-1252 is Latin-1 but for these few bytes: much faster than decoding them all one by one
  return bytes.toString('latin1').replace(NOT_LATIN_1, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80] ?? unit);
}

const NOT_LATIN_1 = /[\u0080-\u009f]/g;
const WINDOWS_1252 = Array.from({ length: 32 }, (_, i) => iconv.decode(Buffer.of(0x80 + i), 'windows-1252'));
