import type { Encoding } from './inspect.js';
import type { LineCells } from './line-cells.js';
import { decode } from './lines.js';

/**
 * Reads a column: what `read` makes of the trimmed text of a cell, looked up by the cell's bytes where they came before.
 * For columns with few different cells: after `limit` different ones, or when they take too much room, all are forgotten.
 */
export function rememberCells<T>(
  read: (cell: string) => T,
  encoding: Encoding,
  limit = 5000,
): (cells: LineCells, column: number) => T {
  const known = new CellMemory<T>((bytes) => read(decode(bytes, encoding).trim()), limit);
  return (cells, column) => known.valueOf(cells, cells.startOf(column), cells.endOf(column));
}

/**
 * The same of several columns at once: from the first of them to the last, with what stands between them, looked up as if
 * they were one cell. `read` is given their trimmed texts in the order of `columns`; that of a column that the line does not
 * have, or that is -1, is empty. For columns that stand side by side and have few different values together.
 */
export function rememberColumns<T>(
  read: (...cells: string[]) => T,
  columns: readonly number[],
  encoding: Encoding,
  limit = 5000,
): (cells: LineCells) => T {
  const present = columns.filter((column) => column >= 0);
  const first = Math.min(...present);
  const last = Math.max(...present);
  const known = new CellMemory<T>((bytes) => {
    const texts = decode(bytes, encoding).split(';');
    return read(...columns.map((column) => (column < 0 ? '' : (texts[column - first] ?? '').trim())));
  }, limit);
  return (cells) => {
    if (first >= cells.count) return known.valueOf(cells, 0, 0);
    return known.valueOf(cells, cells.startOf(first), cells.endOf(Math.min(last, cells.count - 1)));
  };
}

/** A table of hashes with linear probing: a Map would need a text for every look-up. */
class CellMemory<T> {
  /** Of each slot, side by side for the processor's sake: hash, where the bytes start, where they end, and the value plus one. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly values: T[] = [];
  /** The bytes of all cells, one after the other. */
  private readonly room: Uint8Array;
  private readonly view: DataView;
  private used = 0;
  /** The slot that was found last: most columns have long runs of the same cell. */
  private last = 0;

  constructor(
    private readonly read: (bytes: Buffer) => T,
    private readonly limit: number,
  ) {
    // at least half of the slots stay free
    const size = 2 ** Math.ceil(Math.log2(2 * limit));
    this.slots = new Int32Array(4 * size);
    this.mask = size - 1;
    this.room = new Uint8Array(limit * ROOM_EACH);
    this.view = new DataView(this.room.buffer);
  }

  /** Of the bytes of the line's file from `start` to `end`. */
  valueOf({ bytes, view }: LineCells, start: number, end: number): T {
    const { slots } = this;
    const latest = slots[this.last + 3] as number;
    if (latest !== 0 && this.holds(this.last, view, start, end)) return this.values[latest - 1] as T;
    const hash = hashOf(view, start, end);
    let slot = 4 * (hash & this.mask);
    for (let value = slots[slot + 3] as number; value !== 0; value = slots[slot + 3] as number) {
      if (slots[slot] === hash && this.holds(slot, view, start, end)) {
        this.last = slot;
        return this.values[value - 1] as T;
      }
      slot = (slot + 4) & (4 * this.mask);
    }
    const value = this.read(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start));
    this.keep(slot, hash, bytes.subarray(start, end), value);
    return value;
  }

  private holds(slot: number, view: DataView, start: number, end: number): boolean {
    const from = this.slots[slot + 1] as number;
    const to = this.slots[slot + 2] as number;
    if (to - from !== end - start) return false;
    return end - start < 4 ? this.holdsFew(from, view, start, end) : this.holdsMany(from, view, start, end);
  }

  /** The last four bytes may be looked at twice in part: that is cheaper than each of the rest by itself. */
  private holdsMany(from: number, view: DataView, start: number, end: number): boolean {
    const last = end - 4;
    const behind = from - start;
    for (let at = start; at < last; at += 4) if (view.getInt32(at) !== this.view.getInt32(at + behind)) return false;
    return view.getInt32(last) === this.view.getInt32(last + behind);
  }

  private holdsFew(from: number, view: DataView, start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (view.getUint8(at) !== this.room[at - start + from]) return false;
    return true;
  }

  private keep(slot: number, hash: number, bytes: Uint8Array, value: T): void {
    const { used } = this;
    if (this.values.length === this.limit || used + bytes.length > this.room.length) {
      this.slots.fill(0);
      this.values.length = 0;
      this.used = 0;
      return;
    }
    this.room.set(bytes, used);
    this.used = used + bytes.length;
    this.slots.set([hash, used, this.used, this.values.push(value)], slot);
    this.last = slot;
  }
}

/** Four bytes at a time; the last four may be looked at twice in part. */
function hashOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  if (hash < 4) for (let at = start; at < end; at += 1) hash = mixed(hash, view.getUint8(at));
  else {
    const last = end - 4;
    for (let at = start; at < last; at += 4) hash = mixed(hash, view.getInt32(at));
    hash = mixed(hash, view.getInt32(last));
  }
  return hash ^ (hash >>> 13);
}

/** Each bit of `word` comes to stand in high and in low bits, of which the low ones choose the slot. */
function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, FACTOR);
  return product ^ (product >>> 15);
}

/** Bytes of a cell: most are shorter. */
const ROOM_EACH = 64;
/** Odd, with its bits well spread. */
const FACTOR = 0x85ebca6b | 0;
