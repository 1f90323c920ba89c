import { readSettings } from '../config/settings.js';
import { openDatabase } from '../database/database.js';
import { migrateBackTo } from '../database/migrate.js';
import { readArguments, refuseWords } from './arguments.js';
import type { Io } from './io.js';
import { withDatabase } from './with-database.js';

export const MIGRATE_USAGE = 'migrate [--to NAME]';

/**
 * Brings the database up to date, which opening it does: `migrate`; or takes it back for an earlier program, whose last
 * migration is NAME: `migrate --to NAME`. Exit status 0.
 */
export async function migrate(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, { to: { type: 'string' } });
  refuseWords(positionals);
  const settings = readSettings(io.env);
  const { to } = values;
  if (to === undefined) {
    await withDatabase(io, settings, () => Promise.resolve());
    io.out('The database is up to date');
    return 0;
  }
  let undone: string[] = [];
  const database = await openDatabase(settings, async (dataSource) => (undone = await migrateBackTo(dataSource, to)));
  await database.close();
  for (const name of undone) io.out(`Undone: ${name}`);
  io.out(`The database is at ${to}: start the program that ends with it, for this one would bring it up to date again`);
  return 0;
}
