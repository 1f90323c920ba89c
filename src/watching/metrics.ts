import type { Registry } from 'prom-client';
import type { Readers } from '../database/readers.js';
import { readSql } from '../database/sql.js';
import { within } from './patience.js';
import { publishedRelease } from './readiness.js';
import type { RequestMetrics } from './request-metrics.js';

const RUNS = readSql(import.meta.url, './runs.sql');
const RUN_STEPS = readSql(import.meta.url, './run-steps.sql');
const REJECTS = readSql(import.meta.url, './rejects.sql');

/** Milliseconds that the database has to answer. */
const PATIENCE = 2_000;

/** What the answers kept in memory tell of themselves: since the start, and bytes of those that are kept now. */
export interface KeepsAnswers {
  readonly counts: { hits: number; misses: number; bytes: number };
}

/** Values of the labels, in their order, and a number. */
type Sample = readonly [labels: readonly string[], value: number];

/** What is asked anew each time that somebody reads: a name with its unit, what it means, its labels, the samples. */
interface Question {
  kind: 'Counter' | 'Gauge';
  name: string;
  help: string;
  labels?: readonly string[];
  read: () => readonly Sample[] | Promise<readonly Sample[]>;
}

/** What is told to whoever collects figures about this process, in the text form of Prometheus. */
export class Metrics {
  private registry: Promise<Registry> | null = null;

  constructor(
    private readonly readers: Readers,
    private readonly answers: KeepsAnswers,
    private readonly requests: RequestMetrics,
  ) {}

  /** The text, and its type. */
  async read(): Promise<{ type: string; text: string }> {
    const questions = [...ofAnswers(this.answers), ...ofConnections(this.readers), ...ofData(this.readers)];
    const registry = await (this.registry ??= registryOf(questions));
    return { type: registry.contentType, text: `${this.requests.text()}\n${await registry.metrics()}` };
  }
}

/** Made, and the process itself measured, only from when somebody asks: most never do. */
async function registryOf(questions: readonly Question[]): Promise<Registry> {
  const client = await import('prom-client');
  const registry = new client.Registry();
  for (const { kind, name, help, labels = [], read } of questions) {
    const metric = new client[kind]({
      name: `pharmacovigie_${name}`,
      help,
      labelNames: labels,
      registers: [registry],
      collect: async () => {
        // without the database nothing is said of what is in it: a number of before would look like one of now
        const samples = await Promise.resolve(read()).catch(() => []);
        metric.reset();
        for (const [values, value] of samples) metric.labels(...values).inc(value);
      },
    });
  }
  client.collectDefaultMetrics({ register: registry });
  return registry;
}

function ofAnswers(answers: KeepsAnswers): Question[] {
  return [
    {
      kind: 'Counter',
      name: 'answer_cache_requests_total',
      help: 'Requests whose answer memory had, and had not',
      labels: ['outcome'],
      read: () => [
        [['hit'], answers.counts.hits],
        [['miss'], answers.counts.misses],
      ],
    },
    {
      kind: 'Gauge',
      name: 'answer_cache_bytes',
      help: 'Bytes of the answers kept in memory',
      read: () => [[[], answers.counts.bytes]],
    },
  ];
}

function ofConnections(readers: Readers): Question[] {
  return [
    {
      kind: 'Gauge',
      name: 'database_connections',
      help: 'Connections to the database, those of them that are free, and requests that wait for one',
      labels: ['state'],
      read: () => Object.entries(readers.connections).map(([state, number]) => [[state], number]),
    },
    ...(readers.isReplicaUsed === null ? [] : ofReplica(readers)),
  ];
}

function ofReplica(readers: Readers): Question[] {
  return [
    {
      kind: 'Gauge',
      name: 'replica_used',
      help: 'Whether readers are answered from the replica',
      read: () => [[[], readers.isReplicaUsed === true ? 1 : 0]],
    },
    {
      kind: 'Gauge',
      name: 'replica_lag_seconds',
      help: 'Seconds that the replica is behind; nothing while it is not used',
      labels: ['server'],
      read: async () => {
        const seconds = await within(PATIENCE, readers.lag());
        return seconds === null ? [] : [[['replica'], seconds]];
      },
    },
  ];
}

function ofData(readers: Readers): Question[] {
  const rows = <T>(sql: string): Promise<T[]> => within(PATIENCE, readers.query<T[]>(sql));
  return [
    {
      kind: 'Gauge',
      name: 'database_up',
      help: 'Whether the database answers',
      read: async () => [
        [
          [],
          await publishedRelease(readers).then(
            () => 1,
            () => 0,
          ),
        ],
      ],
    },
    {
      kind: 'Gauge',
      name: 'release_age_seconds',
      help: 'Seconds since the published release was published',
      labels: ['release'],
      read: async () => {
        const release = await publishedRelease(readers);
        return release === null ? [] : [[[release.id], release.age]];
      },
    },
    {
      kind: 'Gauge',
      name: 'release_rejected_rows',
      help: 'Rows that the published release could not use',
      labels: ['source', 'reason'],
      read: async () => {
        const rejects = await rows<{ source: string; reason: string; rejected: number }>(REJECTS);
        return rejects.map(({ source, reason, rejected }) => [[source, reason], rejected]);
      },
    },
    {
      kind: 'Gauge',
      name: 'ingestion_runs',
      help: 'Runs that the database keeps',
      labels: ['outcome'],
      read: async () =>
        (await rows<{ outcome: string; runs: number }>(RUNS)).map(({ outcome, runs }) => [[outcome], runs]),
    },
    {
      kind: 'Gauge',
      name: 'ingestion_step_seconds',
      help: 'Seconds of each step of the last run',
      labels: ['step'],
      read: async () =>
        (await rows<{ name: string; seconds: number }>(RUN_STEPS)).map(({ name, seconds }) => [[name], seconds]),
    },
  ];
}
