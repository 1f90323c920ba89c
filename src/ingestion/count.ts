import type { Pool } from 'pg';
import { readSql } from '../database/sql.js';
import type { ReadFile } from './read-file.js';
import type { Matching } from './match-names.js';
import { matchNames } from './match-names.js';
import type { Reference } from './load-reference.js';
import type { RunLog } from './run-log.js';
import { withClient } from './run-log.js';
import type { Labels } from './settle-labels.js';
import { settleReporters, settleTerms } from './settle-labels.js';

const sql = (file: string): string => readSql(import.meta.url, file);
const KEEP_CASES = sql('./keep-cases.sql');
const CASE_TOTALS = sql('./case-totals.sql');
const KEEP_ROWS = sql('./keep-rows.sql');
const ORPHAN_ROWS = sql('./orphan-rows.sql');
const SETTLE_KEYS = sql('./settle-keys.sql');
const COUNTS = ['case', 'seriousness', 'criterion', 'reporter', 'organ-class', 'term'].map((grain) =>
  sql(`../statistics/${grain}-counts.sql`),
);
const CONSUMERS = sql('../statistics/consumers.sql');
const UNMATCHED_PACKS = sql('../statistics/unmatched-packs.sql');

const LATE_REJECTS = `
  SELECT line FROM staging.duplicate_case WHERE $1 = 'Cas-Patients'
  UNION ALL
  SELECT line FROM staging.orphan_row WHERE source_table = $1`;

interface CaseTotals {
  kept: number;
  foreign_cases: number;
  superseded: number;
  first_year: number | null;
  last_year: number | null;
}

/** Decides which cases count; the other rows of the three files are put down as duplicates and orphans. */
export async function keepCases(pool: Pool, files: readonly ReadFile[], log: RunLog): Promise<CaseTotals> {
  await runScript(pool, KEEP_CASES);
  await runScript(pool, ORPHAN_ROWS);
  for (const { source, report } of files) {
    const reason = source.table === 'Cas-Patients' ? 'duplicate' : 'orphan';
    const { rows } = await pool.query<{ line: number }>(LATE_REJECTS, [source.table]);
    for (const { line } of rows) await log.rejectAccepted(report, { line, reason, text: null });
  }
  const { rows } = await pool.query<CaseTotals>(CASE_TOTALS);
  const totals = rows[0];
  if (totals === undefined) throw new Error('case-totals.sql gives one row');
  return totals;
}

/** Counts the declarations into staging.substance_count. */
export async function countDeclarations(
  pool: Pool,
  reference: Reference,
): Promise<{ matching: Matching; reporters: Labels; terms: Labels }> {
  await runScript(pool, KEEP_ROWS);
  const matching = await matchNames(pool, reference);
  const reporters = await settleReporters(pool);
  const terms = await settleTerms(pool);
  await runScript(pool, SETTLE_KEYS);
  for (const counts of COUNTS) await runScript(pool, counts);
  return { matching, reporters, terms };
}

/** Adds up the consumers of each speciality, and counts what leads to none. */
export async function countConsumers(pool: Pool): Promise<UnmatchedPacks> {
  await runScript(pool, CONSUMERS);
  const { rows } = await pool.query<UnmatchedPacks>(UNMATCHED_PACKS);
  return rows[0] ?? { rows: 0, unmatchedRows: 0, unmatchedPacks: 0 };
}

/** Rows of Open Medic, and how many of them are about packs that no speciality has. */
export interface UnmatchedPacks {
  rows: number;
  unmatchedRows: number;
  unmatchedPacks: number;
}

/** Runs a file of SQL with the memory that set-based work wants, for this one session only. */
async function runScript(pool: Pool, script: string): Promise<void> {
  await withClient(pool, async (client) => {
    await client.query(`SET work_mem = '256MB'; SET maintenance_work_mem = '256MB'`);
    await client.query(script);
    await client.query('RESET work_mem; RESET maintenance_work_mem');
  });
}
