import { viewOf } from '../sources/line-cells.js';
import type { Cell } from './copy.js';
import { copyLine } from './copy.js';

/** Lines of COPY's text format, written as bytes one after the other. Source: PostgreSQL, COPY, text format. */
export class CopyBytes {
  private bytes = Buffer.allocUnsafeSlow(FIRST_SIZE);
  private view = viewOf(this.bytes);
  /** Bytes that were written since the last time that they were taken. */
  length = 0;

  /** A cell that is a number, or the start of one: a whole number from 0 to 2,147,483,647. */
  number(value: number): void {
    this.reserve(MOST_DIGITS);
    let end = this.length + 1;
    for (let limit = 10; value >= limit; limit *= 10) end += 1;
    let rest = value;
    for (let at = end - 1; at >= this.length; at -= 1) {
      // whole numbers of 32 bits are divided several times as fast
      const tenth = (rest / 10) | 0;
      this.bytes[at] = ZERO + rest - 10 * tenth;
      rest = tenth;
    }
    this.length = end;
  }

  /** Bytes that stand in COPY as they are. */
  plain(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    const { bytes: to, length } = this;
    for (let at = 0; at < bytes.length; at += 1) to[length + at] = bytes[at] as number;
    this.length = length + bytes.length;
  }

  /** The same from `start` to `end` of what is looked at by `view`. */
  part(view: DataView, start: number, end: number): void {
    this.reserve(end - start);
    const { view: to } = this;
    let { length } = this;
    let at = start;
    for (; at + 4 <= end; at += 4, length += 4) to.setInt32(length, view.getInt32(at));
    for (; at < end; at += 1, length += 1) to.setUint8(length, view.getUint8(at));
    this.length = length;
  }

  /** One sign of ASCII: what stands between cells, and after the last. */
  sign(byte: number): void {
    this.reserve(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  /** A whole line, see `copyLine`. */
  line(text: string): void {
    this.reserve(LONGEST_SIGN * text.length);
    this.length += this.bytes.write(text, this.length);
  }

  /** What was written since the last time. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.length));
    this.length = 0;
    return taken;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
    this.view = viewOf(larger);
  }
}

/** A cell as it stands in COPY. */
export function copyCellBytes(cell: string | number | boolean | null): Buffer {
  return Buffer.from(copyLine([cell]).slice(0, -1));
}

/** Cells that others follow: what separates them stands after each. */
export function copyCellsBytes(...cells: Cell[]): Buffer {
  return Buffer.from(`${copyLine(cells).slice(0, -1)}\t`);
}

export const TAB = 0x09;
export const LINE_END = 0x0a;
const ZERO = 0x30;
const MOST_DIGITS = 10;
/** Bytes that a byte or a UTF-16 unit becomes at most. */
const LONGEST_SIGN = 3;
/** A little more than what a chunk of a file becomes. */
const FIRST_SIZE = 512 * 1024;
