import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import { alone } from '../database/alone.js';
import type { Database } from '../database/database.js';
import { generate } from '../demo/generate.js';
import type { Progress } from '../ingestion/progress.js';
import { runIngestion } from '../ingestion/run.js';
import { Releases } from '../releases/releases.js';
import { DEMONSTRATION } from './generate.js';

/** Held by the process that makes it. */
const DEMONSTRATION_LOCK = 7_310_004;

/**
 * Generates the demonstration data into DATA_DIR/demo and publishes them. Of several processes that start together on an
 * empty database one does it, and the others wait for it.
 *
 * @returns the lines that say what went wrong; none when they are published
 */
export function publishDemonstration(database: Database, settings: Settings, progress: Progress): Promise<string[]> {
  return alone(database.dataSource, DEMONSTRATION_LOCK, async () => {
    if ((await new Releases(database.dataSource).list()).length > 0) return [];
    const directory = join(settings.dataDir, 'demo');
    progress.step('Generating fictitious data');
    await generate({ out: directory, bdpm: null, ...DEMONSTRATION });
    const options = { ...settings, demo: true, directory, force: false, clock: () => new Date() };
    const outcome = await runIngestion(database, options, progress);
    return outcome.status === 'failed' ? outcome.errors : [];
  });
}
