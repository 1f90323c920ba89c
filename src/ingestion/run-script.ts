import type { Pool } from 'pg';
import { withClient } from './run-log.js';

// Set-based work wants memory. Two scripts run side by side already: further workers would only take turns with them. Freshly
// made tables have few statistics or none, without which the planner sorts texts to merge them where hashing is cheaper;
// and tables of one distribution need no large samples.
const SETTINGS = `
  SET work_mem = '256MB';
  SET maintenance_work_mem = '256MB';
  SET max_parallel_workers_per_gather = 0;
  SET enable_mergejoin = off;
  SET jit = off;
  SET default_statistics_target = 10`;

/** Runs a file of SQL, in one transaction, with the settings of such work for this one session only. */
export async function runScript(pool: Pool, script: string): Promise<void> {
  await withClient(pool, async (client) => {
    await client.query(SETTINGS);
    await client.query(script);
    await client.query('RESET ALL');
  });
}
