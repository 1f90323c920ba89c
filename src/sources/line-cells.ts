/**
 * The cells of one line of a file with `;`, as places in its bytes: found without making a text of the line, which is
 * what costs most where there are millions of them. One object serves all lines of a file.
 */
export class LineCells {
  /** The bytes in which the places lie. */
  bytes: Buffer = Buffer.alloc(0);
  /** The same, for those who look at four at a time. */
  view = viewOf(this.bytes);
  /** Where the line starts. */
  start = 0;
  /** Where it ends, before its line end. */
  end = 0;
  /** Where the next line starts. */
  next = 0;
  /** How many cells the line has. */
  count = 0;
  /** Where each cell starts; each ends one before the next one starts, the last one as if another came after it. */
  private readonly starts: Int32Array;

  /** `most`: cells that a line may have. */
  constructor(private readonly most: number) {
    this.starts = new Int32Array(most + 1);
  }

  /**
   * Goes to the line that starts at `from`. False when that line must be looked at as a text: a cell starts with a quote,
   * there is a NUL, or there are too many cells.
   */
  read(bytes: Buffer, from: number): boolean {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = viewOf(bytes);
    }
    const { starts } = this;
    let plain = bytes[from] !== QUOTE;
    let count = 0;
    starts[0] = from;
    let at = this.signFrom(from);
    for (; at < bytes.length; at = this.signFrom(at + 1)) {
      const byte = bytes[at];
      if (byte === SEPARATOR) {
        count += 1;
        // places outside the array are passed over: the count says so in the end
        starts[count] = at + 1;
        if (bytes[at + 1] === QUOTE) plain = false;
      } else if (byte === LF) break;
      else if (byte === NUL) plain = false;
    }
    this.start = from;
    this.next = at + 1;
    while (at > from && bytes[at - 1] === CR) at -= 1;
    this.end = at;
    this.count = count + 1;
    starts[this.count] = at + 1;
    return plain && this.count <= this.most;
  }

  /** Where the next separator or control character stands; the end of the bytes when there is none. */
  private signFrom(from: number): number {
    const { bytes, view } = this;
    const { length } = bytes;
    let at = from;
    // four bytes at a time: the highest bit of each that is one of these, or stands above one that is, is set
    for (; at + 4 <= length; at += 4) {
      const word = view.getInt32(at, true);
      const other = word ^ SEPARATORS;
      const signs = (((other - LOWEST_BITS) & ~other) | ((word - SPACES) & ~word)) & HIGHEST_BITS;
      if (signs !== 0) return at + ((31 - Math.clz32(signs & -signs)) >> 3);
    }
    while (at < length && bytes[at] !== SEPARATOR && (bytes[at] as number) >= SPACE) at += 1;
    return at;
  }

  /** Where a cell starts; the place of an empty one when the line does not have it, or `index` is -1. */
  startOf(index: number): number {
    return index < 0 || index >= this.count ? 0 : (this.starts[index] as number);
  }

  /** Where it ends. */
  endOf(index: number): number {
    return index < 0 || index >= this.count ? 0 : (this.starts[index + 1] as number) - 1;
  }

  /** Whether the line has `needed` cells, and nothing at all in those from `width` on. */
  fits({ needed, width }: { readonly needed: number; readonly width: number }): boolean {
    for (let i = width; i < this.count; i += 1) if (this.startOf(i) !== this.endOf(i)) return false;
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
    for (; at + 4 <= end; at += 4) if (hasUnusual(this.view.getInt32(at))) return false;
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
const SEPARATORS = 0x3b3b3b3b;
const SPACES = 0x20202020;
const BACKSLASHES = 0x5c5c5c5c;
const LOWEST_BITS = 0x01010101;
const HIGHEST_BITS = 0x80808080;

/** Whether one of four bytes is not plain. */
function hasUnusual(word: number): boolean {
  const other = word ^ BACKSLASHES;
  const low = (word - SPACES - LOWEST_BITS) & ~word;
  const high = word | (word + LOWEST_BITS);
  return ((low | high | ((other - LOWEST_BITS) & ~other)) & HIGHEST_BITS) !== 0;
}

/** Bytes as what is read and written several at a time, wherever they stand. */
export function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length);
}
