import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { generate } from '../src/demo/generate.js';
import { oracle, type Expected } from './oracle/oracle.js';
import { members, published } from './oracle/published.js';
import { createTestDatabase } from './support/databases.js';
import { ingestFolder } from './support/ingest-generated.js';

const REAL_SETS = '../shared/data/bdpm';

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
    { seed: 4, cases: 1500, years: [2016, 2019] },
    { seed: 5, cases: 1500, years: [2018, 2022] },
    { seed: 6, cases: 6000, years: [2017, 2022] },
  ] as const)('for generated medicines, seed $seed, $cases cases, $years', async ({ seed, cases, years }) => {
    await judge(database, { seed, cases, years: [...years], bdpm: null });
  });

  for (const set of ['2022-06', '2026-05']) {
    const directory = join(REAL_SETS, set);
    const judged = existsSync(directory) ? it : it.skip;
    judged(`for the real BDPM of ${set} (skipped where ${directory} is absent)`, async () => {
      await judge(database, { seed: 7, cases: 3000, years: [2018, 2021], bdpm: directory });
    });
  }

  it('whatever the order of the rows', async () => {
    await inFolder(async (directory) => {
      await generate({ out: directory, seed: 8, cases: 1500, years: [2019, 2021], bdpm: null });
      const straight = await figuresOf(database, await ingestFolder(database, directory));
      await reverseRows(directory);
      const turned = await figuresOf(database, await ingestFolder(database, directory));
      expect(turned).toEqual(straight);
    });
  });
});

async function judge(
  database: Database,
  generated: { seed: number; cases: number; years: [number, number]; bdpm: string | null },
): Promise<void> {
  await inFolder(async (directory) => {
    await generate({ out: directory, ...generated });
    const releaseId = await ingestFolder(database, directory);
    const [answer, expected] = [await published(database, releaseId), await oracle(directory)];
    const { substances, specialities, ...release } = expected;
    expect({ files: answer.files, declarations: answer.declarations, periods: answer.periods }).toEqual(release);
    expect(answer.substances.map((one) => one.code)).toEqual(substances.map((one) => one.code));
    // one by one: thousands of substances in one comparison would make a message nobody can read
    for (const [index, substance] of substances.entries()) expect(answer.substances[index]).toEqual(substance);
    expect(answer.specialities).toEqual(specialities);
    expect(await members(database, releaseId)).toEqual(membersOf(expected));
    expectWorthJudging(expected);
  });
}

function membersOf(expected: Expected): [string, string][] {
  const pairs = expected.substances.flatMap(({ code, memberCodes }) =>
    memberCodes.map((member): [string, string] => [member, code]),
  );
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The data must try the rules: shown, hidden and absent figures, rates, every reason to leave a case out. */
function expectWorthJudging({ substances, declarations }: Expected): void {
  expect(declarations).toMatchObject({
    excluded: { foreign: expect.any(Number), superseded: expect.any(Number) },
  });
  const numbers = [declarations?.excluded.foreign, declarations?.excluded.superseded, declarations?.unmatched];
  expect(numbers.filter((number) => number === 0)).toEqual([]);
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
