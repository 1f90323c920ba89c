import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { WritableDatabase } from './readers-database.js';
import { DatabaseUnavailable, isBusy, isGone } from './unavailable.js';

/** How long a question may wait, in milliseconds. */
export interface Patience {
  /** For a connection, new or free. */
  connection: number;
  /** For an answer. The server gives the question up; where it does not answer at all, we do, a little later. */
  answer: number;
}

/** Nobody waits longer for a page than that. */
const PATIENCE: Patience = { connection: 3_000, answer: 10_000 };
/** Milliseconds between two attempts to reach a server that is away. */
const AGAIN = 500;
/** Milliseconds that connections have to finish. */
const GRACE = 2_000;

/** A question to this very server. */
export type Ask = <T>(sql: string, parameters: unknown[]) => Promise<T>;

/** What a pool needs to know of its server. */
export interface ServerOptions {
  url: string;
  /** For the log: « the database », « the replica ». */
  name: string;
  patience?: Partial<Patience> | undefined;
  /** Asked of a server that answers again: whether it may be used. */
  isFit?: (ask: Ask) => Promise<boolean>;
  /** One line for the operator. */
  say: (line: string) => void;
}

/**
 * Connections to one server. Questions never wait without end: once the server is found to be away, they fail at once,
 * and it is tried again by itself until it answers.
 */
export class ServerPool extends WritableDatabase {
  private readonly patience: Patience;
  private readonly closing = new AbortController();
  private pool: pg.Pool;
  private away: boolean;
  /** Why the last attempt to reach it failed. */
  private reason = '';
  /** The last attempt to reach a server that was away: whether another one is not needed. */
  private trying = Promise.resolve(true);

  constructor(private readonly options: ServerOptions) {
    super();
    this.patience = { ...PATIENCE, ...options.patience };
    this.pool = this.open();
    // not used before it was found to be fit
    this.away = options.isFit !== undefined;
  }

  get isAway(): boolean {
    return this.away;
  }

  get connections(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /** The rows. @throws DatabaseUnavailable, or what the server says of the question */
  override async query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    if (this.away) throw new DatabaseUnavailable();
    try {
      return await this.ask<T>(sql, parameters);
    } catch (error) {
      // a connection that was cut says nothing of its server: where that answers, it is asked once more
      const wasCut = error instanceof DatabaseUnavailable && isGone(error.cause);
      if (!wasCut || !(await this.trying) || this.isAway) throw error;
      return this.ask<T>(sql, parameters);
    }
  }

  /** Begins to try a server that has to be fit; returns when it was tried once. */
  async join(): Promise<void> {
    this.trying = this.tryAgain();
    if (await this.trying) return;
    this.options.say(`${this.options.name} is not used yet: ${this.reason}`);
    void this.untilBack();
  }

  async close(): Promise<void> {
    this.closing.abort();
    // a connection that hangs is not waited for
    await Promise.race([this.pool.end(), pause(GRACE, undefined, { ref: false })]);
  }

  private async ask<T>(sql: string, parameters: unknown[]): Promise<T> {
    const { pool } = this;
    try {
      const { rows } = await pool.query(sql, parameters);
      return rows as T;
    } catch (error) {
      const { message } = error as Error;
      if (isBusy(error)) this.options.say(`${this.options.name} could not answer a question: ${message}`);
      else if (!isGone(error)) throw error;
      // what was asked before the server came back says nothing of now
      else if (pool === this.pool && !this.away) this.leave(message);
      throw new DatabaseUnavailable(undefined, { cause: error });
    }
  }

  private leave(message: string): void {
    if (this.closing.signal.aborted) return;
    this.options.say(`${this.options.name} does not answer: ${message}`);
    this.away = true;
    this.renew();
    this.trying = this.tryAgain();
    void this.untilBack();
  }

  private async untilBack(): Promise<void> {
    while (!(await this.trying)) {
      await pause(AGAIN, undefined, { ref: false, signal: this.closing.signal }).catch(() => undefined);
      this.trying = this.tryAgain();
    }
  }

  /** Whether nothing is left to try. */
  private async tryAgain(): Promise<boolean> {
    if (this.closing.signal.aborted) return true;
    this.reason = 'it is behind';
    try {
      await this.ask('SELECT', []);
      const { isFit } = this.options;
      if (isFit !== undefined && !(await isFit((sql, parameters) => this.ask(sql, parameters)))) return false;
    } catch (error) {
      this.reason = reasonOf(error);
      this.renew();
      return false;
    }
    this.away = false;
    this.options.say(`${this.options.name} answers, and is used`);
    return true;
  }

  /** Connections that hang are waited for by nobody. */
  private renew(): void {
    if (this.closing.signal.aborted) return;
    void this.pool.end();
    this.pool = this.open();
  }

  private open(): pg.Pool {
    const { connection, answer } = this.patience;
    const pool = new pg.Pool({
      connectionString: this.options.url,
      application_name: 'pharmacovigie',
      max: 10,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: connection,
      statement_timeout: answer,
      query_timeout: answer + Math.min(answer, 2_000),
    });
    // an idle connection that breaks is replaced when one is needed
    pool.on('error', () => undefined);
    return pool;
  }
}

/** Of what was behind it, where it only says that there was something. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
