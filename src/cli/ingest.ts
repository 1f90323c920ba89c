import { join } from 'node:path';
import { type Origins, readOrigins } from '../config/origins.js';
import { readSettings, type Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import { gather } from '../downloads/gather.js';
import { realWeb } from '../downloads/web.js';
import { type IngestionOutcome, runIngestion } from '../ingestion/run.js';
import { readArguments, refuseWords, UsageError } from './arguments.js';
import { faultLines } from './expected-faults.js';
import { describeReport, listRejectedRows } from './ingestion-report.js';
import type { Io } from './io.js';
import { showProgress } from './progress-display.js';
import { InterruptedError, withDatabase } from './with-database.js';

export const INGEST_USAGE = 'ingest --from DIR [--json] [--force]';

const OPTIONS = { from: { type: 'string' }, json: { type: 'boolean' }, force: { type: 'boolean' } } as const;

/** Exit statuses. Source: running.md, Commands. */
const STATUS = { published: 0, unchanged: 3, failed: 1 } as const;

/** What becomes of a run, and what is not as new as it could be, a line a file. */
type Told = IngestionOutcome & { notes: string[] };

/**
 * One ingestion run: `ingest --from DIR`; DIR may be addresses, and is INGEST_FROM when it is not said.
 *
 * @returns the exit status: 0 published, 3 nothing new, 1 failed
 */
export async function ingest(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  refuseWords(positionals);
  const { from, json = false, force = false } = values;
  const given = from === undefined && isSet(io.env['INGEST_FROM']) ? null : originsOf(from ?? '');
  try {
    const settings = readSettings(io.env);
    const origins = given ?? settings.ingestFrom ?? originsOf('');
    const outcome = await withDatabase(io, settings, async (database) => {
      const result = await run(io, database, { ...settings, force, origins });
      if (!json) await tell(io, database, result);
      return result;
    });
    if (json) io.out(JSON.stringify(outcome));
    if (json && outcome.status === 'failed') outcome.errors.forEach(io.err);
    return STATUS[outcome.status];
  } catch (error) {
    // whoever reads JSON gets JSON, whatever happened; the fault itself is told as everywhere
    if (json && !(error instanceof InterruptedError))
      io.out(JSON.stringify({ status: 'failed', errors: faultLines(error).slice(0, 1), report: {}, notes: [] }));
    throw error;
  }
}

function isSet(text: string | undefined): boolean {
  return (text?.trim() ?? '') !== '';
}

/** @throws UsageError */
function originsOf(text: string): Origins {
  if (!isSet(text)) throw new UsageError('--from DIR is missing, and so is INGEST_FROM');
  const { origins, mistakes } = readOrigins(text);
  if (mistakes[0] !== undefined) throw new UsageError(`--from ${mistakes[0]}`);
  return origins;
}

async function run(
  io: Io,
  database: Database,
  settings: Settings & { force: boolean; origins: Origins },
): Promise<Told> {
  const { origins, dataDir, baseUrl } = settings;
  const progress = showProgress(io.terminal, io.err, () => performance.now());
  const clock = (): Date => new Date();
  const notes: string[] = [];
  const note = (line: string): void => {
    notes.push(line);
    progress.note(line);
  };
  const gathering = { into: join(dataDir, 'sources'), web: realWeb(baseUrl), clock, note };
  const bring = origins.addresses.length === 0 ? {} : { gather: () => gather(origins, gathering) };
  const options = { ...settings, directory: origins.text, ...bring, clock };
  const outcome = await runIngestion(database, options, progress).finally(() => {
    progress.done();
  });
  return { ...outcome, notes };
}

async function tell(io: Io, database: Database, outcome: IngestionOutcome): Promise<void> {
  if (outcome.status === 'unchanged') {
    io.out(`Nothing to do: release ${outcome.releaseId} was made of these files (--force does it all the same)`);
    return;
  }
  const { report } = outcome;
  describeReport(report).forEach(io.out);
  if (report.runId !== undefined) (await listRejectedRows(database.dataSource, report.runId)).forEach(io.out);
  if (outcome.status === 'published') io.out(`Release ${outcome.releaseId} is published`);
  else outcome.errors.forEach(io.err);
}
