import { jest } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Database } from '../../src/database/database.js';
import { generate } from '../../src/demo/generate.js';
import type { IngestionOutcome } from '../../src/ingestion/run.js';
import { runIngestion } from '../../src/ingestion/run.js';
import { SuppressionTally } from '../../src/statistics/suppression-tally.js';
import { createTestDatabase } from '../support/databases.js';
import { SILENT, TEST_TIME } from '../support/ingest-generated.js';
import { readSources } from '../support/read-sources.js';

const CASES = 'bnpv/2022-01-15_Cas-Patients.csv';
const OPTIONS = { demo: null, minCell: 11, maxRejectedRatio: 0.05, clock: () => TEST_TIME };

let root: string;
let good: string;
let database: Database;
let published: string;

const ingest = (directory: string, force = false): Promise<IngestionOutcome> =>
  runIngestion(database, { ...OPTIONS, directory, force }, SILENT);

/** A copy of the good folder in which one file is other. */
async function folderWith(change: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(root, 'bad-'));
  await cp(good, folder, { recursive: true });
  await change(folder);
  return folder;
}

async function failure(change: (folder: string) => Promise<void>): Promise<string[]> {
  const outcome = await ingest(await folderWith(change));
  if (outcome.status !== 'failed') throw new Error(`the run was ${outcome.status}`);
  return outcome.errors;
}

async function casesFile(folder: string): Promise<string> {
  const name = (await readdir(join(folder, 'bnpv'))).find((file) => file.normalize('NFC').endsWith('Cas-Patients.csv'));
  return join(folder, 'bnpv', name ?? CASES);
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'faults-'));
  good = join(root, 'good');
  await generate({ out: good, cases: 400, seed: 3, years: [2019, 2021], bdpm: null });
  database = await createTestDatabase();
  const outcome = await ingest(good);
  if (outcome.status !== 'published') throw new Error(`the good folder was ${outcome.status}`);
  published = outcome.releaseId;
});

afterAll(async () => {
  await database.close();
  await rm(root, { recursive: true });
});

/** What the public sees is as it was, nothing is left over, and the run that failed says why. */
afterEach(async () => {
  const [{ release_id: current } = { release_id: null }] = await database.dataSource.query<{ release_id: number }[]>(
    'SELECT release_id FROM published_release',
  );
  expect(String(current)).toBe(published);
  expect(await database.dataSource.query(`SELECT nspname FROM pg_namespace WHERE nspname = 'staging'`)).toEqual([]);
  expect(await database.dataSource.query(`SELECT id FROM ingestion_run WHERE status = 'running'`)).toEqual([]);
});

describe('a folder that cannot be published', () => {
  test('the same files again: nothing is done, unless it is forced', async () => {
    expect(await ingest(good)).toEqual({ status: 'unchanged', releaseId: published });
    const forced = await ingest(good, true);
    expect(forced).toMatchObject({ status: 'published' });
    if (forced.status === 'published') published = forced.releaseId;
  });

  test('a truncated gzip', async () => {
    const errors = await failure(async (folder) => {
      const path = join(folder, 'bdpm', 'CIS_bdpm.txt');
      const packed = gzipSync(await readFile(path));
      await rm(path);
      await writeFile(`${path}.gz`, packed.subarray(0, packed.length / 2));
    });
    expect(errors).toEqual([expect.stringMatching(/^bdpm\/CIS_bdpm\.txt\.gz\b.*ends too early/)]);
  });

  test('a PDF under the name of a text', async () => {
    const errors = await failure((folder) =>
      writeFile(join(folder, 'bdpm', 'CIS_bdpm.txt'), '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'),
    );
    expect(errors).toEqual([expect.stringMatching(/^bdpm\/CIS_bdpm\.txt\b.*PDF/)]);
  });

  test('an empty file', async () => {
    const errors = await failure((folder) => writeFile(join(folder, 'bdpm', 'CIS_COMPO_bdpm.txt'), ''));
    expect(errors).toEqual([expect.stringMatching(/^bdpm\/CIS_COMPO_bdpm\.txt\b.*empty/)]);
  });

  test('several faults: one line each, all of them told', async () => {
    const errors = await failure(async (folder) => {
      await writeFile(join(folder, 'bdpm', 'CIS_bdpm.txt'), '');
      await writeFile(join(folder, 'bdpm', 'CIS_COMPO_bdpm.txt'), '%PDF-1.7');
    });
    expect(errors).toHaveLength(2);
  });

  test('a header without SEXE', async () => {
    const errors = await failure(async (folder) => {
      const path = await casesFile(folder);
      const bytes = await readFile(path, 'latin1');
      await writeFile(path, bytes.replace('SEXE', 'GENRE'), 'latin1');
    });
    expect(errors).toEqual([expect.stringMatching(/Cas-Patients\.csv.*SEXE/)]);
  });

  test('a header and no row', async () => {
    const errors = await failure(async (folder) => {
      const path = await casesFile(folder);
      const bytes = await readFile(path, 'latin1');
      await writeFile(path, bytes.slice(0, bytes.indexOf('\n') + 1), 'latin1');
    });
    expect(errors[0]).toMatch(/Cas-Patients\.csv: the file has no rows/);
  });

  test('more than 5 % of bad rows, which are kept with their lines', async () => {
    let spoiled: number[] = [];
    const errors = await failure(async (folder) => {
      const path = await casesFile(folder);
      const lines = (await readFile(path, 'latin1')).split('\n');
      spoiled = lines.flatMap((line, i) => (i > 0 && i % 16 === 0 && line !== '' ? [i + 1] : []));
      for (const line of spoiled) lines[line - 1] = (lines[line - 1] ?? '').replace(/^[^;]*/, '');
      await writeFile(path, lines.join('\n'), 'latin1');
    });
    expect(errors).toEqual([
      expect.stringMatching(/Cas-Patients\.csv: \d+ of \d+ rows rejected \(\d+\.\d %: .*5 % allowed/),
    ]);
    const kept = await database.dataSource.query<{ line: number; row_text: string | null }[]>(
      `SELECT line, row_text FROM rejected_row
       WHERE run_id = (SELECT max(id) FROM ingestion_run) AND reason = 'bad_code' AND file LIKE '%Cas-Patients.csv'`,
    );
    expect(kept.map(({ line }) => line)).toEqual(expect.arrayContaining(spoiled));
    // a declaration speaks of a person: where it stood is kept, what it said is not
    expect(new Set(kept.map(({ row_text }) => row_text))).toEqual(new Set([null]));
  });

  test('a required file that is not there, a folder that is not there', async () => {
    const missing = await failure((folder) => rm(join(folder, 'bdpm', 'CIS_CIP_bdpm.txt')));
    expect(missing).toEqual([expect.stringContaining('CIS_CIP_bdpm.txt')]);
    const nowhere = await ingest(join(root, 'nowhere'));
    expect(nowhere).toMatchObject({ status: 'failed', errors: [expect.stringContaining('nowhere')] });
  });

  test('a failed run keeps its causes', async () => {
    const errors = await failure((folder) => writeFile(join(folder, 'bdpm', 'CIS_bdpm.txt'), ''));
    const rows = await database.dataSource.query<{ status: string; errors: string[] }[]>(
      'SELECT status, errors FROM ingestion_run ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ status: 'failed', errors }]);
  });
});

describe('a run that publishes', () => {
  test('tells how far it is: every step goes from its beginning to its end', async () => {
    const steps: { name: string; told: number[] }[] = [];
    const progress = {
      step: (name: string) => void steps.push({ name, told: [] }),
      advance: (fraction: number) => void steps.at(-1)?.told.push(fraction),
      note: () => undefined,
    };
    const outcome = await runIngestion(database, { ...OPTIONS, directory: good, force: true }, progress);
    if (outcome.status !== 'published') throw new Error(`the run was ${outcome.status}`);
    published = outcome.releaseId;
    expect(steps.map(({ name }) => name)).toEqual(outcome.report.steps.map(({ name }) => name));
    for (const { told } of steps) {
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect([Math.min(...told) > 0, told.at(-1)]).toEqual([true, 1]);
    }
    expect(steps.find(({ name }) => name === 'Reading declarations')?.told.length).toBeGreaterThan(3);
  });

  test('counts the packs that no speciality has', async () => {
    const [release] = await database.dataSource.query<{ exposure: { rows: number }; accepted: number }[]>(
      `SELECT exposure,
         (SELECT sum(rows_accepted)::integer FROM source_file f
          WHERE f.run_id = release.run_id AND source = 'open-medic') AS accepted
       FROM release WHERE id = $1`,
      [published],
    );
    const { consumers, presentations } = await readSources(good);
    const known = new Set(presentations.map(({ cip13 }) => cip13));
    const strange = consumers.filter(({ cip13 }) => !known.has(cip13));
    expect(strange.length).toBeGreaterThan(0);
    expect(release?.exposure).toEqual({
      rows: release?.accepted,
      unmatchedRows: strange.length,
      unmatchedPacks: new Set(strange.map(({ cip13 }) => cip13)).size,
    });
  });
});

describe('a folder with less than all', () => {
  test('without declarations and consumers there are no such figures, rather than zeros', async () => {
    const folder = await folderWith(async (dir) => {
      await rm(join(dir, 'bnpv'), { recursive: true });
      await rm(join(dir, 'open-medic'), { recursive: true });
    });
    const outcome = await ingest(folder);
    if (outcome.status !== 'published') throw new Error(`the run was ${outcome.status}`);
    published = outcome.releaseId;
    expect(
      await database.dataSource.query(
        `SELECT declarations, declarations_from, exposure_from,
           (SELECT count(*)::integer FROM substance_figures f WHERE f.release_id = release.id) AS figures,
           (SELECT count(*)::integer FROM substance s WHERE s.release_id = release.id AND exposure IS NOT NULL) AS exposed,
           (SELECT count(*)::integer FROM substance s WHERE s.release_id = release.id AND cases IS NOT NULL) AS counted
         FROM release WHERE id = $1`,
        [published],
      ),
    ).toEqual([
      { declarations: null, declarations_from: null, exposure_from: null, figures: 0, exposed: 0, counted: 0 },
    ]);
  });
});

describe('a fault of the program', () => {
  test('in the middle of the figures ends the run, which keeps it, and leaves the database free', async () => {
    let figures = 0;
    const add = jest.spyOn(SuppressionTally.prototype, 'add').mockImplementation(() => {
      figures += 1;
      if (figures > 5_000) throw new RangeError('a number too many');
    });
    await expect(ingest(good, true)).rejects.toThrow(new RangeError('a number too many'));
    add.mockRestore();
    expect(figures).toBe(5_001);
    const rows = await database.dataSource.query<unknown[]>(
      'SELECT status, errors FROM ingestion_run ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ status: 'failed', errors: ['the run broke off: RangeError: a number too many'] }]);
    const again = await ingest(good, true);
    expect(again).toMatchObject({ status: 'published' });
    if (again.status === 'published') published = again.releaseId;
  });
});

describe('two runs at once', () => {
  test('the second is refused in one line', async () => {
    const [first, second] = await Promise.all([ingest(good, true), ingest(good, true)]);
    const outcomes = [first, second].sort((a) => (a.status === 'published' ? -1 : 1));
    expect(outcomes[1]).toMatchObject({ status: 'failed', errors: [expect.stringContaining('under way')] });
    if (outcomes[0]?.status !== 'published') throw new Error('neither run published');
    published = outcomes[0].releaseId;
  });
});
