import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from './compare-text.js';
import { vintageOf } from './vintage.js';
import { errorCode } from './error-code.js';
import { normalise } from './normalise.js';
import { SourceError } from './source-error.js';

const BDPM_TABLES = ['CIS_bdpm', 'CIS_CIP_bdpm', 'CIS_COMPO_bdpm'] as const;
const OPTIONAL_BDPM_TABLES = [
  'CIS_GENER_bdpm',
  'CIS_CPD_bdpm',
  'CIS_HAS_SMR_bdpm',
  'CIS_HAS_ASMR_bdpm',
  'HAS_LiensPageCT_bdpm',
  'CIS_InfoImportantes',
  'CIS_CIP_Dispo_Spec',
  'CIS_MITM',
] as const;
const BNPV_TABLES = ['Cas-Patients', 'Effets', 'Médicaments'] as const;
/** Sources whose every CSV file holds rows of the same table: its name is that of the source. */
const ONE_TABLE_SOURCES = ['ruptures', 'atc', 'erreurs-medicamenteuses'] as const;
const TABLES = [
  ...BDPM_TABLES,
  ...OPTIONAL_BDPM_TABLES,
  ...BNPV_TABLES,
  'NB_cip13_age_sexe',
  ...ONE_TABLE_SOURCES,
] as const;
/** Tables that may come in several files. */
const MANY_FILES: readonly Table[] = ['CIS_InfoImportantes', ...ONE_TABLE_SOURCES];
type Table = (typeof TABLES)[number];

/** Whether a run can do without the table: nothing of the medicines hangs on it. */
export function isOptionalBdpm({ table }: Pick<SourceFile, 'table'>): boolean {
  return OPTIONAL_BDPM_TABLES.some((one) => one === table);
}

/** A file that the service reads. */
export interface SourceFile {
  readonly source: 'bdpm' | 'bnpv' | 'open-medic' | (typeof ONE_TABLE_SOURCES)[number];
  readonly table: Table;
  /** Of Open Medic; null for the other sources. */
  readonly year: number | null;
  /** The date in the file's name as `yyyy-mm-dd`, or the year of Open Medic; null when there is none. */
  readonly vintage: string | null;
  readonly path: string;
  /** Relative to the folder, with `/`. */
  readonly name: string;
}

export interface Discovery {
  /** In the order of sources.md, then by year, then by name. */
  readonly files: SourceFile[];
  /** Names of what fits no source, folders with a `/` at their end. */
  readonly unknown: string[];
  /** Whether the files were generated. */
  readonly demo: boolean;
}

/** Lies in the folder of generated files. */
const DEMONSTRATION_MARK = 'demonstration.json';

/**
 * Finds the source files of a folder. Throws SourceError, one line a cause, when the folder is not there, when a
 * required file is missing, when the three files of bnpv are not complete, or when a file is there twice.
 * Source: sources.md.
 */
export async function discover(directory: string): Promise<Discovery> {
  const files: SourceFile[] = [];
  const unknown: string[] = [];
  let demo = false;
  for (const entry of await entriesOf(directory, '')) {
    const source = SOURCES.find((candidate) => plain(candidate.folder) === plain(entry.name));
    if (plain(entry.name) === plain(DEMONSTRATION_MARK) && !entry.isFolder) demo = true;
    else if (source === undefined || !entry.isFolder) unknown.push(entry.isFolder ? `${entry.name}/` : entry.name);
    else {
      for (const found of await entriesOf(entry.path, `${entry.name}/`)) {
        const file = found.isFolder ? null : source.recognise(found);
        if (file === null) unknown.push(found.isFolder ? `${found.name}/` : found.name);
        else files.push(file);
      }
    }
  }
  const faults = faultsOf(files);
  if (faults.length > 0) throw new SourceError(faults.join('\n'));
  files.sort((a, b) => TABLES.indexOf(a.table) - TABLES.indexOf(b.table) || (a.year ?? 0) - (b.year ?? 0));
  return { files, unknown: unknown.sort(compareText), demo };
}

interface Entry {
  readonly path: string;
  /** As it is shown: relative to the folder, on one line whatever stands in it. */
  readonly name: string;
  readonly isFolder: boolean;
}

async function entriesOf(folder: string, shown: string): Promise<Entry[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new SourceError(faultOfFolder(error, folder));
  });
  return Promise.all(
    names.sort(compareText).map(async (file) => {
      const path = join(folder, file);
      // a link that leads nowhere is no folder; reading it will say what is wrong
      const isFolder = await stat(path).then(
        (found) => found.isDirectory(),
        () => false,
      );
      return { path, name: shown + file.replace(NOT_PRINTABLE, '\ufffd'), isFolder };
    }),
  );
}

/** Line ends, the escapes of terminals, marks that turn the direction of writing. */
const NOT_PRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function faultOfFolder(error: unknown, folder: string): string {
  const code = errorCode(error);
  if (code === 'ENOENT') return `${folder} does not exist: give the folder of the source files`;
  if (code === 'ENOTDIR') return `${folder} is not a folder: give the folder of the source files`;
  return `${folder} cannot be read (${code ?? String(error)}): change its permissions`;
}

/** Where a file belongs. */
export interface Place {
  /** The folder of its source and its own name: `bdpm/CIS_bdpm.txt`. */
  readonly path: string;
  /** Whether a run can do without it, see `isOptionalBdpm`. */
  readonly optional: boolean;
}

/** The names under which the BDPM files are published. */
export const BDPM_FILES: readonly string[] = [...BDPM_TABLES, ...OPTIONAL_BDPM_TABLES].map((table) => `${table}.txt`);

/**
 * The place of a file by its name alone, or by the folder of its source and its name (`ruptures/2024.csv`): where
 * every CSV file of a source is taken, a name alone must begin with that of the source. Null when no source takes it.
 */
export function placeOf(name: string): Place | null {
  const [file = '', folder, ...more] = name.split('/').reverse();
  if (more.length > 0) return null;
  for (const source of SOURCES) {
    if (folder === undefined ? !isToldByName(source, file) : plain(folder) !== plain(source.folder)) continue;
    const found = source.recognise({ path: '', name: `${source.folder}/${file}`, isFolder: false });
    if (found !== null) return { path: found.name, optional: isOptionalBdpm(found) };
  }
  return null;
}

function isToldByName({ folder }: Source, file: string): boolean {
  return !ONE_TABLE_SOURCES.some((one) => one === folder) || plain(file).startsWith(plain(folder));
}

/** The form in which file names are compared: case, accents and `.gz` aside. */
function plain(name: string): string {
  return normalise(name).replace(/\.GZ$/, '');
}

interface Source {
  readonly folder: string;
  /** null for a file that fits nothing. */
  readonly recognise: (entry: Entry) => SourceFile | null;
}

const SOURCES: readonly Source[] = [
  { folder: 'bdpm', recognise: recogniseBdpm },
  { folder: 'bnpv', recognise: recogniseBnpv },
  { folder: 'open-medic', recognise: recogniseOpenMedic },
  ...ONE_TABLE_SOURCES.map((source) => ({ folder: source, recognise: recogniseCsv(source) })),
];

function recogniseBdpm(entry: Entry): SourceFile | null {
  const name = baseName(entry);
  const table = [...BDPM_TABLES, ...OPTIONAL_BDPM_TABLES].find((one) =>
    // published with a date in its name
    one === 'CIS_InfoImportantes' ? name.startsWith(plain(one)) && name.endsWith('.TXT') : name === plain(`${one}.txt`),
  );
  if (table === undefined) return null;
  return { source: 'bdpm', table, year: null, vintage: vintageOf(name), path: entry.path, name: entry.name };
}

function recogniseCsv(source: (typeof ONE_TABLE_SOURCES)[number]): Source['recognise'] {
  return (entry) => {
    if (!baseName(entry).endsWith('.CSV')) return null;
    const vintage = vintageOf(baseName(entry));
    return { source, table: source, year: null, vintage, path: entry.path, name: entry.name };
  };
}

function recogniseBnpv(entry: Entry): SourceFile | null {
  const table = BNPV_TABLES.find((name) => baseName(entry).endsWith(plain(`${name}.csv`)));
  if (table === undefined) return null;
  const vintage = vintageOf(baseName(entry));
  return { source: 'bnpv', table, year: null, vintage, path: entry.path, name: entry.name };
}

function recogniseOpenMedic(entry: Entry): SourceFile | null {
  const year = /^NB_(\d{4})_CIP13_AGE_SEXE\.CSV$/.exec(baseName(entry))?.[1];
  if (year === undefined) return null;
  const { path, name } = entry;
  return { source: 'open-medic', table: 'NB_cip13_age_sexe', year: Number(year), vintage: year, path, name };
}

function baseName(entry: Entry): string {
  return plain(entry.name.slice(entry.name.lastIndexOf('/') + 1));
}

function faultsOf(files: readonly SourceFile[]): string[] {
  const has = (table: Table): boolean => files.some((file) => file.table === table);
  const missingBdpm = BDPM_TABLES.filter((table) => !has(table));
  const missingBnpv = BNPV_TABLES.some(has) ? BNPV_TABLES.filter((table) => !has(table)) : [];
  return [
    ...missingBdpm.map((table) => `bdpm/${table}.txt is missing: put it there, it is required`),
    ...missingBnpv.map((table) => `bnpv/${table}.csv is missing: put all three files of the extraction there, or none`),
    ...faultsOfRepeats(files),
  ];
}

function faultsOfRepeats(files: readonly SourceFile[]): string[] {
  const namesByTable = new Map<string, string[]>();
  for (const { table, year, name } of files) {
    const key = `${table} ${MANY_FILES.includes(table) ? plain(name) : (year ?? '')}`;
    namesByTable.set(key, [...(namesByTable.get(key) ?? []), name]);
  }
  return [...namesByTable.values()]
    .filter((names) => names.length > 1)
    .map((names) => `${names.join(' and ')} are the same table: leave only one of them there`);
}
