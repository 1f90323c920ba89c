import { readSettings } from '../config/settings.js';
import { readArguments, refuseWords } from './arguments.js';
import type { Io } from './io.js';
import { withDatabase } from './with-database.js';

export const MIGRATE_USAGE = 'migrate';

/** Brings the database up to date, which opening it does: `migrate`. Exit status 0. */
export async function migrate(args: string[], io: Io): Promise<number> {
  refuseWords(readArguments(args, {}).positionals);
  await withDatabase(io, readSettings(io.env), () => Promise.resolve());
  io.out('The database is up to date');
  return 0;
}
