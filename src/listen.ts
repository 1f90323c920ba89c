import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import type { Io } from './cli/io.js';
import type { Settings } from './config/settings.js';
import type { ServedDatabase } from './database/served-database.js';
import { listenError } from './listen-error.js';
import { ingestInProcess } from './scheduler/ingestion-process.js';
import { IngestionScheduler } from './scheduler/ingestion-scheduler.js';
import type { LogTarget } from './watching/log-target.js';
import { Stopping } from './watching/stopping.js';

/**
 * Answers over a database, and keeps the schedule of ingestions.
 *
 * @returns where it listens, and the way to stop it, which closes the database
 * @throws ListenError
 */
export async function listen(
  database: ServedDatabase,
  settings: Settings,
  log: LogTarget,
  io: Io,
): Promise<{ url: string; close: () => Promise<void> }> {
  const app = await createApp(database, settings, { log });
  const close = async (): Promise<void> => {
    const told = app.get(Stopping).begin();
    // /readyz says it, and answers close their connections: whoever sends requests here turns elsewhere meanwhile
    await pause(settings.drainSeconds * 1_000);
    await app.close();
    // what was told to end has a database until it has
    await told.finally(() => database.close());
  };
  let closing: Promise<void> | undefined;
  try {
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await app.close();
    throw listenError(settings, error);
  }
  keepSchedule(app, database, io);
  return { url: await app.getUrl(), close: () => (closing ??= close()) };
}

function keepSchedule(app: NestFastifyApplication, database: ServedDatabase, io: Io): void {
  const scheduler = app.get(IngestionScheduler, { strict: false });
  app.get(Stopping).onStop(() => scheduler.close());
  const { log } = app.getHttpAdapter().getInstance();
  void scheduler.start({
    databaseUrl: database.url,
    run: (signal) => ingestInProcess(io.env, signal),
    say: io.out,
    warn: (line) => {
      log.warn(line);
    },
  });
}
