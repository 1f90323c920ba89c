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
  /** Position of an entry plus one, by hash. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** Hash, and where the bytes end, of each entry. */
  private readonly hashes: Int32Array;
  private readonly ends: Int32Array;
  private readonly values: T[] = [];
  /** The bytes of all entries, one after the other. */
  private readonly room: Uint8Array;
  private readonly view: DataView;
  /** The entry that was found last: most columns have long runs of the same cell. */
  private last = 0;

  constructor(
    private readonly read: (bytes: Buffer) => T,
    private readonly limit: number,
  ) {
    // at least half of the slots stay free
    const size = 2 ** Math.ceil(Math.log2(2 * limit));
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    this.hashes = new Int32Array(limit);
    this.ends = new Int32Array(limit);
    this.room = new Uint8Array(limit * ROOM_EACH);
    this.view = new DataView(this.room.buffer);
  }

  /** Of the bytes of the line's file from `start` to `end`. */
  valueOf({ bytes, view }: LineCells, start: number, end: number): T {
    if (this.values.length > 0 && this.holds(this.last, view, start, end)) return this.values[this.last] as T;
    const hash = hashOf(view, start, end);
    let slot = hash & this.mask;
    for (let entry = this.slots[slot] as number; entry !== 0; entry = this.slots[slot] as number) {
      if (this.hashes[entry - 1] === hash && this.holds(entry - 1, view, start, end)) {
        this.last = entry - 1;
        return this.values[this.last] as T;
      }
      slot = (slot + 1) & this.mask;
    }
    const value = this.read(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start));
    this.keep(slot, hash, bytes.subarray(start, end), value);
    return value;
  }

  private holds(entry: number, view: DataView, start: number, end: number): boolean {
    let at = entry === 0 ? 0 : (this.ends[entry - 1] as number);
    if ((this.ends[entry] as number) - at !== end - start) return false;
    let i = start;
    for (; i + 4 <= end; i += 4, at += 4) if (view.getInt32(i) !== this.view.getInt32(at)) return false;
    for (; i < end; i += 1, at += 1) if (view.getUint8(i) !== this.view.getUint8(at)) return false;
    return true;
  }

  private keep(slot: number, hash: number, bytes: Uint8Array, value: T): void {
    const entry = this.values.length;
    const from = entry === 0 ? 0 : (this.ends[entry - 1] as number);
    if (entry === this.limit || from + bytes.length > this.room.length) {
      this.slots.fill(0);
      this.values.length = 0;
      this.last = 0;
      return;
    }
    this.room.set(bytes, from);
    this.hashes[entry] = hash;
    this.ends[entry] = from + bytes.length;
    this.last = this.values.push(value) - 1;
    this.slots[slot] = entry + 1;
  }
}

/** Four bytes at a time, and the last few one by one. */
function hashOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = mixed(hash, view.getInt32(at));
  let rest = 0;
  for (; at < end; at += 1) rest = (rest << 8) | view.getUint8(at);
  hash = mixed(hash, rest);
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
