import type { Readers } from '../database/readers.js';
import type { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import { within } from './patience.js';
import type { Stopping } from './stopping.js';

const PUBLISHED = readSql(import.meta.url, './published-release.sql');

/** Milliseconds that the database has to answer. */
const PATIENCE = 2_000;
const DAY = 86_400;

/** The release that readers see; age in seconds since it was published. */
export interface PublishedRelease {
  id: string;
  publishedAt: string;
  age: number;
}

/** One thing that was looked at; null: it could not be looked at. */
interface Check {
  ok: boolean | null;
  [detail: string]: unknown;
}

/** Whether requests should be sent here, and why not. */
export interface ReadinessAnswer {
  ready: boolean;
  checks: Record<'process' | 'database' | 'release' | 'dataAge', Check>;
}

/** null without a release. @throws what the database does, or when it does not answer in time */
export async function publishedRelease(readers: ReadersDatabase): Promise<PublishedRelease | null> {
  const [release] = await within(PATIENCE, readers.query<PublishedRelease[]>(PUBLISHED));
  return release ?? null;
}

/** Looks whether the service can answer: the process stays, the database is there, a release is published and not too old. */
export class Readiness {
  private looking: Promise<PublishedRelease | null> | null = null;

  /** @param maxAge days, whole; null: age is not judged */
  constructor(
    private readonly readers: Readers,
    private readonly stopping: Stopping,
    private readonly maxAge: number | null,
  ) {}

  async look(): Promise<ReadinessAnswer> {
    // whoever asks meanwhile gets the same answer: a slow database is not asked more for being slow
    this.looking ??= publishedRelease(this.readers).finally(() => {
      this.looking = null;
    });
    const release = await this.looking.catch(() => undefined);
    const { isReplicaUsed } = this.readers;
    const checks = {
      process: { ok: !this.stopping.isStopping },
      database: { ok: release !== undefined, ...(isReplicaUsed === null ? {} : { isReplicaUsed }) },
      release: { ok: release === undefined ? null : release !== null, id: release?.id ?? null },
      dataAge: ageCheck(release, this.maxAge),
    };
    return { ready: Object.values(checks).every(({ ok }) => ok === true), checks };
  }
}

function ageCheck(release: PublishedRelease | null | undefined, maxDays: number | null): Check {
  const known = { publishedAt: release?.publishedAt ?? null, maxDays };
  if (maxDays === null) return { ok: true, ...known };
  return release
    ? { ok: release.age <= maxDays * DAY, days: Math.floor(release.age / DAY), ...known }
    : { ok: null, ...known };
}
