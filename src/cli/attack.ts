import { createApp } from '../app.js';
import { type Ask, attack as attackRelease, type AttackReport, OtherReleaseError } from '../attack/attack.js';
import { InterfaceError } from '../attack/interface-error.js';
import { readSettings, type Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import { readArguments, refuseWords, UsageError } from './arguments.js';
import type { Io } from './io.js';
import { showProgress } from './progress-display.js';
import { withDatabase } from './with-database.js';

export const ATTACK_USAGE = 'attack --release current|ID [--url BASE_URL] [--json] [--deep]';

const OPTIONS = {
  release: { type: 'string' },
  url: { type: 'string' },
  json: { type: 'boolean' },
  deep: { type: 'boolean' },
} as const;

/**
 * Tries to work out the suppressed numbers of the current release from what the public is told:
 * `attack --release current`. With `--url` it attacks a service that runs somewhere, else the one of these settings.
 *
 * @returns the exit status: 0 nothing could be worked out, 1 something could
 */
export async function attack(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  refuseWords(positionals);
  const { release, url, json = false, deep = false } = values;
  if (release === undefined || !/^(current|\d{1,15})$/.test(release))
    throw new UsageError('--release wants current, or the number of the current release');
  if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
    throw new UsageError(`--url must be an http or https address, not « ${url} »`);
  const progress = showProgress(io.terminal, io.err, () => performance.now());
  const work = (base: string): Promise<AttackReport> => {
    progress.step('Attacking');
    const options = {
      release,
      deep,
      progress: (done: number, all: number) => {
        progress.advance(done / all);
      },
    };
    return attackRelease(asking(base), options).finally(() => {
      progress.done();
    });
  };
  const report = await refusingOthers(() => (url === undefined ? attackOwn(io, work) : work(url)));
  if (json) io.out(JSON.stringify(report));
  else describe(report).forEach(io.out);
  return report.findings.length === 0 ? 0 : 1;
}

/** Serves the database of these settings to nobody but the attack, which may ask as often as it likes. */
async function attackOwn(io: Io, work: (base: string) => Promise<AttackReport>): Promise<AttackReport> {
  const settings = readSettings(io.env);
  return withDatabase(io, settings, (database) => served(database, { ...settings, rateLimit: 1_000_000 }, work));
}

async function served<T>(database: Database, settings: Settings, work: (base: string) => Promise<T>): Promise<T> {
  const app = await createApp(database, settings);
  try {
    await app.listen(0, '127.0.0.1');
    return await work(await app.getUrl());
  } finally {
    await app.close();
  }
}

function asking(base: string): Ask {
  return async (address) => {
    try {
      return await fetch(`${base.replace(/\/+$/, '')}${address}`);
    } catch (error) {
      // fetch says only that it failed; its cause says why
      const { cause, message } = error as Error;
      throw new InterfaceError(`${base} cannot be reached: ${cause instanceof Error ? cause.message : message}`);
    }
  };
}

async function refusingOthers<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof OtherReleaseError ? new UsageError(error.message) : error;
  }
}

function describe({ release, subjects, hidden, notes, findings }: AttackReport): string[] {
  const lines = findings.map(({ subject, population, block, key, min, max, why }) => {
    const range = min === null || max === null ? '' : ` [${min}, ${max}]`;
    return `${[subject, population, block, key].filter((part) => part !== '').join(', ')}:${range} ${why}`;
  });
  const found = findings.length === 0 ? 'nothing can be worked out' : `${findings.length} can be worked out`;
  return [...lines, ...notes, `Release ${release}: ${hidden} suppressed numbers of ${subjects} subjects; ${found}`];
}
