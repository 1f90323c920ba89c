import type { ClientBase, Pool, PoolClient } from 'pg';
import type { Reject } from '../sources/rows.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';
import type { FileReport } from './file-report.js';

const FLUSH_AT = 5_000;
const LONGEST_TEXT = 10_000;

/**
 * What is kept of a run whether it publishes or fails: its files and its rejected rows. Written beside the release's
 * transaction, so that a run that is undone still says why.
 */
export class RunLog {
  private readonly waiting: Cell[][] = [];

  private constructor(
    private readonly pool: Pool,
    readonly runId: number,
  ) {}

  /** Says of the runs that were killed that they were; to be called when no other run is alive. */
  static async closeInterrupted(pool: Pool, at: Date): Promise<void> {
    await pool.query(`UPDATE ingestion_run SET status = 'interrupted', finished_at = $1 WHERE status = 'running'`, [
      at,
    ]);
  }

  static async open(pool: Pool, directory: string, startedAt: Date): Promise<RunLog> {
    const { rows } = await pool.query<{ id: number }>(
      `INSERT INTO ingestion_run (started_at, status, directory) VALUES ($1, 'running', $2) RETURNING id`,
      [startedAt, directory],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('the run was not written down');
    return new RunLog(pool, id);
  }

  /** Counts a rejected row in its file's report and keeps it. */
  async reject(report: FileReport, { line, reason, text }: Pick<Reject, 'line' | 'reason' | 'text'>): Promise<void> {
    report.rejected[reason] = (report.rejected[reason] ?? 0) + 1;
    this.waiting.push([this.runId, report.file, line, reason, text === null ? null : text.slice(0, LONGEST_TEXT)]);
    if (this.waiting.length >= FLUSH_AT) await this.flush();
  }

  /** The same of a row that was accepted before it was held against the others. */
  async rejectAccepted(report: FileReport, reject: Pick<Reject, 'line' | 'reason' | 'text'>): Promise<void> {
    report.rowsAccepted -= 1;
    await this.reject(report, reject);
  }

  async flush(): Promise<void> {
    const rows = this.waiting.splice(0);
    if (rows.length === 0) return;
    await withClient(this.pool, (client) =>
      copyRows(client, 'rejected_row (run_id, file, line, reason, row_text)', rows),
    );
  }

  /** Closes the run in the transaction that the client has open. */
  async finish(client: ClientBase, status: 'published' | 'failed', at: Date, outcome: RunOutcome): Promise<void> {
    await copyRows(
      client,
      SOURCE_FILE,
      outcome.files.map((file) => fileRow(this.runId, file)),
    );
    await client.query(`UPDATE ingestion_run SET status = $2, finished_at = $3, errors = $4 WHERE id = $1`, [
      this.runId,
      status,
      at,
      outcome.errors,
    ]);
  }

  /** Keeps the seconds of each step, in order; apart from the rest, for publishing is a step too. */
  async keepSteps(steps: readonly { name: string; seconds: number }[]): Promise<void> {
    await this.pool.query('UPDATE ingestion_run SET steps = $2 WHERE id = $1', [this.runId, JSON.stringify(steps)]);
  }
}

export interface RunOutcome {
  files: readonly FileReport[];
  /** One line per cause of a failure. */
  errors: readonly string[];
}

const SOURCE_FILE =
  'source_file (run_id, file, source, source_table, vintage, sha256, bytes, encoding, rows_read, rows_accepted, rejected)';

function fileRow(runId: number, f: FileReport): Cell[] {
  const rejected = JSON.stringify(f.rejected);
  const seen = [f.file, f.source, f.table, f.vintage, f.sha256, f.bytes, f.encoding];
  return [runId, ...seen, f.rowsRead, f.rowsAccepted, rejected];
}

/** Lends a client of the pool; one that failed is thrown away, since its transaction may be open. */
export async function withClient<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let fault = true;
  try {
    const result = await use(client);
    fault = false;
    return result;
  } finally {
    client.release(fault);
  }
}
