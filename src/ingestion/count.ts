import type { Pool } from 'pg';
import { readSql } from '../database/sql.js';
import type { Period } from '../statistics/figures.js';
import type { ReadFile } from './read-file.js';
import type { Matching } from './match-names.js';
import { matchNames } from './match-names.js';
import type { Reference } from './load-reference.js';
import type { RunLog } from './run-log.js';
import { runScript } from './run-script.js';
import type { Labels } from './settle-labels.js';
import { settleReporters, settleTerms } from './settle-labels.js';

const sql = (file: string): string => readSql(import.meta.url, file);
const KEEP_CASES = sql('./keep-cases.sql');
const CASE_TOTALS = sql('./case-totals.sql');
const PLACE_REACTIONS = sql('./place-reactions.sql');
const PLACE_DRUGS = sql('./place-drugs.sql');
const SETTLE_CASES = sql('./settle-cases.sql');
const SETTLE_SUBSTANCES = sql('./settle-substances.sql');
const UNMATCHED_NAMES = sql('./unmatched-names.sql');
const SETTLE_REACTIONS = sql('./settle-reactions.sql');
const PROFILE_COUNTS = sql('../statistics/profile-counts.sql');
const TERM_COUNTS = sql('../statistics/term-counts.sql');
const CONSUMERS = sql('../statistics/consumers.sql');
const UNMATCHED_PACKS = sql('../statistics/unmatched-packs.sql');

const LATE_REJECTS: Readonly<Record<string, string>> = {
  'Cas-Patients': 'SELECT line FROM staging.duplicate_case',
  Effets: 'SELECT unnest(orphans) AS line FROM staging.reaction_kind',
  Médicaments: 'SELECT unnest(orphans) AS line FROM staging.drug_name',
};

/** What became of the rows of Cas-Patients that are no duplicates. */
interface CaseTotals {
  kept: number;
  foreign: number;
  superseded: number;
  /** Years of the cases that count; null when there are none. */
  period: Period | null;
  reporters: Labels;
}

interface KnownCases {
  cases: number;
  kept: number;
  firstYear: number | null;
  lastYear: number | null;
}

/**
 * Decides which cases count, with what is counted of them, and where drugs and reactions belong; the other rows of the three
 * files are put down as duplicates and orphans.
 */
export async function keepCases(pool: Pool, files: readonly ReadFile[], log: RunLog): Promise<CaseTotals> {
  await runScript(pool, KEEP_CASES);
  const reactionsAndCases = async (): Promise<Labels> => {
    await runScript(pool, PLACE_REACTIONS);
    const reporters = await settleReporters(pool);
    await runScript(pool, SETTLE_CASES);
    return reporters;
  };
  const [reporters, { rows }] = await Promise.all([
    // each of the two has a processor for itself, here and below; drugs take longer than reactions
    reactionsAndCases(),
    pool.query<KnownCases>(CASE_TOTALS),
    runScript(pool, PLACE_DRUGS),
  ]);
  const accepted = await rejectLate(pool, files, log);
  const known = rows[0];
  if (known === undefined) throw new Error('case-totals.sql gives one row');
  const { cases, kept, firstYear: from, lastYear: to } = known;
  return {
    kept,
    foreign: cases - kept,
    superseded: accepted - cases,
    period: from === null || to === null ? null : { from, to },
    reporters,
  };
}

/** Gives the rows of Cas-Patients that are left. */
async function rejectLate(pool: Pool, files: readonly ReadFile[], log: RunLog): Promise<number> {
  let accepted = 0;
  for (const { source, report } of files) {
    const ofCases = source.table === 'Cas-Patients';
    const lines = LATE_REJECTS[source.table];
    if (lines === undefined) throw new Error(`nothing says which rows of ${source.table} are rejected late`);
    const { rows } = await pool.query<{ line: number }>(lines);
    const reason = ofCases ? 'duplicate' : 'orphan';
    for (const { line } of rows) await log.rejectAccepted(report, { line, reason, text: null });
    if (ofCases) accepted += report.rowsAccepted;
  }
  return accepted;
}

/** Counts the declarations into staging.profile_count and staging.term_count. */
export async function countDeclarations(
  pool: Pool,
  reference: Reference,
): Promise<{ matching: Matching; terms: Labels }> {
  const meanings = async (): Promise<Matching> => {
    const matching = await matchNames(pool, reference);
    await runScript(pool, SETTLE_SUBSTANCES);
    return matching;
  };
  const reactions = async (): Promise<Labels> => {
    const terms = await settleTerms(pool);
    await runScript(pool, SETTLE_REACTIONS);
    return terms;
  };
  const [matching, terms] = await Promise.all([meanings(), reactions()]);
  await Promise.all([
    runScript(pool, TERM_COUNTS),
    runScript(pool, PROFILE_COUNTS).then(() => runScript(pool, UNMATCHED_NAMES)),
  ]);
  return { matching, terms };
}

/** Adds up the consumers of each substance, and counts what leads to none. */
export async function countConsumers(pool: Pool): Promise<UnmatchedPacks> {
  const [{ rows }] = await Promise.all([pool.query<UnmatchedPacks>(UNMATCHED_PACKS), runScript(pool, CONSUMERS)]);
  return rows[0] ?? { rows: 0, unmatchedRows: 0, unmatchedPacks: 0 };
}

/** Rows of Open Medic, and how many of them are about packs that no speciality has. */
export interface UnmatchedPacks {
  rows: number;
  unmatchedRows: number;
  unmatchedPacks: number;
}
