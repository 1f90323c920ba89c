import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import { generate } from '../demo/generate.js';
import type { Progress } from '../ingestion/progress.js';
import { runIngestion } from '../ingestion/run.js';
import { DEMONSTRATION } from './generate.js';

/**
 * Generates the demonstration data into DATA_DIR/demo and publishes them.
 *
 * @returns the lines that say what went wrong; none when they are published
 */
export async function publishDemonstration(
  database: Database,
  settings: Settings,
  progress: Progress,
): Promise<string[]> {
  const directory = join(settings.dataDir, 'demo');
  progress.step('Generating fictitious data');
  await generate({ out: directory, bdpm: null, ...DEMONSTRATION });
  const options = { ...settings, demo: true, directory, force: false, clock: () => new Date() };
  const outcome = await runIngestion(database, options, progress);
  return outcome.status === 'failed' ? outcome.errors : [];
}
