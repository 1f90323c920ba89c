import { execFile } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { prepareCluster } from '../../src/database/cluster.js';
import { findPrograms, type Programs, runProgram } from '../../src/database/postgres-programs.js';

const run = promisify(execFile);

const FLAGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=16MB',
  'fsync=off',
  'full_page_writes=off',
  'wal_retrieve_retry_interval=100ms',
  'timezone=UTC',
];

/** A PostgreSQL server of one test alone, which may be stopped, frozen, and started again on its port. */
export class OwnServer {
  private constructor(
    private readonly programs: Programs,
    private readonly folder: string,
    private readonly password: string,
    private readonly port: number,
  ) {}

  /** Made in a folder that other users may enter; not started. */
  static async make(dataDir: string): Promise<OwnServer> {
    const programs = await findPrograms(join(dataDir, 'postgres'));
    const { folder, password } = await prepareCluster(dataDir, programs);
    return new OwnServer(programs, folder, password, await freePort());
  }

  /** A standby that follows this server; both are stopped. */
  async makeStandby(): Promise<OwnServer> {
    const folder = `${this.folder}-standby`;
    // with owners and rights, which PostgreSQL looks at
    await run('cp', ['-a', this.folder, folder]);
    await writeFile(join(folder, 'standby.signal'), '');
    const address = `host=127.0.0.1 port=${this.port} user=postgres password=${this.password}`;
    await appendFile(join(folder, 'postgresql.auto.conf'), `primary_conninfo = '${address}'\n`);
    return new OwnServer(this.programs, folder, this.password, await freePort());
  }

  url(database: string): string {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** @param flags settings besides the usual ones, `name=value` */
  async start(...flags: string[]): Promise<void> {
    const options = [`-p ${this.port}`, ...[...FLAGS, ...flags].map((flag) => `-c ${flag}`)].join(' ');
    const log = join(this.folder, 'server.log');
    await runProgram(this.programs, 'pg_ctl', ['start', '-w', '-s', '-D', this.folder, '-l', log, '-o', options]);
  }

  /** @param mode `fast`: connections are told, and all is written; `immediate`: as when its machine loses its power */
  async stop(mode: 'fast' | 'immediate'): Promise<void> {
    await runProgram(this.programs, 'pg_ctl', ['stop', '-w', '-s', '-m', mode, '-D', this.folder]);
  }

  /** It accepts connections, and says nothing any more. Gives what thaws it. */
  async freeze(): Promise<() => void> {
    const [first = ''] = (await readFile(join(this.folder, 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(first), 'SIGSTOP');
    const { stdout } = await run('pgrep', ['-P', first]);
    const all = [first, ...stdout.trim().split('\n')].map(Number);
    const tell = (signal: NodeJS.Signals): void => {
      for (const pid of all) tellOne(pid, signal);
    };
    tell('SIGSTOP');
    return () => {
      tell('SIGCONT');
    };
  }
}

/** Whoever served a connection may have ended with it. */
function tellOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Milliseconds between two looks. */
const LOOK_EVERY = 20;

/**
 * Looks until something is so. Only the pauses between looks are counted: on a machine that is busy with other tests, a
 * look takes as much longer as what is waited for.
 *
 * @throws Error when it is not so after so many milliseconds
 */
export async function within(milliseconds: number, isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += LOOK_EVERY) {
    if (waited > milliseconds) throw new Error(`not so after ${milliseconds} ms`);
    await pause(LOOK_EVERY);
  }
}
