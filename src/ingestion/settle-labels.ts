import type { Pool } from 'pg';
import { withoutDirections } from '../sources/directions.js';
import { SourceError } from '../sources/source-error.js';
import { UNKNOWN_LABEL } from '../statistics/labels.js';
import { Spellings } from '../statistics/spellings.js';
import { copyRows } from './copy.js';
import { withClient } from './run-log.js';

/** Keys with their labels; a key's id in staging is its position. */
export type Labels = readonly { key: string; label: string }[];

interface Spelling {
  label: string | null;
  n: number;
}

/**
 * Spellings with the same key are one, under the most frequent of them. A label without letter or digit leads to
 * `fallback`, or to nothing when that is null.
 */
function settle(spellings: readonly Spelling[], fallback: { key: string; label: string } | null) {
  const found = new Spellings();
  const keyOfLabel = new Map<string, string>();
  for (const { label, n } of spellings) {
    const key = found.add(withoutDirections(label ?? ''), n) || fallback?.key;
    if (key !== undefined) keyOfLabel.set(label ?? '', key);
  }
  const labelOfKey = found.labels();
  if (fallback) labelOfKey.set(fallback.key, fallback.label);
  const labels = [...labelOfKey].map(([key, label]) => ({ key, label }));
  const ids = new Map(labels.map(({ key }, id) => [key, id]));
  const rows = [...keyOfLabel].map(([label, key]) => [label, ids.get(key) ?? null] as const);
  return { labels, rows };
}

/** What labels are of, and how many of them the packed numbers of settle-cases.sql and settle-reactions.sql have room for. */
interface Labelled {
  column: string;
  room: number;
  fallback: typeof UNKNOWN | null;
}

/** Settles the reporters of the cases that count; absent is `unknown`, which is always there. */
export function settleReporters(pool: Pool): Promise<Labels> {
  const spellings =
    'SELECT reporter AS label, count(*)::integer AS n FROM staging.known_case WHERE counts GROUP BY reporter';
  const of = { column: 'Cas-Patients: TYP_NOTIF', room: 2 ** 18, fallback: UNKNOWN };
  return settleLabels(pool, 'staging.reporter (label, id)', spellings, of);
}

/** Settles the high level terms of the reactions that count; a reaction without one has none. */
export function settleTerms(pool: Pool): Promise<Labels> {
  const spellings =
    'SELECT term AS label, sum(cardinality(cases))::integer AS n FROM staging.reaction_kind WHERE cases IS NOT NULL GROUP BY term';
  const of = { column: 'Effets: EFFET_HLT', room: 2 ** 24 - 1, fallback: null };
  return settleLabels(pool, 'staging.term (label, id)', spellings, of);
}

const UNKNOWN = { key: 'unknown', label: UNKNOWN_LABEL };

async function settleLabels(pool: Pool, target: string, spellings: string, of: Labelled): Promise<Labels> {
  const { rows } = await pool.query<Spelling>(spellings);
  const settled = settle(rows, of.fallback);
  if (settled.labels.length > of.room)
    throw new SourceError(`${of.column}: more than ${of.room} different values: these are no labels`);
  await withClient(pool, (client) => copyRows(client, target, settled.rows));
  return settled.labels;
}
