import type { Pool } from 'pg';
import { casesParser } from '../sources/bnpv/cases.js';
import { drugsParser } from '../sources/bnpv/drugs.js';
import { ORGAN_CLASSES } from '../sources/bnpv/organ-classes.js';
import { reactionsParser } from '../sources/bnpv/reactions.js';
import { CRITERIA } from '../sources/bnpv/rows.js';
import type { CaseRow, DrugRow, ReactionRow } from '../sources/bnpv/rows.js';
import { normalise } from '../sources/normalise.js';
import { AGE_GROUPS, SERIOUSNESS, SEXES } from '../statistics/figures.js';
import { copyLine, copyLines, copyRows } from './copy.js';
import type { Cell } from './copy.js';
import type { ReadFile, RowSink } from './read-file.js';
import { throughParser } from './read-file.js';
import type { RunLog } from './run-log.js';
import { withClient } from './run-log.js';

/** Copies the three files of the declarations into staging. */
export async function loadDeclarations(pool: Pool, files: readonly ReadFile[], log: RunLog): Promise<void> {
  for (const file of files) {
    if (file.source.table === 'Cas-Patients') await loadCases(pool, file, log);
    if (file.source.table === 'Effets') await loadReactions(pool, file, log);
    if (file.source.table === 'Médicaments') await loadDrugs(pool, file, log);
  }
}

async function loadCases(pool: Pool, file: ReadFile, log: RunLog): Promise<void> {
  const rejected: [string][] = [];
  const sink: RowSink<CaseRow> = {
    ...lineSink(caseCells),
    onReject: ({ caseKey }) => {
      if (caseKey) rejected.push([caseKeyOf(caseKey)]);
    },
  };
  const lines = throughParser(file, { withHeader: casesParser }, sink, log);
  await withClient(pool, async (client) => {
    await copyLines(client, CASE_ROW, lines);
    await copyRows(client, 'staging.rejected_case (case_key)', rejected);
  });
}

async function loadReactions(pool: Pool, file: ReadFile, log: RunLog): Promise<void> {
  const lines = throughParser(file, { withHeader: reactionsParser }, lineSink(reactionCells()), log);
  await withClient(pool, (client) => copyLines(client, REACTION_ROW, lines));
}

async function loadDrugs(pool: Pool, file: ReadFile, log: RunLog): Promise<void> {
  const lines = throughParser(file, { withHeader: drugsParser }, lineSink(drugCells()), log);
  await withClient(pool, (client) => copyLines(client, DRUG_ROW, lines));
}

/** Both halves of a case's key as one text; the length of the first tells where it ends. */
function caseKeyOf({ aerId, cas }: { aerId: string; cas: string }): string {
  return `${aerId.length}:${aerId}${cas}`;
}

/** Gathers one line of COPY text a row, a block at a time. */
export function lineSink<T>(cellsOf: (row: T, line: number) => readonly Cell[]): RowSink<T> {
  let block = '';
  return {
    accept: (row, line) => {
      block += copyLine(cellsOf(row, line));
    },
    flush: () => {
      const text = block;
      block = '';
      return text;
    },
  };
}

const CASE_ROW =
  'staging.case_row (line, case_key, version, year, sex, age_group, seriousness, criteria, is_foreign, reporter, row_text)';

function caseCells(row: CaseRow, line: number): Cell[] {
  return [
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
    row.text,
  ];
}

const REACTION_ROW = 'staging.reaction_row (line, case_key, version, organ_class, term)';

function reactionCells(): (row: ReactionRow, line: number) => Cell[] {
  const positions = new Map(ORGAN_CLASSES.map(({ key }, position) => [key, position]));
  return (row, line) => [line, caseKeyOf(row), row.version, positions.get(row.organClass) ?? null, row.highLevelTerm];
}

const DRUG_ROW = 'staging.drug_row (line, case_key, version, counts, type, name)';
const REMEMBERED_NAMES = 50_000;

function drugCells(): (row: DrugRow, line: number) => Cell[] {
  // the same names come back all the time, and normalising one costs more than the rest of its row
  const names = new Map<string, string>();
  const normalised = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    if (names.size >= REMEMBERED_NAMES) names.clear();
    const normal = normalise(name);
    names.set(name, normal);
    return normal;
  };
  return (row, line) => [line, caseKeyOf(row), row.version, row.counts, row.type, normalised(row.name)];
}
