import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.js';
import { generate } from '../../src/demo/generate.js';
import { runIngestion } from '../../src/ingestion/run.js';
import type { Progress } from '../../src/ingestion/progress.js';

/** The moment of every run in the tests. */
export const TEST_TIME = new Date('2025-03-02T10:00:00Z');

/** What to generate; what is absent is small and always the same. */
export interface Generated {
  cases?: number;
  seed?: number;
  years?: [number, number];
  /** A folder of BDPM files to generate upon; null: fictitious medicines. */
  bdpm?: string | null;
  /** Files and folders that are taken away again before the rest is ingested. */
  without?: readonly string[];
}

/** Says nothing. */
export const SILENT: Progress = { step: () => undefined, advance: () => undefined, note: () => undefined };

/**
 * Generates synthetic sources, ingests them and gives the number of the release.
 *
 * @throws Error with the causes when the run published nothing
 */
export async function ingestGenerated(database: Database, generated: Generated = {}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pharmacovigie-sources-'));
  try {
    const { without = [], ...options } = generated;
    await generate({ out: directory, cases: 2000, seed: 1, years: [2019, 2021], bdpm: null, ...options });
    for (const path of without) await rm(join(directory, path), { recursive: true });
    return await ingestFolder(database, directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Ingests a folder with the usual settings and gives the number of the release; throws when nothing was published. */
export async function ingestFolder(database: Database, directory: string): Promise<string> {
  const outcome = await runIngestion(
    database,
    { directory, force: true, demo: null, minCell: 11, maxRejectedRatio: 0.05, clock: () => TEST_TIME },
    SILENT,
  );
  if (outcome.status === 'failed') throw new Error(outcome.errors.join('\n'));
  return outcome.releaseId;
}
