import { MIGRATIONS } from './migrations.js';
import { ReadersDatabase } from './readers-database.js';
import { type Ask, type Patience, ServerPool } from './server-pool.js';
import { DatabaseUnavailable } from './unavailable.js';

/** The release is there, and all that this program has changed of the tables. */
const FIT = `SELECT ($1::integer IS NULL OR EXISTS (SELECT FROM release WHERE id = $1))
  AND EXISTS (SELECT FROM migrations WHERE name = $2) AS fit`;
const HAS_RELEASE = 'SELECT EXISTS (SELECT FROM release WHERE id = $1) AS fit';
/** One row; seconds since the last change that was replayed, 0 when there is nothing to replay; null: no standby. */
const LAG = `SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
    WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
    ELSE extract(epoch FROM now() - coalesce(pg_last_xact_replay_timestamp(), pg_postmaster_start_time())) END::float8 AS seconds`;

/** Where readers' questions go, and how. */
export interface ReadersOptions {
  /** Of the server that is written to. */
  url: string;
  /** Of the replica; null: there is none. */
  replicaUrl: string | null;
  /** Other than usual. */
  patience?: Partial<Patience> | undefined;
  /** One line for the operator. */
  say: (line: string) => void;
}

/** Told of each question, when it is asked and when it was answered or failed. */
export interface Listener {
  begin: () => void;
  end: () => void;
}

/**
 * Readers' questions: to the replica while it answers and has the release that is shown, else to the server that is
 * written to. A release never changes, so that it does not matter which of the two says what is in it.
 */
export class Readers extends ReadersDatabase {
  readonly primary: ServerPool;
  private readonly replica: ServerPool | null;
  private readonly listeners: Listener[] = [];
  /** The release that is shown, or about to be. */
  private shown: string | null = null;

  constructor({ url, replicaUrl, patience, say }: ReadersOptions) {
    super();
    this.primary = new ServerPool({ url, name: 'The database', patience, say });
    this.replica =
      replicaUrl === null
        ? null
        : new ServerPool({
            url: replicaUrl,
            name: 'The replica',
            patience,
            say,
            isFit: (ask) => this.isFit(ask),
          });
  }

  /** Turns to the replica, if there is one and it is fit; to be called when the release is known. */
  async start(): Promise<void> {
    await this.replica?.join();
  }

  override async query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    this.listeners.forEach(({ begin }) => {
      begin();
    });
    try {
      return await this.ask<T>(sql, parameters);
    } finally {
      this.listeners.forEach(({ end }) => {
        end();
      });
    }
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Whether a release of the server that is written to can be shown now: the replica must have got it. */
  readonly canShow = async (releaseId: string): Promise<boolean> => {
    if (this.replica?.isAway === false && !(await this.hasGot(this.replica, releaseId))) return false;
    this.shown = releaseId;
    return true;
  };

  /** Of all servers together. */
  get connections(): ServerPool['connections'] {
    const [one, other] = [this.primary.connections, this.replica?.connections ?? { total: 0, idle: 0, waiting: 0 }];
    return { total: one.total + other.total, idle: one.idle + other.idle, waiting: one.waiting + other.waiting };
  }

  /** null: there is none. */
  get isReplicaUsed(): boolean | null {
    return this.replica === null ? null : !this.replica.isAway;
  }

  /** Seconds that the replica is behind; null: there is none, it is away, or no standby. */
  async lag(): Promise<number | null> {
    if (this.replica?.isAway !== false) return null;
    const [row] = await this.replica.query<{ seconds: number | null }[]>(LAG);
    return row?.seconds ?? null;
  }

  async close(): Promise<void> {
    await Promise.all([this.primary.close(), this.replica?.close()]);
  }

  private async ask<T>(sql: string, parameters: unknown[]): Promise<T> {
    if (this.replica?.isAway === false)
      try {
        return await this.replica.query<T>(sql, parameters);
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) throw error;
      }
    return this.primary.query<T>(sql, parameters);
  }

  private async hasGot(replica: ServerPool, releaseId: string): Promise<boolean> {
    try {
      const [row] = await replica.query<{ fit: boolean }[]>(HAS_RELEASE, [releaseId]);
      return row?.fit === true;
    } catch {
      // a replica that is away is not asked again before it has this one
      return replica.isAway;
    }
  }

  private async isFit(ask: Ask): Promise<boolean> {
    const { shown } = this;
    const [row] = await ask<{ fit: boolean }[]>(FIT, [shown, MIGRATIONS.at(-1)?.name]);
    // another one may have been shown meanwhile
    return row?.fit === true && shown === this.shown;
  }
}
