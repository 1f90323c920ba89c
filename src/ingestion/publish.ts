import type { ClientBase, Pool } from 'pg';
import { RELEASE_CHANNEL } from '../releases/release-channel.js';
import { compareText } from '../sources/compare-text.js';
import type { ShortageRow } from '../sources/ruptures/rows.js';
import type { Period } from '../statistics/figures.js';
import type { MedicationErrorCounts } from '../statistics/medication-error-counts.js';
import type { ReleaseFrame } from '../statistics/public-figures.js';
import { SuppressionTally } from '../statistics/suppression-tally.js';
import type { UnmatchedPacks } from './count.js';
import type { FileReport } from './file-report.js';
import type { MedicineDetails } from './load-medicine-details.js';
import type { Reference } from './load-reference.js';
import type { Matching } from './match-names.js';
import type { FigureContext } from './publish-figures.js';
import { publishFigures, specialityExposures } from './publish-figures.js';
import { publishMedicationErrors } from './publish-medication-errors.js';
import { publishMedicineDetails } from './publish-medicine-details.js';
import { publishReference } from './publish-reference.js';
import { publishShortages } from './publish-shortages.js';
import type { RunLog } from './run-log.js';
import { withClient } from './run-log.js';
import type { Labels } from './settle-labels.js';

/** What a release says of its declarations as a whole. Source: http.md, /releases/current. */
interface Declarations extends Matching {
  casesRead: number;
  casesKept: number;
  excluded: { foreign: number; superseded: number };
}

/** All that a run has worked out; the counts themselves are in staging. */
export interface Counted {
  reference: Reference;
  details: MedicineDetails;
  /** null when the folder has no declarations. */
  declarations: Declarations | null;
  /** Years of the cases that count; null when there are none. */
  period: Period | null;
  loadedYears: number[];
  /** null when the folder has no histories of shortages. */
  shortages: readonly ShortageRow[] | null;
  /** null when the folder has no medication errors. */
  medicationErrors: MedicationErrorCounts | null;
  packs: UnmatchedPacks;
  reporters: Labels;
  terms: Labels;
}

export interface ReleaseFacts {
  demo: boolean;
  minCell: number;
  publishedAt: Date;
  files: readonly FileReport[];
}

/** The published release when it was made of these very files; else null. */
export async function isPublishedAlready(pool: Pool, files: readonly FileReport[]): Promise<string | null> {
  const { rows } = await pool.query<{ id: number; file: string; sha256: string }>(`
    SELECT release.id, file, sha256
    FROM published_release
    JOIN release ON release.id = published_release.release_id
    JOIN source_file USING (run_id)`);
  const key = (list: readonly { file: string; sha256: string }[]): string =>
    list
      .map(({ file, sha256 }) => `${file}\t${sha256}`)
      .sort()
      .join('\n');
  const id = rows[0]?.id;
  return id !== undefined && key(rows) === key(files) ? String(id) : null;
}

/** Writes the release and switches to it, in one transaction; gives its number. */
export async function publish(pool: Pool, log: RunLog, counted: Counted, facts: ReleaseFacts): Promise<number> {
  const exposures = await specialityExposures(pool, counted.loadedYears, counted.reference.presentations);
  await log.flush();
  return withClient(pool, async (client) => {
    await client.query('BEGIN');
    const releaseId = await insertRelease(client, log.runId, counted, facts);
    const context = contextOf(counted, facts.minCell);
    const figures = await publishFigures(client, pool, releaseId, context);
    await client.query('UPDATE release SET suppression = $2, reporters = $3 WHERE id = $1', [
      releaseId,
      context.frame && JSON.stringify(context.frame.tally.sum()),
      context.frame && JSON.stringify(byKey(counted.reporters)),
    ]);
    await publishReference(client, releaseId, { reference: counted.reference, facts: figures, exposures });
    await publishMedicineDetails(client, releaseId, counted.details);
    await publishShortages(client, releaseId, counted.shortages);
    await publishMedicationErrors(client, releaseId, counted.medicationErrors, facts.minCell);
    await client.query(
      `INSERT INTO unmatched_name (release_id, name, type, outcome, cases)
       SELECT $1, name, type, outcome, cases FROM staging.unmatched_name`,
      [releaseId],
    );
    await log.finish(client, 'published', facts.publishedAt, { files: facts.files, errors: [] });
    await client.query(
      `INSERT INTO published_release (release_id) VALUES ($1)
       ON CONFLICT (only_row) DO UPDATE SET release_id = excluded.release_id`,
      [releaseId],
    );
    // before the commit: a fault in it fails the run while nothing is published yet. The rows of a release are alike: a sample
    // of 6,000 tells as much of them as the usual one of 30,000
    await client.query('SET LOCAL default_statistics_target = 20');
    await client.query(
      `ANALYZE substance, substance_figures, declaration_figures, speciality, presentation, component, search_entry,
         generic_member, has_opinion, availability, speciality_atc, atc_class, former_speciality, shortage, medication_error_figures`,
    );
    // told to every process that serves, at the moment of the commit
    await client.query('SELECT pg_notify($1, $2)', [RELEASE_CHANNEL, String(releaseId)]);
    await client.query('COMMIT');
    return releaseId;
  });
}

async function insertRelease(
  client: ClientBase,
  runId: number,
  counted: Counted,
  facts: ReleaseFacts,
): Promise<number> {
  const { declarations, period, loadedYears, packs } = counted;
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO release (run_id, published_at, demo, min_cell, declarations, exposure,
       declarations_from, declarations_to, exposure_from, exposure_to)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      runId,
      facts.publishedAt,
      facts.demo,
      facts.minCell,
      declarations && JSON.stringify(declarations),
      loadedYears.length === 0 ? null : JSON.stringify(packs),
      period?.from,
      period?.to,
      loadedYears[0],
      loadedYears[loadedYears.length - 1],
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the release was not written down');
  return id;
}

function contextOf(counted: Counted, minCell: number): FigureContext {
  const { period, loadedYears, reporters, terms } = counted;
  const labels = (list: Labels): ReadonlyMap<string, string> => new Map(list.map(({ key, label }) => [key, label]));
  const frame: ReleaseFrame | null = period && {
    period,
    coveredYears: loadedYears.filter((year) => year >= period.from && year <= period.to),
    reporters: labels(reporters),
    terms: labels(terms),
    minCell,
    tally: new SuppressionTally(minCell),
  };
  const codes = counted.reference.substances.all.map(({ code }) => code);
  return { frame, reporters, terms, loadedYears, codes };
}

function byKey(labels: Labels): Labels {
  return [...labels].sort((a, b) => compareText(a.key, b.key));
}
