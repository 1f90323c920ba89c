import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { alone } from './alone.js';
import { DatabaseError, withRemedy } from './database-error.js';

/** Held by the process that migrates; the others wait and find nothing left to do. */
const MIGRATION_LOCK = 7_310_002;

/**
 * Brings a database up to date, each migration in its own transaction.
 *
 * @returns the names of the migrations that ran now
 * @throws DatabaseError when the database is newer than this program, or refuses a migration
 */
export function migrate(dataSource: DataSource): Promise<string[]> {
  return told(dataSource, 'brought up to date', async (runner) => {
    await refuseNewer(dataSource, runner);
    const done = await executorOf(dataSource, runner).executePendingMigrations();
    return done.map((migration) => migration.name);
  });
}

/**
 * Takes a database back, newest migration first, until `last` is the newest: for the program that ends with it. What
 * the migrations undone had added is lost.
 *
 * @param last name of a migration, or the number at its end
 * @returns the names of the migrations that were undone, in that order
 * @throws DatabaseError when the database has no such migration, is newer than this program, or refuses
 */
export function migrateBackTo(dataSource: DataSource, last: string): Promise<string[]> {
  return told(dataSource, 'taken back', async (runner) => {
    await refuseNewer(dataSource, runner);
    const names = await executed(runner);
    const kept = names.findIndex((name) => name === last || /\d+$/.exec(name)?.[0] === last);
    if (kept === -1)
      throw new DatabaseError(`The database has no migration ${last}: it has ${names.join(', ') || 'none at all'}`);
    const undone = names.slice(kept + 1).reverse();
    // one at a time: TypeORM looks up which was the last
    for (let left = undone.length; left > 0; left -= 1) await executorOf(dataSource, runner).undoLastMigration();
    return undone;
  });
}

async function told<T>(dataSource: DataSource, what: string, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  try {
    return await alone(dataSource, MIGRATION_LOCK, work);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`The database could not be ${what}: ${withRemedy(error)}`);
  }
}

function executorOf(dataSource: DataSource, runner: QueryRunner): MigrationExecutor {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'each';
  return executor;
}

async function refuseNewer(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const unknown = (await executed(runner)).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new DatabaseError(
    `The database is newer than this program (it has ${unknown}): update the program, or let the newer one take it back first (npm run migrate -- --to ${known.at(-1) ?? ''})`,
  );
}

/** The names of the migrations that the database has, oldest first. */
async function executed(runner: QueryRunner): Promise<string[]> {
  if (!(await runner.hasTable('migrations'))) return [];
  const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
  return rows.map(({ name }) => name);
}
