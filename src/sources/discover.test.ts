import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { discover } from './discover.js';
import { SourceError } from './source-error.js';

let root: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'discover-'));
});
afterAll(() => rm(root, { recursive: true }));

async function folderOf(...names: string[]): Promise<string> {
  count += 1;
  const folder = join(root, String(count));
  await mkdir(folder);
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), 'x');
  }
  return folder;
}

const BDPM = ['bdpm/CIS_bdpm.txt', 'bdpm/CIS_CIP_bdpm.txt', 'bdpm/CIS_COMPO_bdpm.txt'];
const BNPV = ['bnpv/Cas-Patients.csv', 'bnpv/Effets.csv', 'bnpv/Médicaments.csv'];

describe('discover', () => {
  it('finds the files of every source in a fixed order', async () => {
    const folder = await folderOf(
      'open-medic/NB_2019_cip13_age_sexe.csv.gz',
      'open-medic/NB_2018_cip13_age_sexe.csv',
      'bnpv/20240131_Médicaments.csv',
      'bnpv/20240131_Cas-Patients.csv',
      'bnpv/2024-01-31 Effets.csv',
      ...BDPM,
    );
    const { files, unknown, demo } = await discover(folder);
    expect(files.map(({ source, table, year, vintage, name }) => [source, table, year, vintage, name])).toEqual([
      ['bdpm', 'CIS_bdpm', null, null, 'bdpm/CIS_bdpm.txt'],
      ['bdpm', 'CIS_CIP_bdpm', null, null, 'bdpm/CIS_CIP_bdpm.txt'],
      ['bdpm', 'CIS_COMPO_bdpm', null, null, 'bdpm/CIS_COMPO_bdpm.txt'],
      ['bnpv', 'Cas-Patients', null, '2024-01-31', 'bnpv/20240131_Cas-Patients.csv'],
      ['bnpv', 'Effets', null, '2024-01-31', 'bnpv/2024-01-31 Effets.csv'],
      ['bnpv', 'Médicaments', null, '2024-01-31', 'bnpv/20240131_Médicaments.csv'],
      ['open-medic', 'NB_cip13_age_sexe', 2018, '2018', 'open-medic/NB_2018_cip13_age_sexe.csv'],
      ['open-medic', 'NB_cip13_age_sexe', 2019, '2019', 'open-medic/NB_2019_cip13_age_sexe.csv.gz'],
    ]);
    expect(files[0]?.path).toBe(join(folder, 'bdpm', 'CIS_bdpm.txt'));
    expect([unknown, demo]).toEqual([[], false]);
  });

  it('compares names without case, accents and .gz', async () => {
    const folder = await folderOf(
      'BDPM/cis_BDPM.TXT',
      'BDPM/CIS_cip_bdpm.txt.GZ',
      'BDPM/CIS_COMPO_bdpm.txt',
      'bnpv/cas-patients.csv.gz',
      'bnpv/EFFETS.CSV',
      'bnpv/Me\u0301dicaments.csv',
      'Open-Medic/nb_2020_CIP13_age_sexe.CSV',
    );
    const { files, unknown } = await discover(folder);
    expect(files.map((file) => file.table)).toEqual([
      'CIS_bdpm',
      'CIS_CIP_bdpm',
      'CIS_COMPO_bdpm',
      'Cas-Patients',
      'Effets',
      'Médicaments',
      'NB_cip13_age_sexe',
    ]);
    expect(unknown).toEqual([]);
  });

  it('finds the optional files of the medicines and of the other sources, and reports what fits none', async () => {
    const folder = await folderOf(
      ...BDPM,
      'bdpm/CIS_GENER_bdpm.txt',
      'bdpm/CIS_CPD_bdpm.txt.gz',
      'bdpm/CIS_HAS_SMR_bdpm.txt',
      'bdpm/CIS_HAS_ASMR_bdpm.txt',
      'bdpm/HAS_LiensPageCT_bdpm.txt',
      'bdpm/CIS_InfoImportantes_20240131.txt',
      'bdpm/CIS_InfoImportantes_20240215_bdpm.txt.gz',
      'bdpm/CIS_CIP_Dispo_Spec.txt',
      'bdpm/cis_mitm.txt',
      'ruptures/ruptures-2014.csv.gz',
      'ruptures/2024-01-31 ruptures.csv',
      'atc/atc-fr.csv',
      'erreurs-medicamenteuses/2020.csv',
      'bdpm/readme.md',
      'bdpm/CIS_InfoImportantes.csv',
      'bdpm/older/CIS_bdpm.txt',
      'notes.txt',
      'bnpv/Cas-Patients.txt',
      'open-medic/NB_19_cip13_age_sexe.csv',
      'other/CIS_bdpm.txt',
      'ruptures/about.pdf',
    );
    const { files, unknown } = await discover(folder);
    expect(files.slice(3).map(({ source, table, vintage, name }) => [source, table, vintage, name])).toEqual([
      ['bdpm', 'CIS_GENER_bdpm', null, 'bdpm/CIS_GENER_bdpm.txt'],
      ['bdpm', 'CIS_CPD_bdpm', null, 'bdpm/CIS_CPD_bdpm.txt.gz'],
      ['bdpm', 'CIS_HAS_SMR_bdpm', null, 'bdpm/CIS_HAS_SMR_bdpm.txt'],
      ['bdpm', 'CIS_HAS_ASMR_bdpm', null, 'bdpm/CIS_HAS_ASMR_bdpm.txt'],
      ['bdpm', 'HAS_LiensPageCT_bdpm', null, 'bdpm/HAS_LiensPageCT_bdpm.txt'],
      ['bdpm', 'CIS_InfoImportantes', '2024-01-31', 'bdpm/CIS_InfoImportantes_20240131.txt'],
      ['bdpm', 'CIS_InfoImportantes', '2024-02-15', 'bdpm/CIS_InfoImportantes_20240215_bdpm.txt.gz'],
      ['bdpm', 'CIS_CIP_Dispo_Spec', null, 'bdpm/CIS_CIP_Dispo_Spec.txt'],
      ['bdpm', 'CIS_MITM', null, 'bdpm/cis_mitm.txt'],
      ['ruptures', 'ruptures', '2024-01-31', 'ruptures/2024-01-31 ruptures.csv'],
      ['ruptures', 'ruptures', null, 'ruptures/ruptures-2014.csv.gz'],
      ['atc', 'atc', null, 'atc/atc-fr.csv'],
      ['erreurs-medicamenteuses', 'erreurs-medicamenteuses', null, 'erreurs-medicamenteuses/2020.csv'],
    ]);
    expect(unknown).toEqual([
      'bdpm/CIS_InfoImportantes.csv',
      'bdpm/older/',
      'bdpm/readme.md',
      'bnpv/Cas-Patients.txt',
      'notes.txt',
      'open-medic/NB_19_cip13_age_sexe.csv',
      'other/',
      'ruptures/about.pdf',
    ]);
  });

  it('knows generated files by their mark', async () => {
    expect(await discover(await folderOf(...BDPM, 'demonstration.json'))).toMatchObject({ unknown: [], demo: true });
  });

  it.each([
    [
      'without bdpm',
      ['notes.txt'],
      'bdpm/CIS_bdpm.txt is missing: put it there, it is required\n' +
        'bdpm/CIS_CIP_bdpm.txt is missing: put it there, it is required\n' +
        'bdpm/CIS_COMPO_bdpm.txt is missing: put it there, it is required',
    ],
    [
      'with a part of bdpm and of bnpv',
      ['bdpm/CIS_bdpm.txt', 'bdpm/CIS_COMPO_bdpm.txt', 'bnpv/Effets.csv'],
      'bdpm/CIS_CIP_bdpm.txt is missing: put it there, it is required\n' +
        'bnpv/Cas-Patients.csv is missing: put all three files of the extraction there, or none\n' +
        'bnpv/Médicaments.csv is missing: put all three files of the extraction there, or none',
    ],
    [
      'with a file plain and gzipped',
      [...BDPM, 'bdpm/CIS_bdpm.txt.gz'],
      'bdpm/CIS_bdpm.txt and bdpm/CIS_bdpm.txt.gz are the same table: leave only one of them there',
    ],
    [
      'with an optional file plain and gzipped, where several are allowed too',
      [...BDPM, 'bdpm/CIS_MITM.txt', 'bdpm/cis_mitm.txt.gz', 'atc/a.csv', 'atc/A.csv.gz', 'atc/b.csv'],
      'atc/A.csv.gz and atc/a.csv are the same table: leave only one of them there\n' +
        'bdpm/CIS_MITM.txt and bdpm/cis_mitm.txt.gz are the same table: leave only one of them there',
    ],
    [
      'with two extractions',
      [...BDPM, ...BNPV, 'bnpv/2023 Effets.csv'],
      'bnpv/2023 Effets.csv and bnpv/Effets.csv are the same table: leave only one of them there',
    ],
    [
      'with a year twice',
      [...BDPM, 'open-medic/NB_2019_cip13_age_sexe.csv', 'open-medic/nb_2019_cip13_age_sexe.csv.gz'],
      'open-medic/NB_2019_cip13_age_sexe.csv and open-medic/nb_2019_cip13_age_sexe.csv.gz are the same table: ' +
        'leave only one of them there',
    ],
  ])('fails for a folder %s, one line a cause', async (_, names, message) => {
    await expect(discover(await folderOf(...names))).rejects.toEqual(new SourceError(message));
  });

  it('fails for a folder that does not exist or is a file', async () => {
    const folder = await folderOf('file');
    await expect(discover(join(folder, 'none'))).rejects.toEqual(
      new SourceError(`${join(folder, 'none')} does not exist: give the folder of the source files`),
    );
    await expect(discover(join(folder, 'file'))).rejects.toEqual(
      new SourceError(`${join(folder, 'file')} is not a folder: give the folder of the source files`),
    );
  });
});
