import type { DataSource } from 'typeorm';
import { PublishedRelease, Release } from '../database/entities/release.js';
import { IngestionRun, SourceFile } from '../database/entities/ingestion-run.js';
import { readSql } from '../database/sql.js';
import { RELEASE_CHANNEL } from './release-channel.js';
import { ReleaseError } from './release-error.js';

const RELEASES = readSql(import.meta.url, './releases.sql');
const PRUNE = readSql(import.meta.url, './prune.sql');
/** Runs that published nothing, with what they kept: older than all releases, they explain nothing any more. */
const OLD_RUNS = `DELETE FROM ingestion_run
  WHERE id < (SELECT min(run_id) FROM release) AND status IN ('failed', 'interrupted')`;

/** A release in one line. */
export interface ReleaseSummary {
  id: string;
  publishedAt: Date;
  /** Whether readers see this one. */
  current: boolean;
  demo: boolean;
  minCell: number;
  /** The folder its sources were read from. */
  directory: string;
  /** First and last year; null without declarations. */
  declarationsFrom: number | null;
  declarationsTo: number | null;
  /** First and last year; null without consumers. */
  exposureFrom: number | null;
  exposureTo: number | null;
  substances: number;
  specialities: number;
}

/** A release with the files it was made of, by name. */
export interface ReleaseDetail extends ReleaseSummary {
  files: SourceFile[];
}

/** The published versions of the figures. A release never changes; which one readers see does. */
export class Releases {
  constructor(private readonly dataSource: DataSource) {}

  /** The number of the release that readers see; null before the first. */
  async currentId(): Promise<string | null> {
    const published = await this.dataSource.getRepository(PublishedRelease).findOneBy({ onlyRow: true });
    return published === null ? null : String(published.releaseId);
  }

  /** Every release that is kept, the latest first. */
  async list(): Promise<ReleaseSummary[]> {
    return this.dataSource.query<ReleaseSummary[]>(RELEASES, [null]);
  }

  /** @throws ReleaseError when there is no such release */
  async show(id: string): Promise<ReleaseDetail> {
    const number = numberOf(id);
    const [summary] = await this.dataSource.query<ReleaseSummary[]>(RELEASES, [number]);
    if (summary === undefined) throw new ReleaseError(`There is no release ${id}`);
    const { runId } = await this.dataSource.getRepository(Release).findOneByOrFail({ id: number });
    const files = await this.dataSource.getRepository(SourceFile).find({ where: { runId }, order: { file: 'ASC' } });
    return { ...summary, files };
  }

  /**
   * Shows a release to the readers from now on.
   *
   * @throws ReleaseError when there is no such release
   */
  async activate(id: string): Promise<void> {
    const releaseId = numberOf(id);
    await this.dataSource.transaction(async (manager) => {
      // locked: a prune at the same moment waits, and then finds it published
      const release = await manager.findOne(Release, { where: { id: releaseId }, lock: { mode: 'pessimistic_read' } });
      if (release === null) throw new ReleaseError(`There is no release ${id}`);
      await manager.upsert(PublishedRelease, { onlyRow: true, releaseId }, ['onlyRow']);
      await manager.query('SELECT pg_notify($1, $2)', [RELEASE_CHANNEL, String(releaseId)]);
    });
  }

  /**
   * Deletes all but the latest releases, each with the record of its run, and the records of failed runs before them; the
   * published release always stays.
   *
   * @param keep how many of the latest stay, at least 1
   * @returns the numbers of those that were deleted, ascending
   */
  async prune(keep: number): Promise<string[]> {
    if (!Number.isInteger(keep) || keep < 1) throw new ReleaseError('At least one release must be kept');
    return this.dataSource.transaction(async (manager) => {
      const pruned = await manager.query<{ id: string; runId: number }[]>(PRUNE, [keep]);
      if (pruned.length > 0)
        await manager.delete(
          IngestionRun,
          pruned.map(({ runId }) => runId),
        );
      await manager.query(OLD_RUNS);
      return pruned.map(({ id }) => id);
    });
  }
}

/** The largest number that a release can have: PostgreSQL's integer. */
const LARGEST = 2_147_483_647;

function numberOf(id: string): number {
  if (!/^\d{1,10}$/.test(id) || Number(id) > LARGEST) throw new ReleaseError(`There is no release ${id}`);
  return Number(id);
}
