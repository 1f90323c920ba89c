import pg from 'pg';
import type { Pool } from 'pg';
import type { Database } from '../database/database.js';
import { readSql } from '../database/sql.js';
import type { SourceFile } from '../sources/discover.js';
import { discover, isOptionalBdpm } from '../sources/discover.js';
import { inspect } from '../sources/inspect.js';
import { SourceError } from '../sources/source-error.js';
import { databaseFault } from './database-fault.js';
import { countConsumers, countDeclarations, keepCases } from './count.js';
import type { FileReport } from './file-report.js';
import { refusals } from './file-report.js';
import { loadConsumers } from './load-consumers.js';
import { loadDeclarations } from './load-declarations.js';
import { loadMedicineDetails } from './load-medicine-details.js';
import { loadMedicationErrors } from './load-medication-errors.js';
import { loadReference, stageReference } from './load-reference.js';
import { loadShortages } from './load-shortages.js';
import type { Progress } from './progress.js';
import type { Counted } from './publish.js';
import { isPublishedAlready, publish } from './publish.js';
import type { ReadFile } from './read-file.js';
import { expectedCharacters, readFileOf } from './read-file.js';
import { RunLog, withClient } from './run-log.js';

export interface IngestionOptions {
  /** Folder of the sources, see sources.md; or, with `gather`, where they come from, in words. */
  directory: string;
  /** Brings the files together, while no other run does, and gives their folder. Its SourceErrors are those of the run. */
  gather?: () => Promise<string>;
  /** Makes a release even of the files that the published one was made of. */
  force: boolean;
  /** Marks the release as fictitious or not; null: as the folder says. */
  demo: boolean | null;
  minCell: number;
  maxRejectedRatio: number;
  clock: () => Date;
}

export interface IngestionReport {
  runId: number;
  files: FileReport[];
  /** Seconds of each step, in order. */
  steps: { name: string; seconds: number }[];
  declarations: Counted['declarations'];
  exposure: Counted['packs'];
  substances: number;
  specialities: number;
}

export type IngestionOutcome =
  | { status: 'published'; releaseId: string; report: IngestionReport }
  | { status: 'unchanged'; releaseId: string }
  | { status: 'failed'; errors: string[]; report: Partial<IngestionReport> };

const STAGING = readSql(import.meta.url, './staging.sql');
const DROP_STAGING = 'DROP SCHEMA IF EXISTS staging CASCADE';
// any number does, as long as it stays the same in all versions
const INGESTION_LOCK = 4_115_721;

/**
 * One run: read → check → load → count → hide → publish. A failed run leaves the published release as it was; its faults
 * are in the outcome, one line a cause, and kept with the run. Throws DatabaseError, in one line, when the database goes
 * away or its disk is full; otherwise only on faults of the program.
 */
export async function runIngestion(
  database: Database,
  options: IngestionOptions,
  progress: Progress,
): Promise<IngestionOutcome> {
  const pool = new pg.Pool({ connectionString: database.url, max: 6, application_name: 'ingestion' });
  // an idle connection that breaks is replaced by the pool; the query that needs it speaks for itself
  pool.on('error', () => undefined);
  // and so does one that breaks while it is lent, when the server is stopped under it
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    return await withClient(pool, async (holder) => {
      const { rows } = await holder.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [
        INGESTION_LOCK,
      ]);
      if (rows[0]?.free !== true) {
        return { status: 'failed', errors: ['another ingestion run is under way: wait until it ends'], report: {} };
      }
      try {
        await tidyUp(pool, options.clock());
        return await new Run(pool, options, progress).go();
      } finally {
        // where it is gone, so is the lock
        await holder.query('SELECT pg_advisory_unlock($1)', [INGESTION_LOCK]).catch(() => undefined);
      }
    });
  } catch (error) {
    throw databaseFault(error) ?? error;
  } finally {
    await pool.end();
  }
}

/** What a run that was killed left behind: whoever holds the lock of ingestion knows that no other run is alive. */
async function tidyUp(pool: Pool, at: Date): Promise<void> {
  await pool.query(DROP_STAGING);
  await RunLog.closeInterrupted(pool, at);
}

/** What the files give before anything is counted. */
type ReadSources = Pick<Counted, 'reference' | 'details' | 'loadedYears' | 'shortages' | 'medicationErrors'> & {
  bnpv: readonly ReadFile[];
};

class Run {
  private readonly steps: IngestionReport['steps'] = [];
  private files: ReadFile[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly options: IngestionOptions,
    private readonly progress: Progress,
  ) {}

  async go(): Promise<IngestionOutcome> {
    const startedAt = this.options.clock();
    const { gather, directory } = this.options;
    const folder = await gathering(() =>
      gather ? this.timed('Fetching the files', gather) : Promise.resolve(directory),
    );
    const looked = 'errors' in folder ? { demo: false, ...folder } : await this.lookAtFiles(folder.value);
    if ('releaseId' in looked) return { status: 'unchanged', ...looked };
    const log = await RunLog.open(this.pool, directory, startedAt);
    try {
      const outcome = await this.outcome(log, looked);
      await log.keepSteps(this.steps);
      await this.pool.query(DROP_STAGING);
      return outcome;
    } catch (error) {
      // what fails in its turn must not hide the first fault; the next run tidies up
      await this.putDown(log, [databaseFault(error)?.message ?? `the run broke off: ${String(error)}`]).catch(ignore);
      await log.keepSteps(this.steps).catch(ignore);
      await this.pool.query(DROP_STAGING).catch(ignore);
      throw error;
    }
  }

  private async outcome(log: RunLog, looked: { demo: boolean; errors: string[] }): Promise<IngestionOutcome> {
    try {
      if (looked.errors.length > 0) throw new SourceError(looked.errors.join('\n'));
      const counted = await this.readAndCount(log);
      const demo = this.options.demo ?? looked.demo;
      const { minCell, clock } = this.options;
      const release = { demo, minCell, publishedAt: clock(), files: this.reports() };
      const releaseId = await this.timed('Publishing', () => publish(this.pool, log, counted, release));
      return { status: 'published', releaseId: String(releaseId), report: this.report(log.runId, counted) };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const errors = error.message.split('\n');
      await this.putDown(log, errors);
      return { status: 'failed', errors, report: { runId: log.runId, files: this.reports(), steps: this.steps } };
    }
  }

  /** First pass over the bytes: sums, encodings, and whether there is anything new at all. */
  private async lookAtFiles(folder: string): Promise<{ releaseId: string } | { demo: boolean; errors: string[] }> {
    return this.timed('Looking at the files', async () => {
      const found = await gathering(() => discover(folder));
      if ('errors' in found) return { demo: false, errors: found.errors };
      for (const name of found.value.unknown) this.progress.note(`${name}: fits no source, left alone`);
      const errors: string[] = [];
      for (const [i, file] of found.value.files.entries()) {
        const looked = await gathering(() => inspect(file));
        if ('errors' in looked) errors.push(...looked.errors);
        else this.files.push(readFileOf(file, looked.value));
        this.progress.advance((i + 1) / found.value.files.length);
      }
      if (errors.length === 0 && !this.options.force) {
        const releaseId = await isPublishedAlready(this.pool, this.reports());
        if (releaseId !== null) return { releaseId };
      }
      return { demo: found.value.demo, errors };
    });
  }

  private async readAndCount(log: RunLog): Promise<Counted> {
    const { bnpv, ...read } = await this.readSources(log);
    // before rows that lean on rejected ones are rejected in their turn: the first cause is the one to tell
    this.check();
    // the cases are sorted first, by one processor: the other one counts the consumers
    const [cases, packs] = await this.timed('Choosing cases', () =>
      Promise.all([keepCases(this.pool, bnpv, log), countConsumers(this.pool)]),
    );
    this.check();
    const counts = await this.timed('Counting cases', () => countDeclarations(this.pool, read.reference));
    const casesRead = bnpv.find(({ source }) => source.table === 'Cas-Patients')?.report.rowsRead ?? 0;
    const declarations =
      bnpv.length === 0
        ? null
        : {
            casesRead,
            casesKept: cases.kept,
            excluded: { foreign: cases.foreign, superseded: cases.superseded },
            ...counts.matching,
          };
    return { ...read, declarations, period: cases.period, packs, reporters: cases.reporters, terms: counts.terms };
  }

  /** Reads every file: declarations and consumers into staging, what is known of medicines into memory. */
  private async readSources(log: RunLog): Promise<ReadSources> {
    const of = (source: SourceFile['source']): ReadFile[] => this.files.filter((file) => file.source.source === source);
    const bnpv = of('bnpv');
    await this.pool.query(STAGING);
    const optional = of('bdpm').filter(({ source }) => isOptionalBdpm(source));
    const required = of('bdpm').filter((file) => !optional.includes(file));
    const reference = await this.reading('Reading medicines', required, (files) => loadReference(files, log));
    await withClient(this.pool, (client) => stageReference(client, reference));
    const details = await this.reading('Reading details of medicines', [...optional, ...of('atc')], (files) =>
      loadMedicineDetails(files, reference, log),
    );
    await this.reading('Reading declarations', bnpv, (files) => loadDeclarations(this.pool, files, log));
    const loadedYears = await this.reading('Reading consumers', of('open-medic'), (files) =>
      loadConsumers(this.pool, files, log),
    );
    const shortages = await this.reading('Reading shortages', of('ruptures'), (files) =>
      loadShortages(files, { reference, details }, log),
    );
    const errors = of('erreurs-medicamenteuses');
    const medicationErrors = await this.reading('Reading medication errors', errors, (files) =>
      loadMedicationErrors(files, reference, log),
    );
    return { bnpv, reference, details, loadedYears, shortages, medicationErrors };
  }

  private check(): void {
    const errors = refusals(this.reports(), this.options.maxRejectedRatio);
    if (errors.length > 0) throw new SourceError(errors.join('\n'));
  }

  private async putDown(log: RunLog, errors: string[]): Promise<void> {
    await log.flush();
    await withClient(this.pool, async (client) => {
      await client.query('BEGIN');
      await log.finish(client, 'failed', this.options.clock(), { files: this.reports(), errors });
      await client.query('COMMIT');
    });
  }

  private reports(): FileReport[] {
    return this.files.map(({ report }) => report);
  }

  private report(runId: number, counted: Counted): IngestionReport {
    const { declarations, packs: exposure, reference } = counted;
    const [substances, specialities] = [reference.substances.all.length, reference.specialities.length];
    return { runId, files: this.reports(), steps: this.steps, declarations, exposure, substances, specialities };
  }

  /** A step that reads files tells how far it is in them. */
  private reading<T>(
    name: string,
    files: readonly ReadFile[],
    act: (files: readonly ReadFile[]) => Promise<T>,
  ): Promise<T> {
    const all = files.reduce((characters, file) => characters + expectedCharacters(file), 0);
    let read = 0;
    for (const file of files) {
      file.onRead = (characters) => {
        read += characters;
        this.progress.advance(Math.min(read / all, 1));
      };
    }
    return this.timed(name, () => act(files));
  }

  private async timed<T>(name: string, act: () => Promise<T>): Promise<T> {
    this.progress.step(name);
    const started = performance.now();
    const result = await act();
    this.steps.push({ name, seconds: Number(((performance.now() - started) / 1000).toFixed(3)) });
    this.progress.advance(1);
    return result;
  }
}

const ignore = (): void => undefined;

/** Takes the faults of files as lines, so that all of them are told at once. */
async function gathering<T>(act: () => Promise<T>): Promise<{ value: T } | { errors: string[] }> {
  try {
    return { value: await act() };
  } catch (error) {
    if (error instanceof SourceError) return { errors: error.message.split('\n') };
    throw error;
  }
}
