import type pg from 'pg';
import { checkServer } from './check-server.js';
import { type Database, openUrl, openWhere, type Where } from './database.js';
import { MIGRATIONS } from './migrations.js';

/** A database that is up to date, for those who read it over connections of their own. */
export interface ServedDatabase {
  /** With user and password: for this process only, never to be shown. */
  readonly url: string;
  /** Whether it had a release when it was opened. */
  readonly hasRelease: boolean;
  /** The way to write to it, as long as it is open. */
  connect(): Promise<Database>;
  /** Closes what `connect` gave, and the embedded server when this was its last user. */
  close(): Promise<void>;
}

/**
 * The database of the settings, brought up to date. A service that starts again finds that there is nothing to do, by
 * one connection, and without loading what would do it.
 *
 * @throws DatabaseError in one line, without the password
 */
export function openServed(settings: Where): Promise<ServedDatabase> {
  return openWhere(settings, serve);
}

async function serve(url: string, leave: () => Promise<void>): Promise<ServedDatabase> {
  let hasRelease = await checkServer(url, look);
  if (hasRelease === null) {
    await (await openUrl(url, () => Promise.resolve())).close();
    hasRelease = await checkServer(url, look);
  }
  let connected: Promise<Database> | undefined;
  const close = async (): Promise<void> => {
    const database = await connected?.catch(() => undefined);
    await database?.close();
    await leave();
  };
  let closing: Promise<void> | undefined;
  return {
    url,
    hasRelease: hasRelease === true,
    connect: () => (connected ??= openUrl(url, () => Promise.resolve())),
    close: () => (closing ??= close()),
  };
}

/** Whether there is a release; null: the database has to be brought up to date, or that will say what is wrong with it. */
async function look(client: pg.Client): Promise<boolean | null> {
  try {
    const { rows: executed } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    if (executed.length !== MIGRATIONS.length || executed.some(({ name }, n) => name !== MIGRATIONS[n]?.name))
      return null;
    const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT FROM release) AS found');
    return rows[0]?.found === true;
  } catch {
    return null; // no such table, no right to read it, or no connection any more
  }
}
