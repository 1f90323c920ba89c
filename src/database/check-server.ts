import pg from 'pg';
import { DatabaseError, withRemedy } from './database-error.js';

/** `server_version_num` of PostgreSQL 14.0. */
const OLDEST_SERVER = 140_000;

/** What a server says of itself. */
export interface Server {
  /** `server_version_num`: 150018 is 15.18. */
  number: number;
  /** `server_version`. */
  name: string;
  /** Of the database: UTF8, LATIN1, … */
  encoding: string;
}

/**
 * Connects once and refuses a server on which the program would fail later.
 *
 * @param look what to ask then, over the same connection
 * @throws DatabaseError in one line, without the password: it cannot be reached, is too old, or is not in UTF-8
 */
export async function checkServer<T>(url: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Server>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name,
              current_setting('server_encoding') AS encoding`,
    );
    rows.forEach(refuseUnfit);
    return await look(client);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`The database ${withoutPassword(url)} cannot be reached: ${withRemedy(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws DatabaseError when the server is too old, or the database is not in UTF-8 */
export function refuseUnfit({ number, name, encoding }: Server): void {
  if (number < OLDEST_SERVER)
    throw new DatabaseError(
      `The database is PostgreSQL ${name}: version 14 or newer is needed, upgrade it or correct DATABASE_URL`,
    );
  if (encoding !== 'UTF8')
    throw new DatabaseError(
      `The database is in ${encoding}: make one in UTF-8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0) and name it in DATABASE_URL`,
    );
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
