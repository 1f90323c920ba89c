import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { readSql } from '../database/sql.js';
import type { Breakdown, CountRow } from '../statistics/counts.js';
import { sumCounts } from '../statistics/counts.js';
import type { ConsumersCell } from '../statistics/exposure.js';
import { exposureOf } from '../statistics/exposure.js';
import type { Exposure, Figure } from '../statistics/figures.js';
import { AGE_GROUPS, POPULATIONS, SERIOUSNESS, SERIOUSNESS_CRITERIA, SEXES } from '../statistics/figures.js';
import { ORGAN_CLASSES } from '../statistics/labels.js';
import type { ReleaseFrame } from '../statistics/public-figures.js';
import { publicFigures } from '../statistics/public-figures.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';
import { rowsOf } from './cursor.js';
import { withClient } from './run-log.js';
import type { Labels } from './settle-labels.js';

const SUBSTANCE_FIGURES = readSql(import.meta.url, '../statistics/substance-figures.sql');
const DECLARATION_COUNTS = readSql(import.meta.url, '../statistics/declaration-counts.sql');
const SPECIALITY_CONSUMERS = readSql(import.meta.url, '../statistics/speciality-consumers.sql');
const SUBSTANCES_AT_ONCE = 20;
const SPECIALITIES_AT_ONCE = 500;

/** What turns the staged counts into figures. */
export interface FigureContext {
  /** null: the release has no declarations. */
  frame: ReleaseFrame | null;
  reporters: Labels;
  terms: Labels;
  /** Years of Open Medic, ascending; none: the release has no exposure. */
  loadedYears: readonly number[];
}

/** The public facts of a substance that lists and its page need beside its figures. */
export interface SubstanceFacts {
  cases: Figure | null;
  exposure: Exposure | null;
  /** Of its public figures in all populations, by which releases are compared; null without declarations. */
  digest: string | null;
}

type CountTuple = [Breakdown, sex: number, ageGroup: number, cls: number, key: number, cases: number];
type ConsumersTuple = [year: number, sex: number, ageGroup: number, consumers: number];

interface SubstanceCountsRow {
  code: string;
  counts: CountTuple[];
  consumers: ConsumersTuple[];
}

/**
 * Writes the public figures of every substance, disclosed, in the transaction of `client`, and gives what the lists need.
 * The counts are read by another connection a few substances at a time: memory does not grow with the release.
 */
export async function publishFigures(
  client: ClientBase,
  pool: Pool,
  releaseId: number,
  context: FigureContext,
): Promise<Map<string, SubstanceFacts>> {
  const facts = new Map<string, SubstanceFacts>();
  const covered = new Set(context.frame?.coveredYears.map(String));
  async function* figures(substances: AsyncIterable<SubstanceCountsRow>): AsyncIterable<Cell[]> {
    for await (const { code, counts, consumers } of substances) {
      const cells = consumers.map(consumersCell);
      const exposure = exposureOf(cells, context.loadedYears, 'substance');
      facts.set(code, { cases: null, exposure, digest: null });
      if (context.frame === null) continue;
      const real = sumCounts(countRows(counts, context), covered);
      const answers = publicFigures(real, cells, context.frame);
      const digest = createHash('sha256');
      for (const population of POPULATIONS) {
        const document = JSON.stringify(answers[population]);
        digest.update(document);
        yield [releaseId, code, population, document];
      }
      facts.set(code, { cases: answers.all.cases, exposure, digest: digest.digest('hex') });
    }
  }
  await withClient(pool, async (reader) => {
    const rows = rowsOf<SubstanceCountsRow>(reader, SUBSTANCE_FIGURES, SUBSTANCES_AT_ONCE);
    await copyRows(client, 'substance_figures (release_id, code, population, adverse_reactions)', figures(rows));
  });
  return facts;
}

/**
 * Writes the public figures of all declarations together, each case once. They have no rates: a person who takes several
 * medicines is a consumer of each, so that there is no number of people to set them against.
 */
export async function publishDeclarations(
  client: ClientBase,
  releaseId: number,
  context: FigureContext,
): Promise<void> {
  const { frame } = context;
  if (frame === null) return;
  const { rows } = await client.query<{ counts: CountTuple[] }>(DECLARATION_COUNTS);
  const figures = publicFigures(sumCounts(countRows(rows[0]?.counts ?? [], context), new Set()), null, frame);
  await copyRows(
    client,
    'declaration_figures (release_id, population, adverse_reactions)',
    POPULATIONS.map((population) => [releaseId, population, JSON.stringify(figures[population])]),
  );
}

/** Exposure of each speciality that has any consumers, by CIS. */
export async function specialityExposures(pool: Pool, loadedYears: readonly number[]): Promise<Map<string, string>> {
  const exposures = new Map<string, string>();
  if (loadedYears.length === 0) return exposures;
  await withClient(pool, async (reader) => {
    type SpecialityRow = { cis: string; consumers: ConsumersTuple[] };
    for await (const { cis, consumers } of rowsOf<SpecialityRow>(reader, SPECIALITY_CONSUMERS, SPECIALITIES_AT_ONCE)) {
      exposures.set(cis, JSON.stringify(exposureOf(consumers.map(consumersCell), loadedYears, 'speciality')));
    }
  });
  return exposures;
}

function consumersCell([year, sex, ageGroup, consumers]: ConsumersTuple): ConsumersCell {
  return { year, sex: at(SEXES, sex), ageGroup: at(AGE_GROUPS, ageGroup), consumers };
}

function* countRows(counts: readonly CountTuple[], { reporters, terms }: FigureContext): Iterable<CountRow> {
  const keyOf: Record<Breakdown, (key: number, cls: number) => string> = {
    year: String,
    seriousness: (key) => at(SERIOUSNESS, key),
    criterion: (key) => at(SERIOUSNESS_CRITERIA, key),
    reporter: (key) => at(reporters, key).key,
    organClass: (key) => at(ORGAN_CLASSES, key).key,
    term: (key, cls) => `${at(ORGAN_CLASSES, cls).key}/${at(terms, key).key}`,
  };
  for (const [breakdown, sex, ageGroup, cls, key, cases] of counts) {
    yield {
      breakdown,
      sex,
      ageGroup,
      key: keyOf[breakdown](key, cls),
      cases,
    };
  }
}

function at<T>(list: readonly T[], position: number): T {
  const item = list[position];
  if (item === undefined) throw new RangeError(`staging has a code ${position} that its list does not`);
  return item;
}
