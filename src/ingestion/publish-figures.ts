import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { readSql } from '../database/sql.js';
import type { PresentationRow } from '../sources/bdpm/rows.js';
import { ConsumersSums } from '../statistics/exposure.js';
import type { Exposure, Figure } from '../statistics/figures.js';
import type { ReleaseFrame } from '../statistics/public-figures.js';
import { publicFigures } from '../statistics/public-figures.js';
import { figureOf } from '../statistics/stored-figures.js';
import type { StoredFigures } from '../statistics/stored-figures.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';
import { numberRows } from './number-rows.js';
import { withClient } from './run-log.js';
import type { Labels } from './settle-labels.js';
import { ALL_DECLARATIONS, at, type StagedFigures, stagedFigures } from './staged-figures.js';

const SPECIALITY_CONSUMERS = readSql(import.meta.url, '../statistics/speciality-consumers.sql');

/** What turns the staged counts into figures. */
export interface FigureContext {
  /** null: the release has no declarations. */
  frame: ReleaseFrame | null;
  reporters: Labels;
  terms: Labels;
  /** Years of Open Medic, ascending; none: the release has no exposure. */
  loadedYears: readonly number[];
  /** Codes of all substances, in the order of their ids in staging. */
  codes: readonly string[];
}

/** The public facts of a substance that lists and its page need beside its figures. */
export interface SubstanceFacts {
  cases: Figure | null;
  exposure: Exposure | null;
  /** Of its public figures in all populations, by which releases are compared; null without declarations. */
  digest: string | null;
}

/**
 * Writes the public figures of every substance, and of all declarations together, disclosed, in the transaction of `client`,
 * and gives what the lists need. Those of all declarations have no rates: a person who takes several medicines is a consumer
 * of each, so that there is no number of people to set them against. The real numbers are read by another connection a few substances at a time: memory does
 * not grow with the release.
 */
export async function publishFigures(
  client: ClientBase,
  pool: Pool,
  releaseId: number,
  context: FigureContext,
): Promise<Map<string, SubstanceFacts>> {
  const { frame, codes } = context;
  const facts = new Map<string, SubstanceFacts>();
  const declarations: StoredFigures[] = [];
  async function* figures(staged: AsyncIterable<StagedFigures>): AsyncIterable<Cell[]> {
    for await (const { substance, counts, consumers, sums } of staged) {
      if (substance === ALL_DECLARATIONS) {
        if (frame !== null) declarations.push(publicFigures(counts, null, frame));
        continue;
      }
      const code = at(codes, substance);
      const exposure = sums.exposure(context.loadedYears, 'substance');
      const stored = frame && publicFigures(counts, consumers, frame);
      const document = JSON.stringify(stored);
      const digest = stored && createHash('sha256').update(document).digest('hex');
      facts.set(code, { cases: stored && figureOf(stored.total), exposure, digest });
      if (stored !== null) yield [releaseId, code, document];
    }
  }
  await withClient(pool, async (reader) => {
    const { reporters, terms } = context;
    const coveredYears = new Set(frame?.coveredYears);
    const staged = stagedFigures(reader, { reporters, terms, coveredYears, substances: codes.length });
    await copyRows(client, 'substance_figures (release_id, code, figures)', figures(staged));
  });
  const rows = declarations.map((stored) => [releaseId, JSON.stringify(stored)]);
  await copyRows(client, 'declaration_figures (release_id, figures)', rows);
  return facts;
}

/** Exposure of each speciality that has any consumers, as JSON, by CIS. */
export async function specialityExposures(
  pool: Pool,
  loadedYears: readonly number[],
  presentations: readonly PresentationRow[],
): Promise<Map<string, string>> {
  const exposures = new Map<string, string>();
  if (loadedYears.length === 0) return exposures;
  // all CIP13 are of one length: as numbers they are as different as they are
  const cisOf = new Map(presentations.map(({ cip13, cis }) => [Number(cip13), cis]));
  const sums = new Map<string, ConsumersSums>();
  await withClient(pool, async (reader) => {
    for await (const numbers of numberRows(reader, SPECIALITY_CONSUMERS, 4)) {
      for (let row = 0; row < numbers.length; row += 4) {
        const cis = cisOf.get(numbers[row] ?? NaN);
        if (cis === undefined) continue;
        let sum = sums.get(cis);
        if (sum === undefined) sums.set(cis, (sum = new ConsumersSums()));
        sum.add(numbers[row + 1] ?? 0, numbers[row + 2] ?? 0, numbers[row + 3] ?? 0);
      }
    }
  });
  for (const [cis, sum] of sums) exposures.set(cis, JSON.stringify(sum.exposure(loadedYears, 'speciality')));
  return exposures;
}
