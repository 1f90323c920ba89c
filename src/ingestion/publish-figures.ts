import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { readSql } from '../database/sql.js';
import { cellAt } from '../statistics/cells.js';
import type { ConsumersCell } from '../statistics/exposure.js';
import { exposureOf } from '../statistics/exposure.js';
import type { Exposure, Figure } from '../statistics/figures.js';
import type { ReleaseFrame } from '../statistics/public-figures.js';
import { publicFigures } from '../statistics/public-figures.js';
import { figureOf } from '../statistics/stored-figures.js';
import type { StoredFigures } from '../statistics/stored-figures.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';
import { rowsOf } from './cursor.js';
import { withClient } from './run-log.js';
import type { Labels } from './settle-labels.js';
import { ALL_DECLARATIONS, at, consumersCell, type StagedFigures, stagedFigures } from './staged-figures.js';

const SPECIALITY_CONSUMERS = readSql(import.meta.url, '../statistics/speciality-consumers.sql');
const SPECIALITIES_AT_ONCE = 500;

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

type ConsumersTuple = [year: number, sex: number, ageGroup: number, consumers: number];

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
    for await (const { substance, counts, consumers } of staged) {
      if (substance === ALL_DECLARATIONS) {
        if (frame !== null) declarations.push(publicFigures(counts, null, frame));
        continue;
      }
      const code = at(codes, substance);
      const exposure = exposureOf(consumers, context.loadedYears, 'substance');
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

/** Exposure of each speciality that has any consumers, by CIS. */
export async function specialityExposures(pool: Pool, loadedYears: readonly number[]): Promise<Map<string, string>> {
  const exposures = new Map<string, string>();
  if (loadedYears.length === 0) return exposures;
  await withClient(pool, async (reader) => {
    type SpecialityRow = { cis: string; consumers: ConsumersTuple[] };
    for await (const { cis, consumers } of rowsOf<SpecialityRow>(reader, SPECIALITY_CONSUMERS, SPECIALITIES_AT_ONCE)) {
      exposures.set(cis, JSON.stringify(exposureOf(consumers.map(cellOf), loadedYears, 'speciality')));
    }
  });
  return exposures;
}

function cellOf([year, sex, ageGroup, consumers]: ConsumersTuple): ConsumersCell {
  return consumersCell(year, cellAt(sex, ageGroup), consumers);
}
