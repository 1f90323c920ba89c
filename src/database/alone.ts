import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Does something that only one process at a time may do to a database; the others wait, however long it takes. One
 * connection holds the lock and is lent to the work, so that neither is left without the other: a process that dies
 * frees it.
 *
 * @param lock any number, the same in all versions
 */
export async function alone<T>(
  dataSource: DataSource,
  lock: number,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    // the limits of answers are not for this
    await runner.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [lock]);
    return await work(runner);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    await runner.query('RESET statement_timeout; RESET idle_in_transaction_session_timeout').catch(() => undefined);
    await runner.release();
  }
}
