import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { checkServer } from './check-server.js';
import { startEmbedded } from './embedded.js';

/** A migrated database and the way to it. */
export interface Database {
  /** With user and password: for this process only, never to be shown. */
  readonly url: string;
  /** Initialised. */
  readonly dataSource: DataSource;
  /** Closes the connections, and the embedded server when this was its last user. */
  close(): Promise<void>;
}

/** Milliseconds that connections have to finish when the database is closed. */
const GRACE = 2_000;

/** What is done to the schema of a database before it is used. */
type Prepare = (dataSource: DataSource) => Promise<unknown>;

const bringUpToDate: Prepare = async (dataSource) => (await import('./migrate.js')).migrate(dataSource);

/**
 * The database of the settings, brought up to date: that of DATABASE_URL, else the embedded server's.
 *
 * @param prepare what to do to the schema instead of bringing it up to date
 * @throws DatabaseError in one line, without the password
 */
export function openDatabase(settings: Where, prepare: Prepare = bringUpToDate): Promise<Database> {
  return openWhere(settings, (url, leave) => openUrl(url, leave, prepare));
}

/** What says where the database is. */
export type Where = Pick<Settings, 'databaseUrl' | 'dataDir'>;

/**
 * Opens the database of DATABASE_URL, else that of the embedded server, which is left again when that fails.
 *
 * @param open is given the address, and what is to be done after the connections are closed
 * @throws DatabaseError in one line, without the password; whatever `open` throws
 */
export async function openWhere<T>(
  { databaseUrl, dataDir }: Where,
  open: (url: string, leave: () => Promise<void>) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== null) return open(databaseUrl, () => Promise.resolve());
  const server = await startEmbedded(dataDir);
  try {
    return await open(await ensureDatabase(server.url, 'pharmacovigie'), () => server.close());
  } catch (error) {
    await server.close();
    throw error;
  }
}

/**
 * Connects to a database, checks the server's version and migrates.
 *
 * @param leave what is to be done after the connections are closed
 * @param prepare what to do to the schema instead of bringing it up to date
 * @throws DatabaseError in one line, without the password
 */
export async function openUrl(
  url: string,
  leave: () => Promise<void>,
  prepare: Prepare = bringUpToDate,
): Promise<Database> {
  await checkServer(url, () => Promise.resolve());
  // TypeORM is by far the largest library there is: who only reads a database that is up to date does without
  const { describeDatabase } = await import('./data-source.js');
  const dataSource = await describeDatabase(url).initialize();
  try {
    await prepare(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  const close = async (): Promise<void> => {
    // a connection in the middle of a query is not waited for: the server ends it
    await Promise.race([dataSource.destroy(), pause(GRACE, undefined, { ref: false })]);
    await leave();
  };
  let closing: Promise<void> | undefined;
  return { url, dataSource, close: () => (closing ??= close()) };
}

/**
 * The address of a database on a server, which is made when it is not there.
 *
 * @param serverUrl of any database of that server
 */
export async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // another process made it between the two
    if (!['42P04', '23505'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
