import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { publishDemonstration } from './cli/demonstration.js';
import type { Io } from './cli/io.js';
import { showProgress } from './cli/progress-display.js';
import { untilInterrupted } from './cli/with-database.js';
import { readSettings, type Settings } from './config/settings.js';
import { type Database, openDatabase } from './database/database.js';
import { ListenError } from './listen-error.js';
import { Releases } from './releases/releases.js';
import { ingestInProcess } from './scheduler/ingestion-process.js';
import { IngestionScheduler } from './scheduler/ingestion-scheduler.js';
import { lineOf, type LogTarget, serviceLog } from './watching/log.js';
import { Stopping } from './watching/stopping.js';

/** The service, listening. */
export interface Serving {
  /** Where it listens, on this machine. */
  url: string;
  /** One line for whoever started the service, in the form of its log. */
  say: (line: string) => void;
  /** Stops taking requests, answers what is under way, then closes the database. */
  close: () => Promise<void>;
}

/**
 * Starts the service: settings, database, a demonstration when there is no release at all and nowhere to take one from,
 * then listening, and the schedule of ingestions.
 *
 * @throws SettingsError, DatabaseError, ListenError, InterruptedError; nothing is left running then
 */
export async function serve(world: Io): Promise<Serving> {
  const settings = readSettings(world.env);
  const log = serviceLog(settings.logFormat ?? (world.terminal === null ? 'json' : 'text'), world.out);
  const io: Io = {
    ...world,
    out: (line) => {
      world.out(lineOf(log, line));
    },
  };
  // looked at first: nobody should wait for a demonstration to be told that
  await refusePortTaken(settings);
  io.out(
    settings.databaseUrl === null ? `Starting the embedded PostgreSQL in ${settings.dataDir}` : 'Opening the database',
  );
  const database = await openDatabase(settings);
  try {
    return await untilInterrupted(io, database, async () => {
      await ensureRelease(database, settings, io);
      return { ...(await listen(database, settings, log, io)), say: io.out };
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function ensureRelease(database: Database, settings: Settings, io: Io): Promise<void> {
  const releases = await new Releases(database.dataSource).list();
  if (releases.length > 0) return;
  if (settings.ingestFrom !== null) {
    io.out('There is no release yet: the first one is made from INGEST_FROM');
    return;
  }
  if (settings.demo === false) {
    // DEMO=0: no banner, so fictitious figures would be taken for real ones
    io.out('There is no release yet: npm run ingest -- --from DIR');
    return;
  }
  io.out('There is no release yet: making one of fictitious data, which takes about half a minute');
  const progress = showProgress(io.terminal, io.out, () => performance.now());
  const faults = await publishDemonstration(database, settings, progress).finally(() => {
    progress.done();
  });
  faults.forEach(io.err);
}

async function listen(database: Database, settings: Settings, log: LogTarget, io: Io): Promise<Omit<Serving, 'say'>> {
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

function keepSchedule(app: NestFastifyApplication, database: Database, io: Io): void {
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

function refusePortTaken({ port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      reject(listenError({ port, host }, error));
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there: stop it, or set PORT to another one',
  EACCES: 'we may not listen there: set PORT to 1024 or above',
  EADDRNOTAVAIL: 'this machine has no such address: set HOST to another one',
  ENOTFOUND: 'there is no such name: set HOST to another one',
};

function listenError({ port, host }: Pick<Settings, 'port' | 'host'>, error: unknown): ListenError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new ListenError(`The service cannot listen on ${host}:${port}: ${REASONS[code] ?? message}`);
}
