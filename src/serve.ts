import { createServer } from 'node:net';
import type { Io } from './cli/io.js';
import { showProgress } from './cli/progress-display.js';
import { untilInterrupted } from './cli/with-database.js';
import { readSettings, type Settings } from './config/settings.js';
import { openServed, type ServedDatabase } from './database/served-database.js';
import { listenError } from './listen-error.js';
import { lineOf, serviceLog } from './watching/log-target.js';

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
  // the application, which takes longest, is loaded while the database starts
  const loading = import('./listen.js');
  loading.catch(() => undefined);
  const database = await openServed(settings);
  try {
    return await untilInterrupted(io, database, async () => {
      if (!database.hasRelease) await ensureRelease(database, settings, io);
      const { listen } = await loading;
      return { ...(await listen(database, settings, log, io)), say: io.out };
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function ensureRelease(database: ServedDatabase, settings: Settings, io: Io): Promise<void> {
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
  const { publishDemonstration } = await import('./cli/demonstration.js');
  const progress = showProgress(io.terminal, io.out, () => performance.now());
  const faults = await publishDemonstration(await database.connect(), settings, progress).finally(() => {
    progress.done();
  });
  faults.forEach(io.err);
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
