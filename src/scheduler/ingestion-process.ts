import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../config/package-root.js';
import type { IngestionOutcome } from '../ingestion/run.js';

/** How a run ended: as `ingest --json` tells it, or broken off. */
export type RunEnd = (IngestionOutcome | { status: 'interrupted' }) & {
  /** What is not as new as it could be, a line a file. */
  notes: string[];
};

const COMMAND = join(PACKAGE_ROOT, 'dist', 'cli.js');
/** Characters of what a run says that are looked at. */
const MOST_TEXT = 4_000_000;
/** Milliseconds that a run has to leave the database, once it is told to stop. */
const GRACE = 5_000;

/**
 * One run from where INGEST_FROM says, in a process of its own: what it needs of memory and processor is not missed by
 * those who read pages meanwhile, and what goes wrong in it stays there.
 *
 * @param env of the process, with the settings
 * @param signal breaks the run off; nothing is published then
 */
export function ingestInProcess(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<RunEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, 'ingest', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [told, said] = [collect(child.stdout), collect(child.stderr)];
    const stop = (): void => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), GRACE).unref();
    };
    child.once('spawn', () => {
      stepBack(child.pid);
    });
    child.once('error', reject);
    child.once('close', (code, killedBy) => {
      signal.removeEventListener('abort', stop);
      const end = readEnd(told());
      if (end !== null) resolve(end);
      else if (signal.aborted) resolve({ status: 'interrupted', notes: [] });
      else resolve(brokenOff(killedBy ?? `exit status ${code ?? 'unknown'}`, said()));
    });
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
}

/** Readers come first where there is not enough for all. */
function stepBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // it has ended already, or the system does not let us: it works all the same
  }
}

/** Keeps the last characters of a stream. */
function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-MOST_TEXT);
  });
  return () => text;
}

function readEnd(text: string): RunEnd | null {
  try {
    return JSON.parse(text) as RunEnd;
  } catch {
    return null; // it was killed before it could tell
  }
}

/** A run that was killed, or never began: what it said at last tells where it was. */
function brokenOff(how: string, said: string): RunEnd {
  const lines = said.trim().split('\n');
  const last = lines.findLast((line) => line.includes('Error')) ?? lines.at(-1) ?? '';
  return { status: 'failed', errors: [`the run broke off (${how}): ${last}`], report: {}, notes: [] };
}
