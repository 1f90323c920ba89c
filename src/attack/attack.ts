import { type Finding, judge } from './judge.js';
import { type Ask, PublicReader } from './read-public.js';
import { Solver } from './solver.js';
import type { Subject } from './subject.js';

export type { Ask } from './read-public.js';

export interface AttackOptions {
  /** The release that must be the current one; `current`: whichever is. */
  release: string;
  /** Also the cells that no table shows: slower, and finds more. */
  deep: boolean;
  /** Told after each subject. */
  progress: (done: number, all: number) => void;
}

/** What was attacked, and what could be worked out. */
export interface AttackReport {
  release: string;
  /** Substances with declarations; the declarations together are one more. */
  subjects: number;
  /** Suppressed numbers. */
  hidden: number;
  /** What the interface does not have, a line each. */
  notes: string[];
  findings: Finding[];
}

/** The release that was asked for is not the one that is served. */
export class OtherReleaseError extends Error {
  override readonly name = 'OtherReleaseError';
}

/**
 * Attacks the current release: reads everything the public is told, and works out the smallest and the largest number
 * that each suppressed one can be. Source: disclosure.md, the proof.
 *
 * @throws OtherReleaseError when another release is current, InterfaceError when the interface answers something else
 */
export async function attack(ask: Ask, { release: wanted, deep, progress }: AttackOptions): Promise<AttackReport> {
  const reader = new PublicReader(ask, (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const release = await reader.release();
  if (wanted !== 'current' && wanted !== release.id) {
    throw new OtherReleaseError(`release ${wanted} is not published: the current one is ${release.id}`);
  }
  const solver = await Solver.load();
  const report: AttackReport = { release: release.id, subjects: 0, hidden: 0, notes: [], findings: [] };
  const take = (subject: Subject | null): void => {
    if (subject === null) return;
    const { findings, hidden } = judge(subject, deep, solver);
    report.subjects += 1;
    report.hidden += hidden;
    report.findings.push(...findings);
  };
  const listed = await reader.list();
  for (const [index, item] of listed.entries()) {
    take(await reader.substance(item, release));
    progress(index + 1, listed.length + 1);
  }
  const declarations = await reader.declarations(release);
  if (declarations === null) report.notes.push('/api/v1/statistics/declarations is not there: passed over');
  take(declarations);
  progress(listed.length + 1, listed.length + 1);
  return report;
}
