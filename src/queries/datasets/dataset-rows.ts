import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../../database/readers-database.js';
import type { Dataset, Reading } from './dataset.js';
import { FORMATS, type FormatName } from './formats.js';

/** The rows of whole tables. */
@Injectable()
export class DatasetRowsQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /**
   * Records of the database, in a fixed order. A few units are asked for at a time: memory does not grow with the table,
   * and no connection is kept from others by a reader who is slow.
   */
  async *records(releaseId: string, { units, unitsAtOnce, records }: Reading): AsyncIterable<unknown[]> {
    const all = await this.readers.query<{ unit: string }[]>(units, [releaseId]);
    for (let first = 0; first < all.length; first += unitsAtOnce) {
      const codes = all.slice(first, first + unitsAtOnce).map(({ unit }) => unit);
      const block = await this.readers.query<unknown[]>(records, [releaseId, codes]);
      if (block.length > 0) yield block;
    }
  }

  /** The bytes of a table as a file. */
  async *file(releaseId: string, dataset: Dataset, format: FormatName): AsyncIterable<string | Uint8Array> {
    const encoding = FORMATS[format].encoding(dataset);
    yield encoding.begin();
    for await (const records of this.records(releaseId, dataset.reading))
      yield encoding.rows(records.flatMap(dataset.rowsOf));
    yield encoding.end();
  }
}
