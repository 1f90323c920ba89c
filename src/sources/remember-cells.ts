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
  return (cells, column) => known.valueOf(cells.bytes, cells.startOf(column), cells.endOf(column));
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
  }

  valueOf(bytes: Uint8Array, start: number, end: number): T {
    if (this.values.length > 0 && this.holds(this.last, bytes, start, end)) return this.values[this.last] as T;
    let hash = FNV_START;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), FNV_FACTOR);
    // the low bits, which choose the slot, know little of the high bits of a byte
    hash ^= hash >>> 15;
    let slot = hash & this.mask;
    for (let entry = this.slots[slot] as number; entry !== 0; entry = this.slots[slot] as number) {
      if (this.hashes[entry - 1] === hash && this.holds(entry - 1, bytes, start, end)) {
        this.last = entry - 1;
        return this.values[this.last] as T;
      }
      slot = (slot + 1) & this.mask;
    }
    const value = this.read(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start));
    this.keep(slot, hash, bytes.subarray(start, end), value);
    return value;
  }

  private holds(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    let at = entry === 0 ? 0 : (this.ends[entry - 1] as number);
    if ((this.ends[entry] as number) - at !== end - start) return false;
    for (let i = start; i < end; i += 1, at += 1) if (bytes[i] !== this.room[at]) return false;
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

/** Bytes of a cell: most are shorter. */
const ROOM_EACH = 64;
const FNV_START = 0x811c9dc5 | 0;
const FNV_FACTOR = 0x01000193;
