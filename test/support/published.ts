import { createHash } from 'node:crypto';
import type { Database } from '../../src/database/database.js';
import { Releases } from '../../src/releases/releases.js';
import { cloneDatabase } from './databases.js';
import { type Generated, ingestGenerated } from './ingest-generated.js';

/** A database of one test file with a release in it. */
export interface PublishedDatabase extends Database {
  /** The number of the release that is published. */
  release: string;
}

/**
 * A database in which generated releases were published, one after the other. The first test of the run that asks for
 * these generates and ingests them; the others get a clone, with which they may do what they like. Every further set
 * costs some seconds: take one that others take, too.
 */
export async function createPublishedDatabase(...releases: Generated[]): Promise<PublishedDatabase> {
  const digest = createHash('sha256').update(JSON.stringify(releases)).digest('hex').slice(0, 16);
  const database = await cloneDatabase(`published_${digest}`, async (draft) => {
    for (const generated of releases) await ingestGenerated(draft, generated);
  });
  const release = await new Releases(database.dataSource).currentId();
  if (release === null) throw new Error('no release was asked for');
  return { ...database, release };
}

/** What nearly every test can do with: substances and medicines of every sort, most figures hidden. */
export const SMALL: Generated = { cases: 500 };

/** The common substances' figures are public in every population, with rates of several years; lists have pages. */
export const LARGE: Generated = { cases: 3000, years: [2016, 2021] };
