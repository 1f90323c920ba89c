import { Inject, Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { type Settings, SETTINGS } from '../config/settings.js';
import type { RunEnd } from './ingestion-process.js';
import { Turn } from './turn.js';

/** What the schedule works with. */
export interface ScheduleOptions {
  /** The database that releases are written to. */
  databaseUrl: string;
  /** One run; the signal breaks it off. */
  run: (signal: AbortSignal) => Promise<RunEnd>;
  /** Take one line of the log: what happened, and what should not have. */
  say: (line: string) => void;
  warn: (line: string) => void;
}

const JOB = 'ingestion';

/**
 * Milliseconds that a turn is kept at least: clocks of machines differ a little, and whoever comes a moment late is not
 * to do again what was quickly done.
 */
const SHORTEST_TURN = 15_000;

/** Causes of a failure that are told in the line of the run; the run's record has all. */
const MOST_CAUSES = 5;

/**
 * Ingests when INGEST_CRON says, and at once where nothing was ever published. Of all processes that use a database one
 * does it. What goes wrong is one line of the log: the service goes on with the release that it has.
 */
@Injectable()
export class IngestionScheduler {
  private readonly stopping = new AbortController();
  private options: ScheduleOptions | null = null;
  private running: Promise<void> | null = null;
  /** Kept for a while after the run. */
  private turn: Turn | null = null;
  private leaving: NodeJS.Timeout | undefined;

  constructor(
    private readonly registry: SchedulerRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Resolves when what was to be done at once is done; never rejects. Does nothing where INGEST_FROM is not set. */
  async start(options: ScheduleOptions): Promise<void> {
    const { ingestFrom, ingestCron, ingestTz } = this.settings;
    if (ingestFrom === null) return;
    this.options = options;
    if (ingestCron !== null) {
      const onTick = (): Promise<void> => this.tick();
      const times = { cronTime: ingestCron, timeZone: ingestTz };
      const job = CronJob.from({ ...times, onTick, start: true, unrefTimeout: true });
      this.registry.addCronJob(JOB, job);
      options.say(`Ingestion from ${ingestFrom.text}: next at ${job.nextDate().toISO() ?? ''}`);
    }
    await this.tick({ onlyWhenEmpty: true });
  }

  /** What is done at its time. Never rejects; resolves when the run has ended. */
  async tick({ onlyWhenEmpty = false } = {}): Promise<void> {
    const { options } = this;
    if (options === null || this.stopping.signal.aborted) return;
    if (this.running !== null) {
      options.warn('Ingestion: it is time again, but the last run is still under way');
      return;
    }
    this.running = this.takeTurn(options, onlyWhenEmpty).catch((error: unknown) => {
      options.warn(`Ingestion: ${error instanceof Error ? error.message : String(error)}`);
    });
    await this.running;
    this.running = null;
  }

  /** Begins no run any more, and breaks off the one under way; resolves when it has left the database. */
  async close(): Promise<void> {
    this.stopping.abort();
    if (this.registry.doesExist('cron', JOB)) this.registry.deleteCronJob(JOB);
    await this.running;
    await this.leaveTurn();
  }

  private async takeTurn(options: ScheduleOptions, onlyWhenEmpty: boolean): Promise<void> {
    // that of the last time, when it is kept still
    await this.leaveTurn();
    this.turn = await Turn.take(options.databaseUrl, onlyWhenEmpty);
    if (this.turn === null || this.stopping.signal.aborted) return;
    const startedAt = performance.now();
    try {
      tell(options, await options.run(this.stopping.signal));
    } finally {
      const rest = this.shortestTurn() - (performance.now() - startedAt);
      this.leaving = setTimeout(() => void this.leaveTurn(), Math.max(rest, 0)).unref();
    }
  }

  /** Milliseconds: never so long that it reaches the next time. */
  private shortestTurn(): number {
    if (!this.registry.doesExist('cron', JOB)) return 0;
    const untilNext = this.registry.getCronJob(JOB).nextDate().toMillis() - Date.now();
    return Math.min(SHORTEST_TURN, untilNext / 2);
  }

  private async leaveTurn(): Promise<void> {
    clearTimeout(this.leaving);
    const { turn } = this;
    this.turn = null;
    await turn?.release();
  }
}

/** One line for the run, and one for each file that is not as new as it could be. */
function tell({ say, warn }: ScheduleOptions, end: RunEnd): void {
  for (const note of end.notes) warn(`Ingestion: ${note}`);
  if (end.status === 'published') say(`Ingestion: release ${end.releaseId} is published`);
  else if (end.status === 'unchanged') say(`Ingestion: nothing new, release ${end.releaseId} stays`);
  else if (end.status === 'interrupted') say('Ingestion: broken off, as the service stops; nothing was published');
  else warn(`Ingestion: failed, what is published stays: ${causes(end.errors)}`);
}

function causes(errors: readonly string[]): string {
  const more = errors.length - MOST_CAUSES;
  return [...errors.slice(0, MOST_CAUSES), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
