import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseError } from './database-error.js';
import { type Account, type Programs, refuseClosedFolder, runProgram } from './postgres-programs.js';

/** The files of one embedded server. */
export interface Cluster {
  /** PostgreSQL's own data folder, `DATA_DIR/postgres`. */
  folder: string;
  password: string;
}

/** The folder that PostgreSQL owns under DATA_DIR. */
export const clusterFolder = (dataDir: string): string => join(dataDir, 'postgres');

/**
 * The cluster under DATA_DIR, made when there is none. Safe against another process that does the same: each makes
 * its own beside, and the first to rename it into place wins.
 *
 * @throws DatabaseError in one line: folder closed, another major version, no room
 */
export async function prepareCluster(dataDir: string, programs: Programs): Promise<Cluster> {
  const folder = clusterFolder(dataDir);
  makeFolder(dataDir, programs.account);
  if (programs.account !== null) refuseClosedFolder(dataDir, programs.account, 'set DATA_DIR to another one');
  const password = keepPassword(dataDir, programs.account);
  if (readVersion(folder) === null) await createCluster(dataDir, programs);
  else await refuseOtherVersion(folder, programs);
  return { folder, password };
}

function makeFolder(dataDir: string, account: Account | null): void {
  try {
    const first = mkdirSync(dataDir, { recursive: true });
    // what we made ourselves must be open to the account whatever the umask says
    if (first !== undefined && account !== null)
      for (let path = dataDir; path.length >= first.length; path = dirname(path)) chmodSync(path, 0o711);
  } catch (error) {
    throw refusal(dataDir, error);
  }
}

/** One password for ever, in a file that only its owner reads; two processes that start together agree on it. */
function keepPassword(dataDir: string, account: Account | null): string {
  const file = join(dataDir, 'postgres.password');
  const draft = draftOf(file);
  try {
    if (!existsSync(file)) {
      writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
      linkIfAbsent(draft, file);
    }
    // initdb reads it under that account
    if (account !== null) chownSync(file, account.uid, account.gid);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'EACCES' && existsSync(file)) throw foreignFiles(dataDir);
    throw refusal(dataDir, error);
  } finally {
    rmSync(draft, { force: true });
  }
}

function linkIfAbsent(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // another process was first: its password counts
  }
}

async function createCluster(dataDir: string, programs: Programs): Promise<void> {
  removeDrafts(dataDir);
  const folder = clusterFolder(dataDir);
  const draft = draftOf(folder);
  try {
    mkdirSync(draft, { mode: 0o700 });
    if (programs.account !== null) chownSync(draft, programs.account.uid, programs.account.gid);
    await runProgram(programs, 'initdb', [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${join(dataDir, 'postgres.password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ]);
    renameSync(draft, folder);
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error)) && readVersion(folder) !== null) return;
    throw refusal(dataDir, error);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A name beside a file for making it, which says who makes it. */
const draftOf = (file: string): string => `${file}.new-${process.pid}-${randomBytes(4).toString('hex')}`;

/** What a process that was killed in the middle of it left behind. */
function removeDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = /\.new-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

/** Whether a process runs; one that is not ours to signal runs. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The major version that made a data folder; null when there is none. */
function readVersion(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw codeOf(error) === 'EACCES' ? foreignFiles(folder) : refusal(folder, error);
  }
}

function foreignFiles(folder: string): DatabaseError {
  return new DatabaseError(
    `The files in ${folder} belong to another user: run as that user (or as root), or set DATA_DIR to another folder`,
  );
}

async function refuseOtherVersion(folder: string, programs: Programs): Promise<void> {
  const theirs = readVersion(folder);
  const ours = /(\d+)[.\d]*\s*$/.exec(await runProgram(programs, 'postgres', ['--version']))?.[1];
  if (theirs === ours) return;
  throw new DatabaseError(
    `${folder} was made by PostgreSQL ${String(theirs)}, and this is PostgreSQL ${String(ours)}: set DATA_DIR to another folder and ingest again, or remove that one`,
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

const REASONS: readonly [RegExp, string][] = [
  [
    /could not look up effective user/,
    'the user we run as has no name in /etc/passwd: run as one that has, or set DATABASE_URL',
  ],
  [
    /ENOSPC|EDQUOT|No space left|free disk space|Disk quota/i,
    'there is no room left on its disk: make room, or set DATA_DIR to another folder',
  ],
  [/EACCES|EPERM|Permission denied/i, 'we may not write there: change its rights, or set DATA_DIR to another folder'],
  [/EROFS|Read-only file system/i, 'its disk is read-only: set DATA_DIR to another folder'],
  [
    /ENOTDIR|EEXIST|Not a directory/i,
    'something that is not a folder is in its way: move that away, or set DATA_DIR to another folder',
  ],
];

/** One line for what kept the server's files from being made. */
export function refusal(folder: string, error: unknown): DatabaseError {
  const text = error instanceof Error ? `${codeOf(error)} ${error.message}` : String(error);
  const reason =
    REASONS.find(([pattern]) => pattern.test(text))?.[1] ??
    `${lastWords(text)}; set DATA_DIR to another folder, or DATABASE_URL`;
  return new DatabaseError(`The embedded PostgreSQL cannot use ${folder}: ${reason}`);
}

/** The first line of a program's output that says what went wrong, else its last one. */
export function lastWords(output: string): string {
  const lines = output.split(/\r?\n/).map((line) => line.trim());
  const fault = lines.find((line) => /\b(FATAL|PANIC|error|could not)\b/i.test(line));
  return fault ?? lines.findLast((line) => line !== '') ?? 'it does not say why';
}
