import type { DatasetRow } from './dataset.js';

/** Turns rows into the bytes of one file, a block at a time. The bytes do not depend on where blocks end. */
export interface Encoding {
  begin(): string | Uint8Array;
  rows(rows: readonly DatasetRow[]): string | Uint8Array;
  end(): string | Uint8Array;
}
