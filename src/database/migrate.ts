import type { DataSource } from 'typeorm';
import { DatabaseError } from './database-error.js';

/** Held by the process that migrates; the others wait and find nothing left to do. */
const MIGRATION_LOCK = 7_310_002;

/**
 * Brings a database up to date, each migration in its own transaction.
 *
 * @returns the names of the migrations that ran now
 * @throws DatabaseError when the database is newer than this program, or refuses a migration
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(dataSource);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(`The database could not be brought up to date: ${reason}`);
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
  }
}

async function refuseNewer(dataSource: DataSource): Promise<void> {
  const there: { exists: boolean }[] = await dataSource.query(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  if (there[0]?.exists !== true) return;
  const known = new Set(dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations ORDER BY id');
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown !== undefined)
    throw new DatabaseError(`The database is newer than this program (it has ${unknown.name}): update the program`);
}
