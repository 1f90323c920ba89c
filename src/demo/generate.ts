import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from '../sources/source-error.js';
import { inventAtc, writeAtcLabels } from './atc.js';
import { type Catalogue, makeCatalogue } from './catalogue.js';
import { writeConsumers } from './consumers.js';
import { writeDeclarations } from './declarations.js';
import { writeMedicationErrors } from './medication-errors.js';
import { makeMedicines, medicineCounts } from './medicines.js';
import { writeOptionalReferenceFiles } from './optional-reference-files.js';
import { makeProfiles } from './profiles.js';
import { Random } from './random.js';
import { copyReferenceFiles } from './real-medicines.js';
import { writeReferenceFiles } from './reference-files.js';
import { writeShortages } from './shortages.js';

export interface GenerateOptions {
  /** Folder to write to: absent, empty, or filled by an earlier run, whose files are then replaced. */
  out: string;
  /** Number of declarations (distinct cases, foreign ones included). */
  cases: number;
  seed: number;
  /** First and last year of the declarations. Open Medic stops two years earlier, where there are so many. */
  years: [number, number];
  /** Folder of reference files to be copied, whose medicines the declarations are about; null: fictitious medicines. */
  bdpm: string | null;
}

/** Medication errors declared, a declaration of adverse reactions. */
const ERRORS_PER_CASE = 0.05;

/** File in the root of the folder that says the data are invented. */
const MARKER = 'demonstration.json';
const FOLDERS = ['bdpm', 'bnpv', 'open-medic', 'ruptures', 'atc', 'erreurs-medicamenteuses'];

/**
 * Writes a coherent synthetic set of the sources in their real formats and encodings, faults included; the same options
 * give the same bytes. Throws SourceError when the folder holds anything else, or when `bdpm` lacks a required file.
 */
export async function generate(options: GenerateOptions): Promise<void> {
  const { out, cases, seed, years } = options;
  const [from, to] = years;
  await clear(out);
  // first, so that a run that was cut short is not taken for real data
  await writeFile(join(out, MARKER), `${JSON.stringify({ seed, cases, years })}\n`);
  for (const folder of FOLDERS) await mkdir(join(out, folder), { recursive: true });
  const { catalogue, atc } = await prepareMedicines(options);
  const span = to - from + 1;
  const profiles = makeProfiles(catalogue, cases, span, new Random(seed, 'profiles'));
  const plan = { catalogue, profiles, cases };
  await writeDeclarations(join(out, 'bnpv'), { ...plan, years }, new Random(seed, 'declarations'));
  const covered = { from, to: Math.max(from, to - 2), years: span };
  await writeConsumers(join(out, 'open-medic'), { ...plan, ...covered }, new Random(seed, 'consumers'));
  const events = { catalogue, atc, years };
  await writeShortages(join(out, 'ruptures'), events, new Random(seed, 'shortages'));
  const errors = Math.round(cases * ERRORS_PER_CASE);
  await writeMedicationErrors(join(out, 'erreurs-medicamenteuses'), errors, events, new Random(seed, 'errors'));
}

/** Medicines and their ATC codes by substance; real medicines keep the codes of their own files, which are not read. */
async function prepareMedicines(options: GenerateOptions): Promise<{ catalogue: Catalogue; atc: string[] }> {
  const { out, cases, seed, years, bdpm } = options;
  const folder = join(out, 'bdpm');
  if (bdpm !== null) return { catalogue: makeCatalogue(await copyReferenceFiles(bdpm, folder)), atc: [] };
  const medicines = makeMedicines(medicineCounts(cases), new Random(seed, 'medicines'));
  const catalogue = makeCatalogue(await writeReferenceFiles(folder, medicines, new Random(seed, 'reference files')));
  const atc = inventAtc(catalogue, new Random(seed, 'atc'));
  const plan = { medicines, catalogue, atc, year: years[1] };
  await writeOptionalReferenceFiles(folder, plan, new Random(seed, 'optional reference files'));
  await writeAtcLabels(join(out, 'atc'), catalogue, atc);
  return { catalogue, atc };
}

async function clear(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const entries = await readdir(out);
  if (entries.length > 0 && !entries.includes(MARKER)) {
    throw new SourceError(`${out} is not empty and was not written by generate: give another folder`);
  }
  for (const folder of FOLDERS) await rm(join(out, folder), { recursive: true, force: true });
}
