import type { Pool } from 'pg';
import { readSql } from '../database/sql.js';
import { casesParser, findCaseColumns } from '../sources/bnpv/cases.js';
import { drugsParser, findDrugColumns } from '../sources/bnpv/drugs.js';
import { ORGAN_CLASSES } from '../sources/bnpv/organ-classes.js';
import { findReactionColumns, reactionsParser } from '../sources/bnpv/reactions.js';
import type { CaseRow, DrugRow, ReactionRow } from '../sources/bnpv/rows.js';
import { CRITERIA, DRUG_TYPES } from '../sources/bnpv/rows.js';
import type { Encoding } from '../sources/inspect.js';
import { normalise } from '../sources/normalise.js';
import { SourceError } from '../sources/source-error.js';
import { AGE_GROUPS, SERIOUSNESS, SEXES } from '../statistics/figures.js';
import type { Cell } from './copy.js';
import { copyBlocks, copyRows } from './copy.js';
import { caseLines, drugLines, drugOf, kindOf, reactionLines } from './declaration-lines.js';
import type { ByteReading } from './read-bytes.js';
import { throughBytes } from './read-bytes.js';
import type { ReadFile } from './read-file.js';
import type { RunLog } from './run-log.js';
import { withClient } from './run-log.js';
import { runScript } from './run-script.js';
import { setDuplicatesAside } from './set-duplicates-aside.js';
import { TextNumbers } from './text-numbers.js';

/**
 * Copies the three files of the declarations into staging: Cas-Patients, then the others at the same time, while the database
 * sets duplicates of the first aside. Throws, when all have come to an end, a SourceError with a line for each file that is at
 * fault.
 */
export async function loadDeclarations(pool: Pool, files: readonly ReadFile[], log: RunLog): Promise<void> {
  const cases = files.find(({ source }) => source.table === 'Cas-Patients');
  const casesRead = cases === undefined ? Promise.resolve() : loadCases(pool, cases, log);
  const outcomes = await Promise.allSettled(
    files.map(async (file) => {
      if (file === cases) {
        await casesRead;
        await setDuplicatesAside(pool, cases);
      } else {
        await casesRead.catch(() => undefined);
        await LOADERS[file.source.table]?.(pool, file, log);
      }
    }),
  );
  const faults = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  const [first] = faults;
  if (faults.every((fault) => fault instanceof SourceError) && first !== undefined) {
    throw new SourceError(faults.map(({ message }) => message).join('\n'));
  }
  if (first !== undefined) throw faults.find((fault) => !(fault instanceof SourceError));
}

type Loader = (pool: Pool, file: ReadFile, log: RunLog) => Promise<void>;

const LOADERS: Readonly<Record<string, Loader>> = {
  Effets: async (pool, file, log) => {
    const terms = new TextNumbers();
    const blocks = throughBytes(file, reactionReading(file.report.encoding, terms), log);
    await load(pool, REACTION_ROW, withTexts(pool, 'staging.term_spelling (number, term)', blocks, terms));
    if (terms.forgot) await runScript(pool, UNIFY_TERMS);
  },
  Médicaments: async (pool, file, log) => {
    const names = new TextNumbers();
    const blocks = throughBytes(file, drugReading(file.report.encoding, names), log);
    await load(pool, DRUG_ROW, withTexts(pool, 'staging.drug_spelling (number, name)', blocks, names));
    if (names.forgot) await runScript(pool, UNIFY_NAMES);
  },
};

async function loadCases(pool: Pool, file: ReadFile, log: RunLog): Promise<void> {
  const rejected: [string][] = [];
  const reading: ByteReading<CaseRow> = {
    ...caseReading(file.report.encoding),
    onReject: ({ caseKey }) => {
      if (caseKey) rejected.push([caseKeyOf(caseKey)]);
    },
  };
  await load(pool, CASE_ROW, throughBytes(file, reading, log));
  await withClient(pool, (client) => copyRows(client, 'staging.rejected_case (case_key)', rejected));
}

function load(pool: Pool, target: string, blocks: AsyncIterable<Buffer>): Promise<void> {
  return withClient(pool, (client) => copyBlocks(client, target, blocks));
}

/** The same blocks; the texts that were numbered meanwhile are copied to `target` beside them. */
async function* withTexts(
  pool: Pool,
  target: string,
  blocks: AsyncIterable<Buffer>,
  numbers: TextNumbers,
): AsyncGenerator<Buffer, void> {
  let waiting: (readonly [number, string])[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) await withClient(pool, (client) => copyRows(client, target, rows));
  };
  for await (const block of blocks) {
    for (const text of numbers.take()) waiting.push(text);
    if (waiting.length >= TEXTS_AT_ONCE) await flush();
    yield block;
  }
  await flush();
}

const TEXTS_AT_ONCE = 10_000;
const UNIFY_NAMES = readSql(import.meta.url, './unify-names.sql');
const UNIFY_TERMS = readSql(import.meta.url, './unify-terms.sql');

/** Both halves of a case's key as one text; the length of the first tells where it ends. */
function caseKeyOf({ aerId, cas }: { aerId: string; cas: string }): string {
  return `${aerId.length}:${aerId}${cas}`;
}

const CASE_ROW =
  'staging.case_row (line, case_key, version, year, sex, age_group, seriousness, criteria, is_foreign, reporter)';

/** How Cas-Patients becomes CASE_ROW. */
export function caseReading(encoding: Encoding): ByteReading<CaseRow> {
  return {
    open: (header) => {
      const columns = findCaseColumns(header);
      return { columns, write: caseLines(columns, encoding), parse: casesParser(header) };
    },
    cellsOf: (row, line) => [
      line,
      caseKeyOf(row),
      row.version,
      row.year,
      SEXES.indexOf(row.sex),
      AGE_GROUPS.indexOf(row.ageGroup),
      SERIOUSNESS.indexOf(row.seriousness),
      row.criteria.reduce((bits, criterion) => bits | (1 << CRITERIA.indexOf(criterion)), 0),
      row.foreign,
      row.reporter,
    ],
  };
}

const REACTION_ROW = 'staging.reaction_row (line, case_key, version, kind)';

/** How Effets becomes REACTION_ROW. */
export function reactionReading(encoding: Encoding, terms = new TextNumbers()): ByteReading<ReactionRow> {
  const positions = new Map(ORGAN_CLASSES.map(({ key }, position) => [key, position]));
  return {
    open: (header) => {
      const columns = findReactionColumns(header);
      return { columns, write: reactionLines(columns, encoding, terms), parse: reactionsParser(header) };
    },
    cellsOf: (row, line): Cell[] => {
      const organClass = positions.get(row.organClass);
      const kind = organClass === undefined ? null : kindOf(organClass, row.highLevelTerm, terms);
      return [line, caseKeyOf(row), row.version, kind];
    },
  };
}

const DRUG_ROW = 'staging.drug_row (line, case_key, version, counts, drug)';

/** How Médicaments becomes DRUG_ROW. */
export function drugReading(encoding: Encoding, names = new TextNumbers()): ByteReading<DrugRow> {
  return {
    open: (header) => {
      const columns = findDrugColumns(header);
      return { columns, write: drugLines(columns, encoding, names), parse: drugsParser(header) };
    },
    cellsOf: (row, line) => {
      const drug = drugOf(names.numberOf(normalise(row.name)), DRUG_TYPES.indexOf(row.type));
      return [line, caseKeyOf(row), row.version, row.counts, drug];
    },
  };
}
