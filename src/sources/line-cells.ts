/**
 * The cells of one line of a file with `;`, as places in its bytes: found without making a text of the line, which is
 * what costs most where there are millions of them. One object serves all lines of a file.
 */
export class LineCells {
  /** The bytes in which the places lie. */
  bytes: Buffer = Buffer.alloc(0);
  /** Where the line starts. */
  start = 0;
  /** Where it ends, before its line end. */
  end = 0;
  /** Where the next line starts. */
  next = 0;
  /** How many cells the line has. */
  count = 0;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;

  /** `most`: cells that a line may have. */
  constructor(private readonly most: number) {
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
  }

  /**
   * Goes to the line that starts at `from`. False when that line must be looked at as a text: a cell starts with a quote,
   * there is a NUL, or there are too many cells.
   */
  read(bytes: Buffer, from: number): boolean {
    const { starts, ends } = this;
    let plain = bytes[from] !== QUOTE;
    let cell = from;
    let count = 0;
    let at = from;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (byte > SEPARATOR) continue;
      if (byte === SEPARATOR) {
        // places outside the arrays are passed over: the count says so in the end
        starts[count] = cell;
        ends[count] = at;
        count += 1;
        cell = at + 1;
        if (bytes[cell] === QUOTE) plain = false;
      } else if (byte === LF) break;
      else if (byte === NUL) plain = false;
    }
    this.bytes = bytes;
    this.start = from;
    this.next = at + 1;
    while (at > from && bytes[at - 1] === CR) at -= 1;
    this.end = at;
    starts[count] = cell;
    ends[count] = at;
    this.count = count + 1;
    return plain && this.count <= this.most;
  }

  /** Where a cell starts; the place of an empty one when the line does not have it, or `index` is -1. */
  startOf(index: number): number {
    return index < 0 || index >= this.count ? 0 : (this.starts[index] as number);
  }

  /** Where it ends. */
  endOf(index: number): number {
    return index < 0 || index >= this.count ? 0 : (this.ends[index] as number);
  }

  /** Whether the line has `needed` cells, and nothing at all in those from `width` on. */
  fits({ needed, width }: { readonly needed: number; readonly width: number }): boolean {
    for (let i = width; i < this.count; i += 1) if (this.starts[i] !== this.ends[i]) return false;
    return this.count >= needed;
  }

  /** The whole number that a cell writes in one to nine digits; -1 when it has anything else. */
  wholeNumber(index: number): number {
    const end = this.endOf(index);
    const start = this.startOf(index);
    if (start === end || end - start > 9) return -1;
    let value = 0;
    for (let at = start; at < end; at += 1) {
      const digit = (this.bytes[at] as number) - ZERO;
      if (!(digit >= 0 && digit <= 9)) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Whether a cell is exactly so many digits. */
  isCode(index: number, length: number): boolean {
    const start = this.startOf(index);
    const end = this.endOf(index);
    return end - start === length && this.digitsFrom(start, end) === length;
  }

  /** Whether a cell is empty, or a number with sign, thousands by `.` or space, and decimal comma: `-1.352,34`. */
  isAmount(index: number): boolean {
    const end = this.endOf(index);
    let at = this.startOf(index);
    if (at === end) return true;
    if (this.bytes[at] === MINUS) at += 1;
    let digits = this.digitsFrom(at, end);
    if (digits === 0) return false;
    at += digits;
    for (let first = true; this.isThousands(at, end); first = false) {
      if ((first && digits > 3) || this.digitsFrom(at + 1, end) !== 3) return false;
      at += 4;
    }
    if (at === end) return true;
    digits = this.digitsFrom(at + 1, end);
    return this.bytes[at] === COMMA && digits > 0 && at + 1 + digits === end;
  }

  /** Whether a cell has signs, and they are all ASCII, without white space and without backslash. */
  isPlain(index: number): boolean {
    const end = this.endOf(index);
    let at = this.startOf(index);
    if (at === end) return false;
    for (; at < end; at += 1) {
      const byte = this.bytes[at] as number;
      if (byte <= SPACE || byte >= DELETE || byte === BACKSLASH) return false;
    }
    return true;
  }

  /** How many digits stand one after the other. */
  private digitsFrom(start: number, end: number): number {
    let at = start;
    while (at < end && (this.bytes[at] as number) >= ZERO && (this.bytes[at] as number) <= NINE) at += 1;
    return at - start;
  }

  private isThousands(at: number, end: number): boolean {
    return at < end && (this.bytes[at] === POINT || this.bytes[at] === SPACE);
  }
}

const NUL = 0x00;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const SEPARATOR = 0x3b;
const BACKSLASH = 0x5c;
const DELETE = 0x7f;
