/**
 * Numbers for the texts of a column: a row that is loaded has a number of four bytes for what would be compared as a text of
 * forty. Memory is bounded: after `limit` different texts, or when they take too much room, all are forgotten, and the same
 * text may get another number.
 */
export class TextNumbers {
  /** Whether a text may have more than one number. */
  forgot = false;
  private readonly known = new Map<string, number>();
  private room = 0;
  private count = 0;
  private fresh: (readonly [number, string])[] = [];

  constructor(private readonly limit = 250_000) {}

  /** From 0. */
  numberOf(text: string): number {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    this.room += text.length;
    if (this.known.size === this.limit || this.room > ROOM_EACH * this.limit) {
      this.known.clear();
      this.room = text.length;
      this.forgot = true;
    }
    const number = this.count;
    this.count += 1;
    this.known.set(text, number);
    this.fresh.push([number, text]);
    return number;
  }

  /** The numbers that were given since the last time, with their texts. */
  take(): (readonly [number, string])[] {
    const taken = this.fresh;
    this.fresh = [];
    return taken;
  }
}

/** Characters of a text: most are shorter. */
const ROOM_EACH = 64;
