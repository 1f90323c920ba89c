import type { DataSource } from 'typeorm';
import { WritableDatabase } from '../../src/database/readers-database.js';

/** A database as the queries want it, for those that are tried alone. */
export function readersOf(dataSource: DataSource): WritableDatabase {
  return new OpenDatabase(dataSource);
}

class OpenDatabase extends WritableDatabase {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    return this.dataSource.query<T>(sql, parameters);
  }
}
