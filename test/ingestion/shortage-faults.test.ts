import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Database } from '../../src/database/database.js';
import { generate } from '../../src/demo/generate.js';
import type { IngestionOutcome } from '../../src/ingestion/run.js';
import { runIngestion } from '../../src/ingestion/run.js';
import { createTestDatabase } from '../support/databases.js';
import { SILENT, TEST_TIME } from '../support/ingest-generated.js';

const SHORTAGES = 'Numéro;État;Classification;Nom;CAUSES\n20RS001;En cours;Rupture;EXEMPLARINE;Coronavirus\n';
const ERRORS =
  'initial_erreur;nature_erreur;cause_erreur;population_erreur;effet_indesirable;gravite;denomination\n' +
  'Suivi;Dose;Noms proches;Adulte;Oui;Grave;EXEMPLARINE\n';

let directory: string;
let database: Database;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shortage-faults-'));
  await generate({ out: directory, cases: 300, seed: 4, years: [2020, 2020], bdpm: null });
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true });
});

/** Ingests the folder with these files alone in the place of shortages and errors. */
async function ingest(files: Readonly<Record<string, string | Buffer>>, ratio = 0.05): Promise<IngestionOutcome> {
  for (const folder of ['ruptures', 'erreurs-medicamenteuses']) {
    await rm(join(directory, folder), { recursive: true, force: true });
    await mkdir(join(directory, folder));
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  const options = { demo: null, minCell: 11, maxRejectedRatio: ratio, clock: () => TEST_TIME, directory, force: true };
  return runIngestion(database, options, SILENT);
}

async function failure(files: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  const outcome = await ingest(files);
  if (outcome.status !== 'failed') throw new Error(`the run was ${outcome.status}`);
  return outcome.errors;
}

const rejected = (): Promise<object[]> =>
  database.dataSource.query(
    `SELECT file, line, reason, row_text FROM rejected_row
     WHERE run_id = (SELECT max(id) FROM ingestion_run) AND file ~ '^(ruptures|erreurs)' ORDER BY file, line`,
  );
const shortages = (): Promise<object[]> =>
  database.dataSource.query(
    `SELECT number, name, open FROM shortage WHERE release_id = (SELECT max(id) FROM release) ORDER BY number, sort_name`,
  );

describe('a run with faulty shortages or medication errors fails in one line', () => {
  it.each<[string, Record<string, string | Buffer>, RegExp]>([
    [
      'a truncated gzip',
      { 'ruptures/a.csv.gz': gzipSync(SHORTAGES).subarray(0, 40) },
      /^ruptures\/a\.csv\.gz .*too early/,
    ],
    ['an empty file', { 'ruptures/a.csv': '' }, /^ruptures\/a\.csv is empty/],
    ['no rows', { 'ruptures/a.csv': 'Numéro;État;Classification;Nom\n' }, /^ruptures\/a\.csv: the file has no rows/],
    ['no state', { 'ruptures/a.csv': SHORTAGES.replace('État', 'x') }, /^ruptures\/a\.csv: .*column État/],
    ['a spreadsheet', { 'ruptures/a.csv': Buffer.from('504b0304ffff', 'hex') }, /^ruptures\/a\.csv is a ZIP/],
    [
      'errors without the effect',
      { 'erreurs-medicamenteuses/a.csv': ERRORS.replace('effet_indesirable', 'x') },
      /^erreurs-medicamenteuses\/a\.csv: .*column effet_indesirable/,
    ],
    ['empty errors', { 'erreurs-medicamenteuses/a.csv': ' \n' }, /^erreurs-medicamenteuses\/a\.csv is empty/],
    [
      'too many bad rows',
      { 'ruptures/a.csv': `${SHORTAGES}20RS002;Peut-être;;A\n` },
      /1 of 2 rows rejected.*unknown_value 1/,
    ],
  ])('%s', async (_, files, error) => {
    expect(await failure(files)).toEqual([expect.stringMatching(error)]);
  });
});

describe('rows of shortages', () => {
  it('are rejected with the first line they stand on and their text, and a stray quote swallows none', async () => {
    const text = `${SHORTAGES}20RS002;Perdu;;"B\nb"\n20RS003;En cours;;"C\n20RS004;En cours;;D\n`;
    expect(await ingest({ 'ruptures/a.csv': text }, 1)).toMatchObject({ status: 'published' });
    expect(await rejected()).toEqual([
      { file: 'ruptures/a.csv', line: 3, reason: 'unknown_value', row_text: '20RS002;Perdu;;"B\nb"' },
      { file: 'ruptures/a.csv', line: 5, reason: 'unreadable', row_text: '20RS003;En cours;;"C' },
    ]);
    expect(await shortages()).toEqual([
      { number: '20RS001', name: 'EXEMPLARINE', open: true },
      { number: '20RS004', name: 'D', open: true },
    ]);
  });

  it('with one number and name count once, closed before open, and with another name each', async () => {
    const header = 'Numéro;Nom;État;Classification\n';
    const outcome = await ingest(
      {
        'ruptures/a.csv': `${header}20RS001;Exemplarine;En cours;\n20RS001;AUTRINE;En cours;\n20RS002;B;En cours;Rupture\n`,
        'ruptures/b.csv': `${header}20RS001;EXEMPLARINE;Clôturé;\n20RS002;B;En cours;Autre\n`,
      },
      1,
    );
    expect(outcome).toMatchObject({ status: 'published' });
    expect(await shortages()).toEqual([
      { number: '20RS001', name: 'AUTRINE', open: true },
      { number: '20RS001', name: 'EXEMPLARINE', open: false },
      { number: '20RS002', name: 'B', open: true },
    ]);
    expect(await rejected()).toEqual([
      { file: 'ruptures/a.csv', line: 2, reason: 'duplicate', row_text: '20RS001;Exemplarine;En cours;' },
      { file: 'ruptures/a.csv', line: 4, reason: 'duplicate', row_text: '20RS002;B;En cours;Rupture' },
    ]);
  });
});

describe('rows of medication errors', () => {
  it('are rejected with nothing of their text: they speak of patients', async () => {
    const text = `${ERRORS}Suivi;Dose;;Adulte;Jamais;Grave;"EXEMPLARINE, comprimé"\n`;
    expect(await ingest({ 'erreurs-medicamenteuses/a.csv': text }, 1)).toMatchObject({ status: 'published' });
    expect(await rejected()).toEqual([
      { file: 'erreurs-medicamenteuses/a.csv', line: 3, reason: 'unknown_value', row_text: null },
    ]);
  });
});
