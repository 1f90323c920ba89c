import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { generate } from '../src/demo/generate.js';
import { runIngestion } from '../src/ingestion/run.js';
import { oracle, type Expected } from './oracle/oracle.js';
import { withHiddenBesides } from './oracle/hidden-besides.js';
import { members, published } from './oracle/published.js';
import { createTestDatabase } from './support/databases.js';
import { SILENT, TEST_TIME } from './support/ingest-generated.js';

const REAL_FOLDER = '../shared/data/bdpm';
/** Both are read whole, row by row, in medicine-details.test.ts; what is counted on them differs little. */
const REAL_SETS = [
  { set: '2022-06', skipped: process.env['ALL_SETS'] !== '1' },
  { set: '2026-05', skipped: false },
];

/** The judge of the counting: everything that a release publishes, against the slow way over the same files. */
describe('a release publishes what the oracle counts', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.close();
  });

  it.each([
    { seed: 1, cases: 1500, years: [2019, 2021] },
    { seed: 2, cases: 1500, years: [2014, 2023] },
    { seed: 3, cases: 1500, years: [2020, 2020] },
    { seed: 6, cases: 6000, years: [2017, 2022] },
  ] as const)('for generated medicines, seed $seed, $cases cases, $years', async ({ seed, cases, years }) => {
    await judge(database, { seed, cases, years: [...years] });
  });

  for (const { set, skipped } of REAL_SETS) {
    const directory = join(REAL_FOLDER, set);
    const judged = existsSync(directory) && !skipped ? it : it.skip;
    judged(
      `for the real BDPM of ${set} (skipped where ${directory} is absent${skipped ? ', and without ALL_SETS=1: it takes a minute' : ''})`,
      async () => {
        await judge(database, { seed: 7, cases: 3000, years: [2018, 2021], bdpm: directory });
      },
      600_000,
    );
  }

  // sources of any size: the national extraction takes minutes, and NODE_OPTIONS=--max-old-space-size
  const given = process.env['ORACLE_SOURCES'];
  (given === undefined ? it.skip : it)(
    'for the folder of ORACLE_SOURCES (skipped where it is not set)',
    async () => {
      await judgeFolder(database, given ?? '');
    },
    7_200_000,
  );

  it('with a higher threshold', async () => {
    await judge(database, { seed: 9, cases: 6000, years: [2019, 2021], minCell: 25 });
  });

  it('with the aliases that staff have validated', async () => {
    await inFolder(async (directory) => {
      await generate({ out: directory, seed: 10, cases: 1500, years: [2019, 2021], bdpm: null });
      const { names, substances } = await oracle(directory);
      const codes = substances.map((one) => one.code);
      const ambiguous = names.find((one) => one.outcome === 'ambiguous');
      const unmatched = names.find((one) => one.outcome === 'unmatched');
      const aliases = new Map([
        [ambiguous?.name ?? '', codes.slice(0, 1)],
        [unmatched?.name ?? '', codes.slice(0, 2)],
      ]);
      for (const alias of aliases) await database.dataSource.query('INSERT INTO alias VALUES ($1, $2)', alias);
      const releaseId = await ingest(database, directory);
      await database.dataSource.query('DELETE FROM alias');
      const expected = await oracle(directory, { aliases });
      expect(expected.declarations?.matched.alias).toBeGreaterThanOrEqual(2);
      await expectPublished(database, releaseId, expected);
    });
  });

  it('whatever the order of the rows', async () => {
    await inFolder(async (directory) => {
      await generate({ out: directory, seed: 8, cases: 1500, years: [2019, 2021], bdpm: null });
      const straight = await figuresOf(database, await ingest(database, directory));
      await reverseRows(directory);
      const turned = await figuresOf(database, await ingest(database, directory));
      expect(turned).toEqual(straight);
    });
  });
});

interface Judged {
  seed: number;
  cases: number;
  years: [number, number];
  bdpm?: string;
  minCell?: number;
}

async function judge(database: Database, { seed, cases, years, bdpm, minCell }: Judged): Promise<void> {
  await inFolder(async (directory) => {
    await generate({ out: directory, seed, cases, years, bdpm: bdpm ?? null });
    await judgeFolder(database, directory, minCell);
  });
}

async function judgeFolder(database: Database, directory: string, minCell = 11): Promise<void> {
  const releaseId = await ingest(database, directory, minCell);
  const expected = await oracle(directory, { minCell });
  expectWorthJudging(expected);
  await expectPublished(database, releaseId, expected);
}

async function ingest(database: Database, directory: string, minCell = 11): Promise<string> {
  const options = { directory, force: true, demo: null, minCell, maxRejectedRatio: 0.05, clock: () => TEST_TIME };
  const outcome = await runIngestion(database, options, SILENT);
  if (outcome.status === 'failed') throw new Error(outcome.errors.join('\n'));
  return outcome.releaseId;
}

async function expectPublished(database: Database, releaseId: string, expected: Expected): Promise<void> {
  const answer = await published(database, releaseId);
  const { substances, specialities, ...release } = withHiddenBesides(expected, answer);
  const { substances: answered, specialities: answeredSpecialities, ...answeredRelease } = answer;
  expect(answeredRelease).toEqual(release);
  expect(answered.map((one) => one.code)).toEqual(substances.map((one) => one.code));
  // the first that differs: thousands of substances in one comparison would take minutes and say nothing
  const first = substances.findIndex((substance, index) => !isDeepStrictEqual(answered[index], substance));
  expect({ first, answer: answered[first] }).toEqual({ first: -1, answer: substances[first] });
  expect(answeredSpecialities).toEqual(specialities);
  expect(await members(database, releaseId)).toEqual(membersOf(expected));
}

function membersOf(expected: Expected): [string, string][] {
  const pairs = expected.substances.flatMap(({ code, memberCodes }) =>
    memberCodes.map((member): [string, string] => [member, code]),
  );
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The data must try the rules: shown, hidden and absent figures, rates, every reason to leave a case out. */
function expectWorthJudging({ substances, declarations }: Expected): void {
  const numbers = [declarations?.excluded.foreign, declarations?.excluded.superseded, declarations?.unmatched];
  for (const number of numbers) expect(number).toBeGreaterThanOrEqual(1);
  const shown = substances.filter((one) => one.cases?.count);
  expect(shown.length).toBeGreaterThanOrEqual(10);
  expect(substances.filter((one) => one.cases?.suppressed).length).toBeGreaterThanOrEqual(10);
  expect(shown.filter((one) => one.adverseReactions?.all.notificationRate).length).toBeGreaterThanOrEqual(10);
}

/** Everything of a release but the lines and checksums of its files. */
async function figuresOf(database: Database, releaseId: string): Promise<unknown> {
  const { files, ...release } = await published(database, releaseId);
  const counts = files.map(({ rejectedRows, ...file }) => ({ ...file, rejectedRows: rejectedRows.length }));
  return { ...release, files: counts, members: await members(database, releaseId) };
}

/** Writes every file again with its rows back to front and its bytes otherwise as they were. */
async function reverseRows(directory: string): Promise<void> {
  for (const source of ['bdpm', 'bnpv', 'open-medic']) {
    for (const name of await readdir(join(directory, source))) {
      const file = join(directory, source, name);
      const stored = await readFile(file);
      const zipped = name.endsWith('.gz');
      // Latin-1 keeps every byte, whatever the encoding
      const text = (zipped ? gunzipSync(stored) : stored).toString('latin1');
      const lines = text.split('\n').filter((line) => line !== '');
      const header = source === 'bdpm' ? [] : lines.splice(0, 1);
      const turned = Buffer.from(`${[...header, ...lines.reverse()].join('\n')}\n`, 'latin1');
      await writeFile(file, zipped ? gzipSync(turned) : turned);
    }
  }
}

async function inFolder(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'pharmacovigie-judged-'));
  try {
    await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
