import { Injectable } from '@nestjs/common';
import { ReadersDatabase } from '../database/readers-database.js';
import { readSql } from '../database/sql.js';
import type { Paged } from './answers.js';

const CHANGES = readSql(import.meta.url, './release-changes.sql');
const BEFORE = readSql(import.meta.url, './release-before.sql');

export const CHANGED_KINDS = ['substance', 'speciality'] as const;
export type ChangedKind = (typeof CHANGED_KINDS)[number];
export const CHANGES_OF_RELEASES = ['added', 'gone', 'changed'] as const;
export type ChangeOfRelease = (typeof CHANGES_OF_RELEASES)[number];
export const CHANGED_PARTS = ['adverseReactions', 'exposure', 'medicationErrors'] as const;

/** A substance or a speciality that is not in one release as it is in the other. */
export interface ReleaseChange {
  kind: ChangedKind;
  /** Code of the substance, or CIS of the speciality. */
  code: string;
  name: string;
  change: ChangeOfRelease;
  /** Which public figures are others; none where it was added or is gone. */
  parts: (typeof CHANGED_PARTS)[number][];
}

/** How many there are, of each kind. */
export type ChangeCounts = Record<ChangedKind, Record<ChangeOfRelease, number>>;

export interface ChangesFilter {
  kind?: ChangedKind | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
}

interface Compared {
  total: number;
  items: ReleaseChange[];
  counts: { kind: ChangedKind; change: ChangeOfRelease; number: number }[];
}

/**
 * What is other in a release than in another one. Only what was published is compared, and it is only said that it has
 * changed: the difference of two numbers of cases could be a small one.
 */
@Injectable()
export class ReleaseChangesQuery {
  constructor(private readonly readers: ReadersDatabase) {}

  /** The number of the latest earlier release that is kept; null when there is none. */
  async before(releaseId: string): Promise<string | null> {
    const [row] = await this.readers.query<{ id: string }[]>(BEFORE, [releaseId]);
    return row?.id ?? null;
  }

  /** Substances first, each by name. */
  async page(releaseId: string, against: string, filter: ChangesFilter): Promise<Paged<ReleaseChange>> {
    const { page, pageSize, kind = null } = filter;
    const { total, items } = await this.compare([releaseId, against, kind, pageSize, (page - 1) * pageSize]);
    return { items, total, page, pageSize };
  }

  async counts(releaseId: string, against: string): Promise<ChangeCounts> {
    const { counts } = await this.compare([releaseId, against, null, 0, 0]);
    const none = (): ChangeCounts[ChangedKind] => ({ added: 0, gone: 0, changed: 0 });
    const all: ChangeCounts = { substance: none(), speciality: none() };
    for (const { kind, change, number } of counts) all[kind][change] = number;
    return all;
  }

  private async compare(parameters: (string | number | null)[]): Promise<Compared> {
    const [row] = await this.readers.query<Compared[]>(CHANGES, parameters);
    return row ?? { total: 0, items: [], counts: [] };
  }
}
