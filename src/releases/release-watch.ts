import pg from 'pg';
import { RELEASE_CHANNEL } from './release-channel.js';

/** Milliseconds between two looks, for a notification that was lost, and between two attempts to connect. */
const LOOK_EVERY = 1_000;

/** Milliseconds that the database has to answer. */
const PATIENCE = 2_000;

/**
 * Knows which release is published, in memory: told by the database the moment it changes (LISTEN), and looking by
 * itself every second besides. While the database cannot be reached, the last one known stays.
 */
export class ReleaseWatch {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private known: string | null | undefined;
  private published: string | null | undefined;

  /** @param canShow whether a release that is published can be read by now, where it is read; if not, a later look asks */
  constructor(
    private readonly url: string,
    private readonly canShow: (releaseId: string) => Promise<boolean> = () => Promise.resolve(true),
  ) {}

  /** Number of the published release, as soon as it can be read; null: none is published yet; undefined: not known, the database has to be asked. */
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
    await this.turnTo(rows[0]?.id ?? null);
  }

  private async turnTo(id: string | null): Promise<void> {
    this.published = id;
    if (id === this.known || (id !== null && !(await this.canShow(id)))) return;
    // another one may have been published meanwhile: then that one counts
    if (id === this.published) this.known = id;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'pharmacovigie watch',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    });
    client.on('error', () => {
      this.disconnect();
    });
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) void this.turnTo(payload);
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
