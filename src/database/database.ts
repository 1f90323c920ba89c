import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { DatabaseError } from './database-error.js';
import { startEmbedded } from './embedded.js';
import { ENTITIES } from './entities/entities.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations.js';
import { PostgresNaming } from './naming.js';

/** A migrated database and the way to it. */
export interface Database {
  /** With user and password: for this process only, never to be shown. */
  readonly url: string;
  /** Initialised. */
  readonly dataSource: DataSource;
  /** Closes the connections, and the embedded server when this was its last user. */
  close(): Promise<void>;
}

const OLDEST_SERVER = 140_000;

/** Milliseconds that connections have to finish when the database is closed. */
const GRACE = 2_000;

/**
 * The database of the settings, brought up to date: that of DATABASE_URL, else the embedded server's.
 *
 * @throws DatabaseError in one line, without the password
 */
export async function openDatabase(settings: Pick<Settings, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  if (settings.databaseUrl !== null) {
    const { databaseUrl } = settings;
    return openUrl(databaseUrl, () => Promise.resolve());
  }
  const server = await startEmbedded(settings.dataDir);
  try {
    const url = await ensureDatabase(server.url, 'pharmacovigie');
    return await openUrl(url, () => server.close());
  } catch (error) {
    await server.close();
    throw error;
  }
}

/**
 * Connects to a database, checks the server's version and migrates.
 *
 * @param leave what is to be done after the connections are closed
 * @throws DatabaseError in one line, without the password
 */
export async function openUrl(url: string, leave: () => Promise<void>): Promise<Database> {
  await refuseServer(url);
  const dataSource = await describeDatabase(url).initialize();
  try {
    await migrate(dataSource);
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

/** TypeORM's view of a database, not connected: entities for what is written and read by object, SQL for the rest. */
export function describeDatabase(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'pharmacovigie',
    poolSize: 10,
    entities: ENTITIES,
    namingStrategy: new PostgresNaming(),
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    // none is needed, and making one takes rights that a hosted database may not give
    installExtensions: false,
    // to standard error when DEBUG=typeorm:* asks for it: standard output belongs to the commands
    logger: 'debug',
    logging: false,
  });
}

async function refuseServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; name: string }>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name`,
    );
    const server = rows[0];
    if (server !== undefined && server.number < OLDEST_SERVER)
      throw new DatabaseError(`The database is PostgreSQL ${server.name}: version 14 or newer is needed`);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`The database ${withoutPassword(url)} cannot be reached: ${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Some faults of the network come as several in one, with an empty message of their own. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return message === '' ? (code ?? 'no answer') : message;
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
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
