import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Stops the server of a test data folder, if one runs, and waits until it is gone. */
export async function stopServer(dataDir) {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return;
  // PostgreSQL's fast shutdown: https://www.postgresql.org/docs/18/server-shutdown.html
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGINT');
  while (existsSync(file)) await pause(20);
}
