import type { DrugRow, ReactionRow } from '../../src/sources/bnpv/rows.js';
import type { ConsumersRow } from '../../src/sources/open-medic/rows.js';
import {
  POPULATIONS,
  type AdverseReactions,
  type Exposure,
  type Figure,
  type Period,
  type Population,
} from '../../src/statistics/figures.js';
import { exposureOf, SPECIALITY_LEVELS, SUBSTANCE_LEVELS } from './exposure.js';
import { adverseReactionsOf, reporterKey, type OracleCase, type Setting } from './figures.js';
import { groupBy } from './group-by.js';
import { matcher, type Match } from './matching.js';
import { byCodePoint, keyOf, mostFrequent, normalised } from './names.js';
import { caseKey, readFolder, type Folder, type Table } from './read-folder.js';
import { substancesOf, type ExpectedGroup } from './substances.js';
import { keptCases, rejectBetweenRows, versionKey, type Kept } from './usable.js';

/**
 * The slow, obvious judge of the counting: spec/counting.md over plain arrays, written from the specification alone.
 * Only the parsers of single rows are the service's own; they have tests of their own.
 *
 * Where the specification leaves a choice, this is the choice:
 *
 * - Names. Runs of parentheses are folded kind by kind: `)(` stays. The name of a code is decided over its SA and FT
 *   rows together, on the exact text. Synonyms: every other name of every member (the representative's own included),
 *   those that normalise to the name left out, one spelling (the first in code point order) for each normalised form.
 * - Ties. « most often tied »: the number of composition groups (cis, element, link) that hold both; a row given twice
 *   in one group is one tie. An SA whose FT is itself is not grouped.
 * - Cycles. The representative is a member of the cycle itself, also for what leads into the cycle from outside.
 *   « found in the most specialities as SA »: distinct cis of its own SA rows.
 * - Equal names. The representatives' names are compared, and the smallest representative's code and name stay.
 * - bdpm. Two usable rows of one CIS, or of one CIP13, are treated as two rows of one case version: the first whole row
 *   in code point order counts, the others are `duplicate`. `orphan` asks for a usable row of CIS_bdpm, and is decided
 *   before `duplicate` among packs.
 * - bnpv. `casesRead` is all rows of Cas-Patients, rejected ones included. Whether a rejected row's case can be read is
 *   the parser's to say.
 * - Dictionaries. A speciality without any SA leads to the empty set, which differs from any other set. An FT code that
 *   is itself a member of a substance is that substance's as well as of those it is tied to, so that IODE is no name of
 *   IOPROMIDE; names of substances and of fractions are one dictionary, and a name with two substances is ambiguous.
 *   An ambiguous name is not looked up in the later dictionaries. Matches are counted by the dictionary that decided.
 * - Exposure. The period is that of the loaded years of the release; a row of 0 consumers is a row; levels are read off
 *   the rounded average; the same pack, year, sex and age given twice adds up.
 * - Below a suppressed total: when the whole is suppressed, so are all populations, 0 included; when a sex or an age
 *   group is, its cells in sex × age and in the populations of the other dimension are, those of the unknown side too.
 * - Rows. `byYear` lists every year from the first to the last, those without a case too. In sex × age a cell with an
 *   unknown side is `unknown` for suppression, as it is in the population of its other side. A year's rate has that year
 *   as its period. Where the total is suppressed, the terms that occur are listed all the same, all suppressed.
 * - A release whose declarations keep no case has no period, and no adverse reactions.
 */
export async function oracle(directory: string, options: OracleOptions = {}): Promise<Expected> {
  const folder = await readFolder(directory);
  rejectBetweenRows(folder);
  const substances = substancesOf(rowsOf(folder.composition));
  const consumers = folder.consumers.flatMap(({ table }) => rowsOf(table));
  const loadedYears = folder.consumers.map(({ year }) => year);
  const byCis = consumersByCis(folder, consumers);
  const codesOf = groupBy(
    substances.flatMap(({ code, specialities }) => specialities.map((cis) => ({ code, cis }))),
    ({ cis }) => cis,
  );
  const consumersOf = (substance: ExpectedGroup): ConsumersRow[] =>
    substance.specialities.flatMap((cis) => byCis.get(cis) ?? []);
  const declarations = declarationsOf(folder, substances, options.aliases ?? new Map<string, string[]>());
  const setting = settingOf(declarations, loadedYears, options.minCell ?? 11);

  return {
    files: filesOf(folder),
    declarations: declarations?.published ?? null,
    names: declarations?.names ?? [],
    periods: { declarations: setting?.period ?? null, exposure: periodOf(loadedYears) },
    together: togetherOf(declarations, setting),
    substances: substances.map((substance) => {
      const cases = declarations?.casesOf.get(substance.code) ?? [];
      const own = consumersOf(substance);
      const figures = POPULATIONS.map((population): [Population, AdverseReactions | null] => [
        population,
        setting && adverseReactionsOf(cases, own, population, setting),
      ]);
      const { specialities, ...identity } = substance;
      return {
        ...identity,
        specialityCount: specialities.length,
        cases: figures[0]?.[1]?.cases ?? null,
        exposure: exposureOf(own, loadedYears, SUBSTANCE_LEVELS),
        adverseReactions: setting ? (Object.fromEntries(figures) as Record<Population, AdverseReactions>) : null,
      };
    }),
    specialities: rowsOf(folder.specialities)
      .map(({ cis }) => ({
        cis,
        substances: (codesOf.get(cis) ?? []).map(({ code }) => code),
        exposure: exposureOf(byCis.get(cis) ?? [], loadedYears, SPECIALITY_LEVELS),
      }))
      .sort((a, b) => byCodePoint(a.cis, b.cis)),
  };
}

export interface OracleOptions {
  minCell?: number;
  /** Normalised name → substance codes. */
  aliases?: Map<string, string[]>;
}

export interface ExpectedSubstance {
  code: string;
  name: string;
  synonyms: string[];
  memberCodes: string[];
  specialityCount: number;
  cases: Figure | null;
  exposure: Exposure | null;
  adverseReactions: Record<Population, AdverseReactions> | null;
}
export interface ExpectedFile {
  file: string;
  rowsRead: number;
  rowsAccepted: number;
  rejected: Record<string, number>;
  /** `line reason`, ascending. */
  rejectedRows: string[];
}
/** What a release of these files must publish; lists in the order of codes. */
export interface Expected {
  files: ExpectedFile[];
  declarations: Declarations | null;
  /** > Both are kept with their number of cases: in the order of name and type. */
  names: UnsettledName[];
  periods: { declarations: Period | null; exposure: Period | null };
  /** All declarations together, each case once. */
  together: Record<Population, AdverseReactions> | null;
  substances: ExpectedSubstance[];
  specialities: { cis: string; substances: string[]; exposure: Exposure | null }[];
}
export interface Declarations {
  casesRead: number;
  casesKept: number;
  excluded: { foreign: number; superseded: number };
  drugRows: number;
  matched: { speciality: number; brand: number; substance: number; alias: number };
  ambiguous: number;
  unmatched: number;
}

interface UnsettledName {
  name: string;
  type: string;
  outcome: string;
  cases: number;
}

interface Counted {
  kept: Kept;
  names: UnsettledName[];
  published: Declarations;
  casesOf: Map<string, OracleCase[]>;
  /** All cases that count, whether or not a drug of theirs was recognised. */
  cases: OracleCase[];
  /** Reactions of the cases that count. */
  reactions: ReactionRow[];
}

/** Cases, reactions and drugs of the versions that count, and which substance has which case. */
function declarationsOf(folder: Folder, substances: ExpectedGroup[], aliases: Map<string, string[]>): Counted | null {
  if (!folder.declarations) return null;
  const kept = keptCases(rowsOf(folder.declarations.cases));
  const versions = new Set(kept.cases.map(versionKey));
  // > Effets and Médicaments rows belong to the version they name: those of versions that do not count are passed over
  const reactions = rowsOf(folder.declarations.reactions).filter((row) => versions.has(versionKey(row)));
  const drugs = rowsOf(folder.declarations.drugs).filter((row) => row.counts && versions.has(versionKey(row)));
  const match = matcher({
    specialities: rowsOf(folder.specialities),
    composition: rowsOf(folder.composition),
    substances,
    aliases,
  });
  const matches = drugs.map((drug): [DrugRow, Match] => [drug, match(drug)]);
  const times = (outcome: string): number => matches.filter(([, found]) => found.outcome === outcome).length;
  return {
    kept,
    names: unsettled(matches),
    reactions,
    cases: withReactions(kept, reactions),
    casesOf: casesBySubstance(kept, reactions, matches),
    published: {
      casesRead: folder.declarations.cases.rowsRead,
      casesKept: kept.cases.length,
      excluded: { foreign: kept.foreign, superseded: kept.superseded },
      drugRows: drugs.length,
      matched: {
        speciality: times('speciality'),
        brand: times('brand'),
        substance: times('substance'),
        alias: times('alias'),
      },
      ambiguous: times('ambiguous'),
      unmatched: times('unmatched'),
    },
  };
}

/** > `ambiguous` and counts nowhere […]. What matches nothing is `unmatched`. Both are kept with their number of cases */
function unsettled(matches: [DrugRow, Match][]): UnsettledName[] {
  const open = matches.filter(([, found]) => !('substances' in found));
  const byName = groupBy(open, ([drug]) => JSON.stringify([normalised(drug.name), drug.type]));
  const names = [...byName.values()].map((rows) => ({
    name: normalised(rows[0]?.[0].name ?? ''),
    type: rows[0]?.[0].type ?? '',
    outcome: rows[0]?.[1].outcome ?? '',
    cases: new Set(rows.map(([drug]) => caseKey(drug))).size,
  }));
  return names.sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.type, b.type));
}

/** > A case counts **once** for each substance that one or more of its drugs contain */
function casesBySubstance(
  kept: Kept,
  reactions: ReactionRow[],
  matches: [DrugRow, Match][],
): Map<string, OracleCase[]> {
  const reactionsOf = groupBy(reactions, caseKey);
  const matchesOf = groupBy(matches, ([drug]) => caseKey(drug));
  const pairs: { code: string; one: OracleCase }[] = [];
  for (const row of kept.cases) {
    const codes = new Set<string>();
    for (const [, found] of matchesOf.get(caseKey(row)) ?? []) {
      if ('substances' in found) for (const code of found.substances) codes.add(code);
    }
    const one = { row, reactions: reactionsOf.get(caseKey(row)) ?? [] };
    for (const code of codes) pairs.push({ code, one });
  }
  return new Map([...groupBy(pairs, ({ code }) => code)].map(([code, own]) => [code, own.map(({ one }) => one)]));
}

function withReactions(kept: Kept, reactions: ReactionRow[]): OracleCase[] {
  const reactionsOf = groupBy(reactions, caseKey);
  return kept.cases.map((row) => ({ row, reactions: reactionsOf.get(caseKey(row)) ?? [] }));
}

/** The same definitions as a substance's, without rates: consumers of several substances are no number of people. */
function togetherOf(counted: Counted | null, setting: Setting | null): Expected['together'] {
  if (!counted || !setting) return null;
  const unrated = { ...setting, coveredYears: [] };
  const figures = POPULATIONS.map((population) => [
    population,
    adverseReactionsOf(counted.cases, [], population, unrated),
  ]);
  return Object.fromEntries(figures) as Record<Population, AdverseReactions>;
}

function settingOf(counted: Counted | null, loadedYears: number[], minCell: number): Setting | null {
  if (!counted) return null;
  const period = periodOf(counted.kept.cases.map((row) => row.year));
  if (!period) return null;
  const spellings = groupBy(counted.kept.cases, reporterKey);
  const reporters = new Map(
    [...spellings].map(([key, rows]) => [key, mostFrequent(rows.map((row) => row.reporter ?? ''))]),
  );
  reporters.set('unknown', 'Non renseigné');
  const terms = groupBy(counted.reactions, (row) => keyOf(row.highLevelTerm ?? ''));
  return {
    minCell,
    period,
    coveredYears: [...new Set(loadedYears)]
      .filter((year) => year >= period.from && year <= period.to)
      .sort((a, b) => a - b),
    reporters,
    terms: new Map([...terms].map(([key, rows]) => [key, mostFrequent(rows.map((row) => row.highLevelTerm ?? ''))])),
  };
}

/** > Consumers of a substance = sum of `nbc` over the packs (CIP13) of its specialities; of a speciality, over its packs. */
function consumersByCis(folder: Folder, consumers: ConsumersRow[]): Map<string, ConsumersRow[]> {
  const cisOf = new Map(rowsOf(folder.presentations).map((row) => [row.cip13, row.cis]));
  const matched = consumers.filter((row) => cisOf.has(row.cip13));
  return groupBy(matched, (row) => cisOf.get(row.cip13) ?? '');
}

/** > a release keeps for each file its […] rows read, accepted and rejected */
function filesOf(folder: Folder): ExpectedFile[] {
  const tables: Table<unknown>[] = [
    folder.specialities,
    folder.presentations,
    folder.composition,
    ...(folder.declarations ? Object.values(folder.declarations) : []),
    ...folder.consumers.map(({ table }) => table),
  ];
  const files = tables.map((table) => {
    const byReason = groupBy(table.rejected, (row) => row.reason);
    return {
      file: table.file,
      rowsRead: table.rowsRead,
      rowsAccepted: table.accepted.length,
      rejected: Object.fromEntries([...byReason].map(([reason, rows]) => [reason, rows.length])),
      rejectedRows: table.rejected.sort((a, b) => a.line - b.line).map((row) => `${row.line} ${row.reason}`),
    };
  });
  return files.sort((a, b) => byCodePoint(a.file, b.file));
}

function periodOf(years: number[]): Period | null {
  if (years.length === 0) return null;
  return years.reduce<Period>(
    (period, year) => ({ from: Math.min(period.from, year), to: Math.max(period.to, year) }),
    { from: Infinity, to: -Infinity },
  );
}

const memo = new WeakMap<Table<unknown>, unknown[]>();
/** The rows that can be used: the same array each time, once the rules between rows are applied. */
function rowsOf<T>(table: Table<T>): T[] {
  const rows = (memo.get(table) as T[] | undefined) ?? table.accepted.map((read) => read.row);
  memo.set(table, rows);
  return rows;
}
