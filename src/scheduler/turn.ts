import pg from 'pg';

/** Any number does, as long as it stays the same in all versions; that of a run itself is another one. */
const TURN_LOCK = 4_115_722;

/**
 * The right to do what the schedule says, which one process of all that use a database has at a time. It is held by a
 * connection: whoever dies has it no more.
 */
export class Turn {
  private constructor(private readonly client: pg.Client) {}

  /**
   * Null when another process has it, and, with `onlyWhenEmpty`, where anything was ever published; throws what
   * PostgreSQL or the network says.
   */
  static async take(databaseUrl: string, onlyWhenEmpty: boolean): Promise<Turn | null> {
    const options = { connectionString: databaseUrl, connectionTimeoutMillis: 10_000, keepAlive: true };
    const client = new pg.Client({ ...options, application_name: 'pharmacovigie schedule' });
    // a connection that is lost takes the turn with it; the run has a lock of its own
    client.on('error', () => undefined);
    let isOurs = false;
    try {
      await client.connect();
      // looked at first: a turn that is not used must not stand in anybody's way
      isOurs = !(onlyWhenEmpty && (await hasReleases(client))) && (await isFree(client));
    } finally {
      if (!isOurs) await end(client);
    }
    return isOurs ? new Turn(client) : null;
  }

  release(): Promise<void> {
    return end(this.client);
  }
}

async function hasReleases(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM release LIMIT 1');
  return rowCount !== 0;
}

async function isFree(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [TURN_LOCK]);
  return rows[0]?.free === true;
}

async function end(client: pg.Client): Promise<void> {
  await client.end().catch(() => undefined);
}
