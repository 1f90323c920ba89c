import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { readSql } from '../src/database/sql.js';
import { generate } from '../src/demo/generate.js';
import type { AvailableParts, FormerSpecialityAnswer } from '../src/queries/answers.js';
import {
  latestFirst,
  medicineDetails,
  type ExpectedDetails,
  type SpecialityDetails,
} from './oracle/medicine-details.js';
import { publishedFiles } from './oracle/published.js';
import { createTestDatabase } from './support/databases.js';
import { ingestFolder } from './support/ingest-generated.js';

const REAL = '../shared/data';

describe('what a release says of each medicine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it.each([1, 2])('is what the optional files say, for generated medicines, seed %i', async (seed) => {
    await inFolder(async (directory) => {
      await generate({ out: directory, seed, cases: 300, years: [2020, 2021], bdpm: null });
      await judge(database, directory);
    });
  });

  const real = existsSync(REAL) ? it : it.skip;
  real(
    `is what the real files of both dates say, and what is gone is told (skipped where ${REAL} is absent)`,
    async () => {
      const older = await inFolder(async (directory) => {
        await symlink(resolve(REAL, 'bdpm/2022-06'), join(directory, 'bdpm'));
        return judge(database, directory);
      });
      await inFolder(async (directory) => {
        await symlink(resolve(REAL, 'bdpm/2026-05'), join(directory, 'bdpm'));
        await symlink(resolve(REAL, 'atc'), join(directory, 'atc'));
        const newer = await judge(database, directory);
        await judgeFormer(database, older, newer);
      });
    },
    900_000,
  );
});

interface Judged {
  releaseId: string;
  expected: ExpectedDetails;
}

/** Compares the rejects, every speciality and the ATC tree. */
async function judge(database: Database, directory: string): Promise<Judged> {
  const expected = await medicineDetails(directory);
  const releaseId = await ingestFolder(database, directory);
  const files = new Set(expected.files.map(({ file }) => file));
  const found = await publishedFiles(database, releaseId);
  expect(found.filter(({ file }) => files.has(file))).toEqual(expected.files);
  const codes = [...expected.names.keys()];
  const details = await answersOf<Stored>(database, DETAILS, releaseId, codes);
  for (const cis of codes) {
    const [answer, wanted] = [detailsOf(details.get(cis)), expected.details(cis)];
    // one text each: comparing objects deeply takes most of the time
    if (JSON.stringify(answer) !== JSON.stringify(wanted)) expect({ cis, ...answer }).toEqual({ cis, ...wanted });
  }
  const classes = await database.dataSource.query<{ code: string; label: string | null; parent: string | null }[]>(
    'SELECT code, label, parent FROM atc_class WHERE release_id = $1',
    [releaseId],
  );
  expect(new Map(classes.map(({ code, label }) => [code, label]))).toEqual(expected.classes);
  for (const { code, parent } of classes)
    expect(parent ?? '').toBe(code.slice(0, { 1: 0, 3: 1, 4: 3, 5: 4, 7: 5 }[code.length]));
  return { releaseId, expected };
}

/** What the older release had and the newer has not. */
async function judgeFormer(database: Database, older: Judged, newer: Judged): Promise<void> {
  const gone = [...older.expected.names.keys()].filter((cis) => !newer.expected.names.has(cis));
  expect(gone.length).toBeGreaterThan(1000);
  const answers = await answersOf<FormerSpecialityAnswer>(database, FORMER, newer.releaseId, gone);
  for (const cis of gone) {
    const replacedBy = newer.expected.former(cis, older.expected);
    const name = older.expected.names.get(cis);
    expect(answers.get(cis)).toEqual({ cis, name, lastSeen: '2025-03-02', replacedBy });
  }
  expect(gone.filter((cis) => newer.expected.former(cis, older.expected).length > 0).length).toBeGreaterThan(100);
  const sql = 'SELECT count(*)::integer AS n FROM former_speciality WHERE release_id = $1';
  expect(await database.dataSource.query(sql, [newer.releaseId])).toEqual([{ n: gone.length }]);
}

type Stored = SpecialityDetails & { available: AvailableParts };

const DETAILS = readSql(import.meta.url, '../src/queries/speciality-details.sql');
const FORMER = readSql(import.meta.url, '../src/queries/former-speciality.sql');

/** What a query of one speciality says of each of many, by CIS; many at once, for thousands of questions take minutes. */
async function answersOf<T>(
  database: Database,
  sql: string,
  releaseId: string,
  codes: string[],
): Promise<Map<string, T>> {
  const rows = await database.dataSource.query<{ cis: string; one: Record<string, T> }[]>(
    `SELECT wanted.cis, to_json(one) AS one
     FROM unnest($2::text[]) AS wanted (cis), LATERAL (${sql.replaceAll('$2', 'wanted.cis')}) AS one`,
    [releaseId, codes],
  );
  return new Map(rows.flatMap(({ cis, one }) => Object.values(one).map((answer) => [cis, answer] as const)));
}

/** In the order of the oracle; of the rows of one day only their set is fixed. */
function detailsOf(answer: Stored | undefined): SpecialityDetails {
  if (answer === undefined) throw new Error('a speciality is missing');
  const { atc, genericGroup, majorInterest, prescriptionConditions } = answer;
  for (const dates of [
    answer.smr.map(({ date }) => date),
    answer.asmr.map(({ date }) => date),
    answer.availability.map(({ updated }) => updated ?? ''),
    answer.safetyNotices.map(({ from }) => from ?? ''),
  ])
    expect(dates).toEqual([...dates].sort().reverse());
  return {
    atc,
    genericGroup,
    majorInterest,
    prescriptionConditions,
    smr: latestFirst(answer.smr, ({ date }) => date),
    asmr: latestFirst(answer.asmr, ({ date }) => date),
    availability: latestFirst(answer.availability, ({ updated }) => updated ?? ''),
    safetyNotices: latestFirst(answer.safetyNotices, ({ from }) => from ?? ''),
  };
}

async function inFolder<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'medicine-details-'));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
