import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.js';
import { generate } from '../../src/demo/generate.js';
import { ingestFolder } from './ingest-generated.js';

/** Ingests generated sources without some of their files or folders, and gives the number of the release. */
export async function withoutSource(database: Database, missing: readonly string[]): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pharmacovigie-without-'));
  try {
    await generate({ out: directory, cases: 500, seed: 1, years: [2019, 2021], bdpm: null });
    for (const path of missing) await rm(join(directory, path), { recursive: true });
    return await ingestFolder(database, directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
