import type { Settings } from '../config/settings.js';
import { type Database, openDatabase } from '../database/database.js';
import type { Io } from './io.js';

/** The operator stopped the program before it was done. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';

  constructor() {
    super('Interrupted: nothing was published');
  }
}

/**
 * Opens the database, works with it and closes it, also when the operator interrupts.
 *
 * @throws InterruptedError after an interruption, once the database is closed; the work may still be giving up then
 */
export async function withDatabase<T>(
  io: Io,
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(settings);
  try {
    return await untilInterrupted(io, database, () => work(database));
  } finally {
    await database.close();
  }
}

/** Works until done or interrupted; an interruption closes the database under the work. */
export async function untilInterrupted<T>(
  io: Io,
  database: Pick<Database, 'close'>,
  work: () => Promise<T>,
): Promise<T> {
  const state = { interrupted: false };
  let forget = (): void => undefined;
  const interruption = new Promise<never>((_, reject) => {
    forget = io.onInterrupt(() => {
      state.interrupted = true;
      void database.close().finally(() => {
        reject(new InterruptedError());
      });
    });
  });
  try {
    return await Promise.race([work(), interruption]);
  } catch (error) {
    // the work breaks off when its connections are closed: that is not news
    if (state.interrupted) return await interruption;
    throw error;
  } finally {
    forget();
  }
}
