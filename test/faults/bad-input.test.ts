import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.js';
import { Random } from '../../src/demo/random.js';
import type { FileReport } from '../../src/ingestion/file-report.js';
import { type IngestionOutcome, runIngestion } from '../../src/ingestion/run.js';
import { createTestDatabase } from '../support/databases.js';
import { SILENT, TEST_TIME } from '../support/ingest-generated.js';
import { FILE_FAULTS, type FileFault, ROW_FAULTS, type RowFault } from './spoil.js';
import { contentOf, debrisIn, NO_DEBRIS, published, relationsOf } from './state.js';
import { type Files, hasHeader, tinyFiles, writeFiles } from './tiny-folder.js';

const SEED = Number(process.env['FAULT_SEED'] ?? 1);
/** Runs in each of which every file has a fault of its own. */
const FILE_ROUNDS = 5;
const ROW_ROUNDS = 6;
const LONGEST_LINE = 300;

const good = tinyFiles();
const names = Object.keys(good);
let root: string;
let database: Database;
let clean: Set<string>;
/** How many faults were tried; those of the files of one run are each judged by themselves. */
let tried = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bad-input-'));
  database = await createTestDatabase();
  clean = new Set(await relationsOf(database.dataSource));
  expect(await ingest(good)).toMatchObject({ status: 'published' });
});

afterAll(async () => {
  await database.close();
  await rm(root, { recursive: true });
});

/** Whatever was wrong, a whole release stays published and nothing is left over. */
afterEach(async () => {
  expect(await published(database.dataSource)).not.toBeNull();
  expect(await debrisIn(database.dataSource, clean)).toEqual(NO_DEBRIS);
});

async function ingest(files: Files, maxRejectedRatio = 0.05): Promise<IngestionOutcome> {
  const directory = await writeFiles(root, files);
  const options = { directory, force: true, demo: false, minCell: 11, maxRejectedRatio, clock: () => TEST_TIME };
  const outcome = await runIngestion(database, options, SILENT);
  await rm(directory, { recursive: true });
  return outcome;
}

/** The lines that a run failed with, every one of them fit to be shown. */
function linesOf(outcome: IngestionOutcome): string[] {
  if (outcome.status !== 'failed') return [];
  expect(outcome.errors.length).toBeGreaterThan(0);
  for (const line of outcome.errors) {
    expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
    // eslint-disable-next-line no-control-regex -- none of them may be there
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]|^\s|\.[jt]s:\d|\bat \S+ \(/);
  }
  return outcome.errors;
}

/** Rows of headed files stand below their header, which is left as it is. */
function spoilRows(
  name: string,
  bytes: Buffer,
  spoil: (rows: string[], separator: string) => string[] | Buffer,
): Buffer {
  const lines = bytes.toString().split('\n').slice(0, -1);
  const header = hasHeader(name) ? lines.splice(0, 1) : [];
  const spoiled = spoil(lines, hasHeader(name) ? ';' : '\t');
  const rest = Buffer.isBuffer(spoiled) ? spoiled : Buffer.from(spoiled.map((line) => `${line}\n`).join(''));
  return Buffer.concat([Buffer.from(header.map((line) => `${line}\n`).join('')), rest]);
}

describe('files that are not what their names say', () => {
  test.each(Array.from({ length: FILE_ROUNDS }, (_, i) => i))('round %i: one line for each of them', async (round) => {
    const random = new Random(SEED + round, 'files');
    const spoiled: Files = {};
    const expected: [string, RegExp][] = [];
    names.forEach((name, i) => {
      const fault = FILE_FAULTS[(i + round * 2) % FILE_FAULTS.length] as FileFault;
      const { file = name, bytes } = fault.spoil(name, good[name] ?? Buffer.alloc(0), random);
      spoiled[file] = bytes;
      expected.push([file, fault.says]);
      tried += 1;
    });
    const lines = linesOf(await ingest(spoiled));
    for (const [file, says] of expected)
      expect(lines.filter((line) => line.startsWith(`${file} `))).toEqual([expect.stringMatching(says)]);
    expect(lines).toHaveLength(names.length);
  });
});

const rejectedIn = ({ rejected }: FileReport): number => Object.values(rejected).reduce((sum, n) => sum + n, 0);

describe('rows that are not what they should be', () => {
  test.each(Array.from({ length: ROW_ROUNDS }, (_, i) => i))(
    'round %i: each is used or counted and kept',
    async (round) => {
      const random = new Random(SEED + round, 'rows');
      const spoiled: Files = {};
      const faults = new Map<string, RowFault>();
      names.forEach((name, i) => {
        const fault = ROW_FAULTS[(i + round * 3) % ROW_FAULTS.length] as RowFault;
        faults.set(name, fault);
        spoiled[name] = spoilRows(name, good[name] ?? Buffer.alloc(0), (rows, sep) => fault.spoil(rows, sep, random));
        tried += 1;
      });
      const outcome = await ingest(spoiled, 1);
      expect(linesOf(outcome)).toEqual([]);
      if (outcome.status !== 'published') throw new Error(outcome.status);
      const kept = await database.dataSource.query<{ file: string; rows: number }[]>(
        'SELECT file, count(*)::integer AS rows FROM rejected_row WHERE run_id = $1 GROUP BY file',
        [outcome.report.runId],
      );
      for (const report of outcome.report.files) {
        const { file, rowsRead, rowsAccepted } = report;
        const about = `${file}: ${faults.get(file)?.name ?? ''}`;
        expect([about, rowsRead]).toEqual([about, rowsAccepted + rejectedIn(report)]);
        expect([about, kept.find((row) => row.file === file)?.rows ?? 0]).toEqual([about, rejectedIn(report)]);
        if (faults.get(file)?.rejects === true) expect([about, rejectedIn(report) > 0]).toEqual([about, true]);
      }
      // the same under the usual limit: one line for each file that is over it, and for no other
      const strict = await ingest(spoiled);
      for (const line of linesOf(strict))
        expect(line).toMatch(/^[^:]+: (the file has no rows|\d+ of \d+ rows rejected)/);
    },
  );
});

/** Faults of a header; what a run says of them names the file. */
const HEADER_FAULTS: readonly [string, (header: string, required: string) => string, RegExp][] = [
  ['a required column is left out', (header, name) => header.replace(name, 'AUTRE_CHOSE'), /lacks the required column/],
  ['a required column is there twice', (header, name) => `${header};${name}`, /more than one column/],
  ['a quote does not close', (header) => `"${header}`, /quote that is not closed/],
  ['there is none', () => '', /lacks the required columns?/],
];
const REQUIRED: Readonly<Record<string, string>> = {
  'bnpv/Cas-Patients.csv': 'SEXE',
  'bnpv/Effets.csv': 'EFFET_SOC',
  'bnpv/Médicaments.csv': 'MEDICAMENT',
  'open-medic/NB_2020_cip13_age_sexe.csv': 'nbc',
  'ruptures/historique.csv': 'Nom',
  'atc/libelles.csv': 'label',
  'erreurs-medicamenteuses/erreurs.csv': 'gravite',
};

describe('a header', () => {
  test.each(Object.entries(REQUIRED))('of %s that is wrong fails the run in one line', async (name, required) => {
    for (const [, spoil, says] of HEADER_FAULTS) {
      const [header = '', ...rows] = (good[name] ?? Buffer.alloc(0)).toString().split('\n');
      const spoiled = spoil(header, required);
      const text = [...(spoiled === '' ? [] : [spoiled]), ...rows].join('\n');
      const lines = linesOf(await ingest({ ...good, [name]: Buffer.from(text) }));
      expect(lines).toEqual([expect.stringMatching(says)]);
      expect(lines[0]?.startsWith(`${name}: `)).toBe(true);
      tried += 1;
    }
  });

  test('with its columns in another order, and others between them, says the same', async () => {
    const shuffled = Object.keys(REQUIRED).map((name): [string, Buffer] => {
      const random = new Random(SEED, name);
      const lines = (good[name] ?? Buffer.alloc(0)).toString().split('\n').slice(0, -1);
      const order = random.shuffled(['x', ...Array.from({ length: lines[0]?.split(';').length ?? 0 }, (_, i) => i)]);
      const turned = lines.map((line) =>
        order.map((at) => (at === 'x' ? 'sans nom' : line.split(';')[Number(at)])).join(';'),
      );
      return [name, Buffer.from(`${turned.join('\n')}\n`)];
    });
    const contents: string[] = [];
    for (const files of [good, { ...good, ...Object.fromEntries(shuffled) }]) {
      const outcome = await ingest(files);
      if (outcome.status !== 'published') throw new Error(JSON.stringify(outcome));
      contents.push(await contentOf(database.dataSource, outcome.releaseId));
    }
    expect(contents[1]).toBe(contents[0]);
    tried += shuffled.length;
  });
});

test('all in all, these are many faults', () => {
  expect(tried).toBeGreaterThanOrEqual(200);
});
