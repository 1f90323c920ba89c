import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { IngestionOutcome } from '../../src/ingestion/run.js';

export interface RunOrder {
  url: string;
  directory: string;
  /** The moment of the release. */
  time: string;
  /** When the process kills itself; null: it does not. */
  stop: Stop | null;
}

/**
 * At the beginning of a step; at the n-th piece of data that goes to the database, the first being 1; or at the first one
 * with this text in it: before it is sent or right after it.
 */
export type Stop =
  { step: string } | { write: number; when: 'before' | 'after' } | { text: string; when: 'before' | 'after' };

export interface RunEnd {
  /** null when the process was killed. */
  outcome: { status: IngestionOutcome['status'] | 'broken'; errors: string[]; releaseId: string | null } | null;
  /** The steps that were begun. */
  steps: string[];
  /** Pieces of data that went to the database; 0 when the process was killed. */
  writes: number;
}

/** Every file of ours still finds the files beside it. */
const KEEP_PLACES: Plugin = {
  name: 'keep-places',
  setup: (bundling) => {
    bundling.onLoad({ filter: /\/dist\/src\/.*\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
    });
  },
};

/** Processes that ingest, each one run; the next is loaded while the last one works. */
export class Runs {
  private next: ChildProcess;

  private constructor(private readonly program: string) {
    this.next = this.start();
  }

  /** `folder`: where the program may be put, in one file, for that is loaded in a third of the time. */
  static async prepare(folder: string): Promise<Runs> {
    const outfile = join(folder, 'ingesting-process.mjs');
    await build({
      entryPoints: [resolve('test/faults/ingesting-process.mjs')],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: ['pg-native'],
      plugins: [KEEP_PLACES],
      banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
    });
    return new Runs(outfile);
  }

  /** @throws Error when the process ends in any other way than after its run or by SIGKILL */
  run(order: RunOrder): Promise<RunEnd> {
    const child = this.next;
    this.next = this.start();
    return new Promise((fulfil, reject) => {
      const end: RunEnd = { outcome: null, steps: [], writes: 0 };
      let said = '';
      child.stderr?.on('data', (data: Buffer) => {
        said += data.toString();
      });
      child.on('message', (told: { step: string } | Omit<RunEnd, 'steps'>) => {
        if ('step' in told) end.steps.push(told.step);
        else Object.assign(end, told);
      });
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (signal === 'SIGKILL' || (code === 0 && end.outcome !== null)) fulfil(end);
        else reject(new Error(`the process ended with ${String(code ?? signal)}: ${said}`));
      });
      child.send(order);
    });
  }

  close(): void {
    this.next.kill('SIGKILL');
  }

  private start(): ChildProcess {
    return fork(this.program, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  }
}
