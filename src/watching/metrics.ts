import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import { within } from './patience.js';
import { publishedRelease } from './readiness.js';

const RUNS = readSql(import.meta.url, './runs.sql');
const RUN_STEPS = readSql(import.meta.url, './run-steps.sql');
const REJECTS = readSql(import.meta.url, './rejects.sql');

/** Milliseconds that the database has to answer. */
const PATIENCE = 2_000;

/** What the answers kept in memory tell of themselves: since the start, and bytes of those that are kept now. */
export interface KeepsAnswers {
  readonly counts: { hits: number; misses: number; bytes: number };
}

/** Connections to the database: node-postgres's own counts. */
interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** Values of the labels, in their order, and a number. */
type Sample = readonly [labels: readonly string[], value: number];

/** What is asked anew each time that somebody reads: a name with its unit, what it means, its labels, the samples. */
interface Question {
  kind: typeof Counter | typeof Gauge;
  name: string;
  help: string;
  labels?: readonly string[];
  read: () => readonly Sample[] | Promise<readonly Sample[]>;
}

/** What is told to whoever collects figures about this process, in the text form of Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  private isMeasuringProcess = false;

  constructor(dataSource: DataSource, answers: KeepsAnswers) {
    for (const question of [...ofAnswers(answers), ...ofConnections(dataSource), ...ofData(dataSource)])
      this.ask(question);
  }

  /** The text, and its type. The process itself is measured only from when somebody asks. */
  async read(): Promise<{ type: string; text: string }> {
    if (!this.isMeasuringProcess) collectDefaultMetrics({ register: this.registry });
    this.isMeasuringProcess = true;
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  private ask({ kind: Kind, name, help, labels = [], read }: Question): void {
    const metric = new Kind({
      name: `pharmacovigie_${name}`,
      help,
      labelNames: labels,
      registers: [this.registry],
      collect: async () => {
        // without the database nothing is said of what is in it: a number of before would look like one of now
        const samples = await Promise.resolve(read()).catch(() => []);
        metric.reset();
        for (const [values, value] of samples) metric.labels(...values).inc(value);
      },
    });
  }
}

function ofAnswers(answers: KeepsAnswers): Question[] {
  return [
    {
      kind: Counter,
      name: 'answer_cache_requests_total',
      help: 'Requests whose answer memory had, and had not',
      labels: ['outcome'],
      read: () => [
        [['hit'], answers.counts.hits],
        [['miss'], answers.counts.misses],
      ],
    },
    {
      kind: Gauge,
      name: 'answer_cache_bytes',
      help: 'Bytes of the answers kept in memory',
      read: () => [[[], answers.counts.bytes]],
    },
  ];
}

function ofConnections(dataSource: DataSource): Question[] {
  const { master, slaves } = dataSource.driver as unknown as { master: Pool; slaves: Pool[] };
  const sum = (count: (pool: Pool) => number): number =>
    [master, ...slaves].reduce((all, pool) => all + count(pool), 0);
  return [
    {
      kind: Gauge,
      name: 'database_connections',
      help: 'Connections to the database, those of them that are free, and requests that wait for one',
      labels: ['state'],
      read: () => [
        [['total'], sum((pool) => pool.totalCount)],
        [['idle'], sum((pool) => pool.idleCount)],
        [['waiting'], sum((pool) => pool.waitingCount)],
      ],
    },
  ];
}

function ofData(dataSource: DataSource): Question[] {
  const rows = <T>(sql: string): Promise<T[]> => within(PATIENCE, dataSource.query<T[]>(sql));
  return [
    {
      kind: Gauge,
      name: 'database_up',
      help: 'Whether the database answers',
      read: async () => [
        [
          [],
          await publishedRelease(dataSource).then(
            () => 1,
            () => 0,
          ),
        ],
      ],
    },
    {
      kind: Gauge,
      name: 'release_age_seconds',
      help: 'Seconds since the published release was published',
      labels: ['release'],
      read: async () => {
        const release = await publishedRelease(dataSource);
        return release === null ? [] : [[[release.id], release.age]];
      },
    },
    {
      kind: Gauge,
      name: 'release_rejected_rows',
      help: 'Rows that the published release could not use',
      labels: ['source', 'reason'],
      read: async () => {
        const rejects = await rows<{ source: string; reason: string; rejected: number }>(REJECTS);
        return rejects.map(({ source, reason, rejected }) => [[source, reason], rejected]);
      },
    },
    {
      kind: Gauge,
      name: 'ingestion_runs',
      help: 'Runs that the database keeps',
      labels: ['outcome'],
      read: async () =>
        (await rows<{ outcome: string; runs: number }>(RUNS)).map(({ outcome, runs }) => [[outcome], runs]),
    },
    {
      kind: Gauge,
      name: 'ingestion_step_seconds',
      help: 'Seconds of each step of the last run',
      labels: ['step'],
      read: async () =>
        (await rows<{ name: string; seconds: number }>(RUN_STEPS)).map(({ name, seconds }) => [[name], seconds]),
    },
  ];
}
