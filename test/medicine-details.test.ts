import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { generate } from '../src/demo/generate.js';
import type { SpecialityAnswer } from '../src/queries/answers.js';
import { SpecialityQuery } from '../src/queries/speciality.js';
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

  it.each([1, 2, 3])(
    'is what the optional files say, for generated medicines, seed %i',
    async (seed) => {
      await inFolder(async (directory) => {
        await generate({ out: directory, seed, cases: 300, years: [2020, 2021], bdpm: null });
        await judge(database, directory);
      });
    },
    120_000,
  );

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
  await eachSpeciality(database, releaseId, [...expected.names.keys()], (cis, answer) => {
    if (answer === null || 'gone' in answer) throw new Error(`${cis} is missing`);
    // one text each: comparing objects deeply takes most of the time
    if (JSON.stringify(detailsOf(answer)) !== JSON.stringify(expected.details(cis)))
      expect({ cis, ...detailsOf(answer) }).toEqual({ cis, ...expected.details(cis) });
  });
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
  let replaced = 0;
  await eachSpeciality(database, newer.releaseId, gone, (cis, answer) => {
    const replacedBy = newer.expected.former(cis, older.expected);
    if (replacedBy.length > 0) replaced += 1;
    expect(answer).toEqual({
      gone: { cis, name: older.expected.names.get(cis), lastSeen: '2025-03-02', replacedBy },
    });
  });
  expect(replaced).toBeGreaterThan(100);
}

async function eachSpeciality(
  database: Database,
  releaseId: string,
  codes: string[],
  look: (cis: string, answer: Awaited<ReturnType<SpecialityQuery['byCis']>>) => void,
): Promise<void> {
  const query = new SpecialityQuery(database.dataSource);
  for (let at = 0; at < codes.length; at += 20)
    await Promise.all(
      codes.slice(at, at + 20).map(async (cis) => {
        look(cis, await query.byCis(releaseId, cis));
      }),
    );
}

/** In the order of the oracle; of the rows of one day only their set is fixed. */
function detailsOf(answer: SpecialityAnswer): SpecialityDetails {
  const { atc, genericGroup, majorInterest, prescriptionConditions } = answer;
  for (const [list, date] of [
    [answer.smr, 'date'],
    [answer.asmr, 'date'],
    [answer.availability, 'updated'],
    [answer.safetyNotices, 'from'],
  ] as const) {
    const dates = list.map((row) => String((row as unknown as Record<string, unknown>)[date] ?? ''));
    expect(dates).toEqual([...dates].sort().reverse());
  }
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
