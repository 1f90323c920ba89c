import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, clusterFolder, isAlive, lastWords, prepareCluster } from './cluster.js';
import { DatabaseError } from './database-error.js';
import { findPrograms, type Programs, runProgram } from './postgres-programs.js';

/** An embedded server that we use, alone or with other processes of ours. */
export interface EmbeddedServer {
  /** Of its database `postgres`, user and password included. */
  readonly url: string;
  /** Leaves the server; the last process to leave stops it. */
  close(): Promise<void>;
  /** Leaves the server running, whoever else uses it. */
  detach(): Promise<void>;
}

/** How many times a server is looked for or started, a tenth of a second apart when it is busy starting or stopping. */
const ATTEMPTS = 600;

/** Held, shared, by every process that uses the server: whoever gets it for itself alone is the last. */
const PRESENCE_LOCK = 7_310_001;

const FLAGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=256MB',
  'work_mem=32MB',
  'maintenance_work_mem=128MB',
  'max_wal_size=2GB',
  'jit=off',
  'log_min_messages=warning',
  'timezone=UTC',
];

/**
 * The embedded server of a data folder: the one that runs on it already, whoever started it, else a new one, on a
 * free port of 127.0.0.1.
 *
 * @param flags further `name=value` settings of PostgreSQL, for a server that we start
 * @throws DatabaseError in one line: why it cannot run here, and what to do
 */
export async function startEmbedded(dataDir: string, flags: readonly string[] = []): Promise<EmbeddedServer> {
  const programs = await findPrograms(clusterFolder(dataDir));
  const cluster = await prepareCluster(dataDir, programs);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = readPort(cluster.folder);
    if (port === null) {
      await startServer(cluster, programs, [...FLAGS, ...flags]);
      continue;
    }
    const url = `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
    const presence = await enter(url);
    if (presence !== null)
      return { url, close: () => leave(presence, cluster, programs), detach: () => presence.end() };
    await pause(100);
  }
  throw new DatabaseError(
    `The embedded PostgreSQL of ${cluster.folder} does not answer: see ${join(cluster.folder, 'server.log')}`,
  );
}

/** The port of the server that runs on a data folder, or is about to; null when none does. */
function readPort(folder: string): number | null {
  const file = join(folder, 'postmaster.pid');
  const [pid = '', , , port] = readLines(file);
  if (pid === '' || !isAlive(Number(pid))) return null;
  if (isOtherProgram(Number(pid))) {
    // the number of a server that was killed went to another program: PostgreSQL would take it for itself
    rmSync(file, { force: true });
    return null;
  }
  // while it starts, the file may have no port yet: port 0 answers nobody, and we look again
  return Number(port ?? 0);
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return []; // no such file: no server
  }
}

/** Whether a process is known not to be PostgreSQL; where the system does not tell, it is not known. */
function isOtherProgram(pid: number): boolean {
  const [name] = readLines(`/proc/${pid}/comm`);
  return name !== undefined && !name.startsWith('postgres');
}

async function startServer(cluster: Cluster, programs: Programs, flags: readonly string[]): Promise<void> {
  const log = join(cluster.folder, 'server.log');
  rmSync(log, { force: true });
  const options = flags.map((flag) => `-c ${flag}`).join(' ');
  try {
    const port = `-p ${await freePort()}`;
    await runProgram(programs, 'pg_ctl', [
      'start',
      '-w',
      '-s',
      '-D',
      cluster.folder,
      '-l',
      log,
      '-o',
      `${port} ${options}`,
    ]);
  } catch (error) {
    const words = lastWords(readLines(log).join('\n') || String(error));
    // another process of ours was faster, or another program took the port in between: look again
    if (/postmaster\.pid|lock file|Address already in use|could not create any TCP/i.test(words)) return;
    throw new DatabaseError(`The embedded PostgreSQL did not start: ${words} (see ${log}); or set DATABASE_URL`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

/** Starting up, shutting down, or not listening yet or any more. */
const BUSY = new Set(['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET', 'EADDRNOTAVAIL']);

async function enter(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'pharmacovigie presence', keepAlive: true });
  // a server that goes away is noticed by those who ask it something
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    if (BUSY.has(code ?? '') || message.includes('Connection terminated')) return null;
    throw new DatabaseError(`The embedded PostgreSQL refuses us: ${message}`);
  }
}

async function leave(presence: pg.Client, cluster: Cluster, programs: Programs): Promise<void> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await presence.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [
      PRESENCE_LOCK,
    ]);
    if (rows[0]?.last === true)
      await runProgram(programs, 'pg_ctl', ['stop', '-w', '-s', '-m', 'fast', '-D', cluster.folder]);
  } catch {
    // it is gone already: nothing to leave
  } finally {
    await presence.end().catch(() => undefined);
  }
}
