import { readSettings } from '../config/settings.js';
import type { Database } from '../database/database.js';
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

/**
 * One ingestion run: `ingest --from DIR`.
 *
 * @returns the exit status: 0 published, 3 nothing new, 1 failed
 */
export async function ingest(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  refuseWords(positionals);
  const { from, json = false, force = false } = values;
  if (from === undefined || from === '') throw new UsageError('--from DIR is missing');
  try {
    const settings = readSettings(io.env);
    const outcome = await withDatabase(io, settings, async (database) => {
      const options = { ...settings, directory: from, force, clock: () => new Date() };
      const progress = showProgress(io.terminal, io.err, () => performance.now());
      const result = await runIngestion(database, options, progress).finally(() => {
        progress.done();
      });
      if (!json) await tell(io, database, result);
      return result;
    });
    if (json) io.out(JSON.stringify(outcome));
    if (json && outcome.status === 'failed') outcome.errors.forEach(io.err);
    return STATUS[outcome.status];
  } catch (error) {
    // whoever reads JSON gets JSON, whatever happened; the fault itself is told as everywhere
    if (json && !(error instanceof InterruptedError))
      io.out(JSON.stringify({ status: 'failed', errors: faultLines(error).slice(0, 1), report: {} }));
    throw error;
  }
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
