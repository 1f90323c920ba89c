import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Dataset } from './datasets.js';
import { UNITS } from './datasets.js';

export type DatasetCell = string | number | boolean | null;

const UNITS_AT_ONCE = 20;

/** The rows of whole tables. */
@Injectable()
export class DatasetRowsQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Blocks of rows, in a fixed order; each row has a cell for each field. Memory does not grow with the table. */
  async *blocks(releaseId: string, dataset: Dataset): AsyncIterable<DatasetCell[][]> {
    const units = await this.dataSource.query<{ unit: string }[]>(UNITS[dataset.units], [releaseId]);
    for (let first = 0; first < units.length; first += UNITS_AT_ONCE) {
      const codes = units.slice(first, first + UNITS_AT_ONCE).map(({ unit }) => unit);
      const parameters = [releaseId, codes, ...(dataset.block === null ? [] : [dataset.block])];
      const rows = await this.dataSource.query<{ cells: DatasetCell[] }[]>(dataset.sql, parameters);
      if (rows.length > 0) yield rows.map(({ cells }) => cells);
    }
  }
}
