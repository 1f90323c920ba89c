import pg from 'pg';
import { RELEASE_CHANNEL } from './release-channel.js';

/** Milliseconds between two looks, for a notification that was lost, and between two attempts to connect. */
const LOOK_EVERY = 1_000;

/**
 * Knows which release is published, in memory: told by the database the moment it changes (LISTEN), and looking by
 * itself every second besides. While the database cannot be reached, the last one known stays.
 */
export class ReleaseWatch {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private known: string | null | undefined;

  constructor(private readonly url: string) {}

  /** Number of the published release; null: none is published yet; undefined: not known, the database has to be asked. */
  get id(): string | null | undefined {
    return this.known;
  }

  /** Starts watching; returns when the release is known, or when the database does not answer. */
  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
    await this.client?.end().catch(() => undefined);
    this.client = null;
  }

  private look(): Promise<void> {
    this.looking ??= this.read()
      .catch(() => {
        this.disconnect();
      })
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }

  private async read(): Promise<void> {
    const client = (this.client ??= await this.connect());
    const { rows } = await client.query<{ id: string }>('SELECT release_id::text AS id FROM published_release');
    this.known = rows[0]?.id ?? null;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'pharmacovigie watch',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client.on('error', () => {
      this.disconnect();
    });
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.known = payload;
    });
    await client.connect();
    await client.query(`LISTEN ${RELEASE_CHANNEL}`);
    return client;
  }

  /** The next look connects anew. */
  private disconnect(): void {
    const { client } = this;
    this.client = null;
    void client?.end().catch(() => undefined);
  }
}
