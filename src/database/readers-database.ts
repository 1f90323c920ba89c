/** Where readers' questions are answered: to be asked for by those who have some. A data source is one, too. */
export abstract class ReadersDatabase {
  /** The rows. @throws DatabaseUnavailable when there is no answer now, and may be later */
  abstract query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}

/** The server that can be written to, for the little that readers leave behind; it is not waited for without end. */
export abstract class WritableDatabase extends ReadersDatabase {}
