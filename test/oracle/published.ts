import type { Database } from '../../src/database/database.js';
import {
  POPULATIONS,
  type AdverseReactions,
  type Exposure,
  type Population,
  type Row,
} from '../../src/statistics/figures.js';
import { storedAnswers, storedDeclarations } from '../support/answers-of.js';
import type { Declarations, Expected, ExpectedFile, ExpectedSubstance } from './oracle.js';

/** What a release published, in the shape of the oracle's answer and without the labels that are no counting. */
export async function published(database: Database, releaseId: string): Promise<Expected> {
  const query = async <T>(sql: string): Promise<T[]> => database.dataSource.query<T[]>(sql, [releaseId]);
  const [release] = await query<ReleaseRow>('SELECT * FROM release WHERE id = $1');
  if (!release) throw new Error(`no release ${releaseId}`);
  return {
    files: (await publishedFiles(database, releaseId)).filter(({ file }) => COUNTED.test(file)),
    declarations: release.declarations,
    periods: {
      declarations: period(release.declarations_from, release.declarations_to),
      exposure: period(release.exposure_from, release.exposure_to),
    },
    names: await query(
      `SELECT name, type, outcome, cases FROM unmatched_name WHERE release_id = $1
      ORDER BY name COLLATE "C", type COLLATE "C"`,
    ),
    together: plain(await storedDeclarations((sql) => query(sql), releaseId)),
    substances: await substances(query, await storedAnswers((sql) => query(sql), releaseId)),
    specialities: await query(
      `SELECT cis, exposure, ARRAY(
          SELECT code FROM speciality_substance AS s
          WHERE s.release_id = speciality.release_id AND s.cis = speciality.cis ORDER BY code COLLATE "C"
        ) AS substances
      FROM speciality WHERE release_id = $1 ORDER BY cis COLLATE "C"`,
    ),
  };
}

/** The files that the counting rests on; what completes a medicine's page has judges of its own. */
const COUNTED = /^(bnpv|open-medic)\/|^bdpm\/CIS_((CIP|COMPO)_)?bdpm\./i;

/** What a release says of each of its files. */
export async function publishedFiles(database: Database, releaseId: string): Promise<ExpectedFile[]> {
  return database.dataSource.query<ExpectedFile[]>(
    `SELECT file, rows_read AS "rowsRead", rows_accepted AS "rowsAccepted", rejected, ARRAY(
        SELECT line || ' ' || reason FROM rejected_row AS r
        WHERE r.run_id = f.run_id AND r.file = f.file ORDER BY line
      ) AS "rejectedRows"
    FROM source_file AS f
    WHERE run_id = (SELECT run_id FROM release WHERE id = $1) ORDER BY file COLLATE "C"`,
    [releaseId],
  );
}

/** Every member code and the substance it leads to, in the order of codes. */
export async function members(database: Database, releaseId: string): Promise<[string, string][]> {
  const rows = await database.dataSource.query<{ member_code: string; code: string }[]>(
    'SELECT member_code, code FROM substance_member WHERE release_id = $1 ORDER BY member_code COLLATE "C"',
    [releaseId],
  );
  return rows.map((row) => [row.member_code, row.code]);
}

/** The labels of sexes, ages, years and seriousness are words, not counting; the oracle leaves them empty. */
function withoutPlainLabels(figures: AdverseReactions): AdverseReactions {
  const bare = <T extends Row>(rows: T[]): T[] => rows.map((row) => ({ ...row, label: '' }));
  return {
    ...figures,
    ...(figures.bySex && { bySex: bare(figures.bySex) }),
    ...(figures.byAgeGroup && { byAgeGroup: bare(figures.byAgeGroup) }),
    ...(figures.bySexAndAgeGroup && {
      // http.md gives these rows a sex and an age group, and no form for the key that stands for both
      bySexAndAgeGroup: bare(figures.bySexAndAgeGroup).map((row) => ({ ...row, key: `${row.sex}:${row.ageGroup}` })),
    }),
    byYear: bare(figures.byYear),
    bySeriousness: bare(figures.bySeriousness),
    bySeriousnessCriterion: bare(figures.bySeriousnessCriterion),
  };
}

type Query = <T>(sql: string) => Promise<T[]>;

type Answers = Record<Population, AdverseReactions>;

async function substances(query: Query, answers: ReadonlyMap<string, Answers>): Promise<ExpectedSubstance[]> {
  const rows = await query<SubstanceRow>('SELECT * FROM substance WHERE release_id = $1 ORDER BY code COLLATE "C"');
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    synonyms: row.synonyms,
    memberCodes: row.member_codes,
    specialityCount: row.speciality_count,
    cases: row.cases_suppressed === null ? null : { count: row.cases, suppressed: row.cases_suppressed },
    exposure: row.exposure,
    adverseReactions: plain(answers.get(row.code) ?? null),
  }));
}

function plain(answers: Answers | null): Answers | null {
  if (answers === null) return null;
  const entries = POPULATIONS.map((population) => [population, withoutPlainLabels(answers[population])]);
  return Object.fromEntries(entries) as Answers;
}

function period(from: number | null, to: number | null): Expected['periods']['exposure'] {
  return from === null || to === null ? null : { from, to };
}

interface ReleaseRow {
  declarations: Declarations | null;
  declarations_from: number | null;
  declarations_to: number | null;
  exposure_from: number | null;
  exposure_to: number | null;
}
interface SubstanceRow {
  code: string;
  name: string;
  synonyms: string[];
  member_codes: string[];
  speciality_count: number;
  cases: number | null;
  cases_suppressed: boolean | null;
  exposure: Exposure | null;
}
