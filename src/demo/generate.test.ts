import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import iconv from 'iconv-lite';
import { SourceError } from '../sources/source-error.js';
import { inspect } from '../sources/inspect.js';
import { type SourceRows, readSources } from '../../test/support/read-sources.js';
import { type GenerateOptions, generate } from './generate.js';

const OPTIONS: Omit<GenerateOptions, 'out'> = { cases: 3000, seed: 7, years: [2016, 2021], bdpm: null };
const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'generate-'));
  folders.push(folder);
  return folder;
}

async function generated(options: Partial<GenerateOptions> = {}): Promise<string> {
  const out = await newFolder();
  await generate({ ...OPTIONS, out, ...options });
  return out;
}

/** Hash of every file, by its path in the folder. */
async function hashes(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.sort().map(async (path) => {
    const hash = createHash('sha256').update(await readFile(path));
    return [relative(folder, path), hash.digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('generate', () => {
  let out: string;
  let rows: SourceRows;
  beforeAll(async () => {
    out = await generated();
    rows = await readSources(out);
  });

  it('writes the same bytes for the same seed, over its own files too', async () => {
    const before = await hashes(out);
    expect(await hashes(await generated())).toEqual(before);
    await generate({ ...OPTIONS, out });
    expect(await hashes(out)).toEqual(before);
  });

  it('writes other declarations, medicines and consumers for another seed', async () => {
    const [one, other] = [await hashes(out), await hashes(await generated({ seed: 8 }))];
    const same = Object.keys(one).filter((name) => one[name] === other[name]);
    expect(Object.keys(other)).toEqual(Object.keys(one));
    expect(same).toEqual([]);
  });

  it('marks the folder as a demonstration', async () => {
    const marker: unknown = JSON.parse(await readFile(join(out, 'demonstration.json'), 'utf8'));
    expect(marker).toEqual({ seed: 7, cases: 3000, years: [2016, 2021] });
  });

  it('leaves a folder alone that holds anything else', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await expect(generate({ ...OPTIONS, out: folder })).rejects.toThrow(SourceError);
    expect(await readdir(folder)).toEqual(['notes.txt']);
  });

  it.each([
    ['bdpm/CIS_bdpm.txt', 'windows-1252', '\r\n'],
    ['bdpm/CIS_CIP_bdpm.txt', 'utf-8', '\n'],
    ['bdpm/CIS_COMPO_bdpm.txt', 'windows-1252', '\r\n'],
    ['bnpv/2022-01-15_Cas-Patients.csv', 'windows-1252', '\r\n'],
    ['bnpv/2022-01-15_Effets.csv', 'utf-8', '\n'],
    ['bnpv/2022-01-15_Médicaments.csv', 'utf-8', '\r\n'],
  ])('writes %s in %s', async (name, encoding, end) => {
    const path = join(out, name);
    const text = (await readFile(path)).toString('latin1');
    expect((await inspect({ path, name })).encoding).toBe(encoding);
    expect(text.split('\n').length - 1).toBe(text.split(end).length - 1);
    expect(text.startsWith('\u00ef\u00bb\u00bf')).toBe(name.includes('Effets'));
  });

  it('covers the years asked for, and Open Medic two years fewer', async () => {
    expect([...new Set(rows.cases.map((row) => row.year))].sort()).toEqual([2016, 2017, 2018, 2019, 2020, 2021]);
    expect((await readdir(join(out, 'open-medic'))).sort()).toEqual([
      'NB_2016_cip13_age_sexe.csv.gz',
      'NB_2017_cip13_age_sexe.csv',
      'NB_2018_cip13_age_sexe.csv.gz',
      'NB_2019_cip13_age_sexe.csv',
    ]);
  });

  it('writes as many cases as asked for, bad rows aside, some in several versions', () => {
    const distinct = new Set(rows.cases.map((row) => `${row.aerId} ${row.cas}`)).size;
    expect(distinct).toBeLessThanOrEqual(3000);
    expect(distinct).toBeGreaterThan(2970);
    expect(rows.cases.length / distinct).toBeGreaterThan(1.15);
  });

  it('has rows to reject in every file, and few', () => {
    for (const [file, { read, rejected }] of Object.entries(rows.files)) {
      expect([file, rejected > 0, rejected / read < 0.02]).toEqual([file, true, true]);
    }
    expect(rows.files['bdpm/CIS_bdpm.txt']?.read).toBe(
      rows.specialities.length + (rows.files['bdpm/CIS_bdpm.txt']?.rejected ?? 0),
    );
  });

  it('names what its other files hold', () => {
    const cis = new Set(rows.specialities.map((row) => row.cis));
    const packs = new Set(rows.presentations.map((row) => row.cip13));
    const cases = new Set(rows.cases.map((row) => `${row.aerId} ${row.cas}`));
    const known = <T>(items: readonly T[], has: (item: T) => boolean): number =>
      items.filter(has).length / items.length;
    expect(known(rows.presentations, (row) => cis.has(row.cis))).toBeGreaterThan(0.99);
    expect(known(rows.composition, (row) => cis.has(row.cis))).toBeGreaterThan(0.99);
    expect(known(rows.consumers, (row) => packs.has(row.cip13))).toBeGreaterThan(0.98);
    expect(known(rows.reactions, (row) => cases.has(`${row.aerId} ${row.cas}`))).toBeGreaterThan(0.98);
    expect(known(rows.drugs, (row) => cases.has(`${row.aerId} ${row.cas}`))).toBeGreaterThan(0.98);
  });
});

describe('the oddities of the real files', () => {
  let out: string;
  beforeAll(async () => {
    out = await generated({ cases: 6000 });
  });
  const text = async (name: string, encoding: string): Promise<string> => {
    const folder = name.split('/')[0] ?? '';
    const found = (await readdir(join(out, folder))).find((file) => file.includes(name.slice(folder.length + 1)));
    // not TextDecoder: that of Node.js 20 takes Windows-1252 for Latin-1
    return iconv.decode(await readFile(join(out, folder, found ?? name)), encoding, { stripBOM: false });
  };

  it.each<[string, string, RegExp[]]>([
    // typographic apostrophe, leading space of holders, doubled parentheses, quotes, ligature
    ['bdpm/CIS_bdpm', 'windows-1252', [/’/, /\t [A-Z]+[^\t]*\t(Oui|Non)\r/, /\(\(/, /"FORT"/, /Œ/]],
    ['bdpm/CIS_CIP_bdpm', 'utf-8', [/\t\d,\d{3},\d\d\t/, /65%/, /65 %/, /"Zérodose"/, /<br>/]],
    ['bdpm/CIS_COMPO', 'windows-1252', [/ BASE\t/, /\(CHLORHYDRATE D['’]?E?\)/, /\tFT\t/, /\t0\d{4}\t/]],
    ['bdpm/CIS_CPD', 'windows-1252', [/\r\r\n/]],
    ['bdpm/CIS_MITM', 'windows-1252', [/[^\n]$/]],
    ['bdpm/CIS_HAS_SMR', 'windows-1252', [/<br>/, /\t20\d{6}\t/]],
    ['bdpm/CIS_InfoImportantes', 'windows-1252', [/\t20\d\d-\d\d-\d\d\t<?/, /href='/]],
    [
      'bnpv/2022-01-15_Cas',
      'windows-1252',
      [/;\/\/\d{4};/, /;\/\d\d\/\d{4};/, /;MOIS;/, /;\d+,5;ANS/, /;\d+;;/, /Belgique/, /;;;;/],
    ],
    [
      'bnpv/2022-01-15_Effets',
      'utf-8',
      [/Cardiac disorders/, /Affections cardiaques/, /;"Arythmies; troubles du rythme";/, /CÉPHALÉES/, /Cephalees/],
    ],
    [
      'bnpv/2022-01-15_Effets',
      'utf-8',
      [/musculosquelettiques/, /musculo-squelettiques/, /Problèmes de produit|Problèmes liés au produit/],
    ],
    [
      'bnpv/2022-01-15_Médicaments',
      'utf-8',
      [/;Concomitant;/, /;;[^;]+;Spécialité/, / {2}/, /;Substance\r/, /;Produit\r/, /;Suspect;[^;"]+;\r/, /;"[^"]+";/],
    ],
    ['ruptures/ruptures-2016', 'windows-1252', [/16RS001/, /;RUPTURE;/, /"[^"]*\n\(voir ""annexe""\)"/]],
    ['erreurs-medicamenteuses/erreurs', 'utf-8', [/;Oui;/, /^;/m]],
    ['atc/atc', 'utf-8', [/^code;label\n/, /^[A-Z];/m, /^[A-Z]\d\d[A-Z]{2}\d\d;/m]],
  ])('are in %s (%s)', async (name, encoding, patterns) => {
    const content = await text(name, encoding);
    expect(patterns.filter((pattern) => !pattern.test(content))).toEqual([]);
  });

  it('keep codes of medicines in the optional files that CIS_bdpm has, mostly', async () => {
    const cis = new Set((await readSources(out)).specialities.map((row) => row.cis));
    for (const [name, column] of [
      ['GENER', 2],
      ['CPD', 0],
      ['HAS_SMR', 0],
      ['Dispo', 0],
      ['MITM', 0],
    ] as const) {
      const lines = (await text(`bdpm/CIS_${name === 'Dispo' ? 'CIP_Dispo' : name}`, 'windows-1252'))
        .trim()
        .split(/[\r\n]+/);
      const known = lines.filter((line) => cis.has(line.split('\t')[column] ?? '')).length / lines.length;
      expect([name, known > 0.7]).toEqual([name, true]);
      if (name === 'GENER') expect(known).toBeLessThan(0.95);
    }
  });
});

const REAL = join(process.cwd(), '../shared/data/bdpm');
const onReal = existsSync(REAL) ? describe : describe.skip;

onReal('generate about the medicines of the real reference files (skipped where they are absent)', () => {
  it.each(['2026-05', '2022-06'])('%s', async (vintage) => {
    const bdpm = join(REAL, vintage);
    const out = await generated({ bdpm, cases: 1000, years: [2019, 2021] });
    const name = 'CIS_bdpm.txt.gz';
    expect(await readFile(join(out, 'bdpm', name))).toEqual(await readFile(join(bdpm, name)));
    const rows = await readSources(out);
    const denominations = new Set(rows.specialities.map((row) => row.denomination));
    const named = rows.drugs.filter((row) => row.type === 'speciality');
    const found = named.filter((row) => denominations.has(row.name)).length / named.length;
    expect(found).toBeGreaterThan(0.7);
    const packs = new Set(rows.presentations.map((row) => row.cip13));
    expect(rows.consumers.filter((row) => packs.has(row.cip13)).length / rows.consumers.length).toBeGreaterThan(0.98);
  });
});
