import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { byCodePoint, normalised } from './names.js';
import type { ExpectedFile } from './oracle.js';

/** The optional files, read again from sources.md: nothing here comes from src/, so that a fault there is seen. */

/** One usable row: its trimmed cells in the order of sources.md. */
export interface DetailRow {
  file: string;
  line: number;
  text: string;
  cells: string[];
}

/** What sources.md says of a table. */
interface Rules {
  folder: 'bdpm' | 'atc';
  name: RegExp;
  /** Columns of a row, and how many it must at least have. */
  columns: [width: number, needed: number];
  /** The columns that hold a CIS; none: the table is not about specialities. */
  cis: number | null;
  /** Why the cells of a row are of no use; null when they are. */
  fault: (cells: string[]) => string | null;
  /** What two rows must not have in common. */
  key: (cells: string[]) => string;
}

const CIS = /^\d{8}$/;
const ATC = /^([A-Z]|[A-Z]\d\d|[A-Z]\d\d[A-Z]|[A-Z]\d\d[A-Z][A-Z]|[A-Z]\d\d[A-Z][A-Z]\d\d)$/;
const whole = (cells: string[]): string => cells.join('\t');
const firstOf = (...faults: [reason: string, bad: boolean][]): string | null =>
  faults.find(([, bad]) => bad)?.[0] ?? null;

const OPINION: Omit<Rules, 'name'> = {
  folder: 'bdpm',
  columns: [6, 5],
  cis: 0,
  fault: ([cis = '', file = '', , date = '', value]) =>
    firstOf(
      ['bad_code', !CIS.test(cis) || !/^[A-Z]+-\d+$/.test(file)],
      ['bad_date', !/^\d{8}$/.test(date) || !isDay(date.slice(0, 4), date.slice(4, 6), date.slice(6))],
      ['unknown_value', value === ''],
    ),
  key: whole,
};

const TABLES = {
  groups: {
    folder: 'bdpm',
    name: /^CIS_GENER_BDPM\.TXT$/,
    columns: [5, 5],
    cis: 2,
    fault: ([group = '', label, cis = '', type = '', order = '']) =>
      firstOf(
        ['bad_code', !/^\d+$/.test(group) || !CIS.test(cis)],
        ['bad_number', !/^\d+$/.test(order)],
        ['unknown_value', !['0', '1', '2', '4'].includes(type) || label === ''],
      ),
    key: ([group, , cis]) => `${group ?? ''} ${cis ?? ''}`,
  },
  conditions: {
    folder: 'bdpm',
    name: /^CIS_CPD_BDPM\.TXT$/,
    columns: [2, 2],
    cis: 0,
    fault: ([cis = '', condition]) => firstOf(['bad_code', !CIS.test(cis)], ['unknown_value', condition === '']),
    key: whole,
  },
  smr: { ...OPINION, name: /^CIS_HAS_SMR_BDPM\.TXT$/ },
  asmr: { ...OPINION, name: /^CIS_HAS_ASMR_BDPM\.TXT$/ },
  links: {
    folder: 'bdpm',
    name: /^HAS_LIENSPAGECT_BDPM\.TXT$/,
    columns: [2, 2],
    cis: null,
    fault: ([file = '', address = '']) =>
      firstOf(['bad_code', !/^[A-Z]+-\d+$/.test(file)], ['unknown_value', !/^https?:\/\/\S+$/.test(address)]),
    key: ([file]) => file ?? '',
  },
  notices: {
    folder: 'bdpm',
    name: /^CIS_INFOIMPORTANTES.*\.TXT$/,
    columns: [4, 4],
    cis: 0,
    fault: ([cis = '', from = '', to = '', link = '']) =>
      firstOf(
        ['bad_code', !CIS.test(cis)],
        ['bad_date', ![from, to].every((day) => day === '' || (/^\d{4}-\d\d-\d\d$/.test(day) && isDay(...parts(day))))],
        ['unknown_value', plainText(link) === ''],
      ),
    key: whole,
  },
  availability: {
    folder: 'bdpm',
    name: /^CIS_CIP_DISPO_SPEC\.TXT$/,
    columns: [8, 4],
    cis: 0,
    fault: ([cis = '', cip13 = '', status = '', label, ...days]) =>
      firstOf(
        ['bad_code', !CIS.test(cis) || !/^(\d{13})?$/.test(cip13)],
        ['bad_date', !days.slice(0, 3).every((day) => day === '' || iso(day) !== null)],
        ['unknown_value', !['1', '2', '3', '4'].includes(status) || label === ''],
      ),
    key: whole,
  },
  mitm: {
    folder: 'bdpm',
    name: /^CIS_MITM\.TXT$/,
    columns: [4, 2],
    cis: 0,
    fault: ([cis = '', atc = '']) => firstOf(['bad_code', !CIS.test(cis) || !ATC.test(atc)]),
    key: ([cis]) => cis ?? '',
  },
  atc: {
    folder: 'atc',
    name: /\.CSV$/,
    columns: [2, 2],
    cis: null,
    fault: ([code = '', label]) => firstOf(['bad_code', !ATC.test(code)], ['unknown_value', label === '']),
    key: ([code]) => code ?? '',
  },
} satisfies Record<string, Rules>;

type DetailTable = keyof typeof TABLES;
export interface DetailTables {
  rows: Record<DetailTable, DetailRow[]>;
  /** Rows of generic groups about specialities that are gone. */
  formerMembers: DetailRow[];
  files: ExpectedFile[];
}

/** Reads the optional BDPM files and the ATC labels of a folder; `known` are the CIS of usable rows of CIS_bdpm. */
export async function readDetailTables(directory: string, known: ReadonlySet<string>): Promise<DetailTables> {
  const names = Object.keys(TABLES) as DetailTable[];
  const read = await Promise.all(
    names.map(async (name) => [name, await readTable(directory, TABLES[name], known)] as const),
  );
  const of = (name: DetailTable): TableRead =>
    read.find(([one]) => one === name)?.[1] ?? { usable: [], orphans: [], files: [] };
  return {
    rows: Object.fromEntries(names.map((name) => [name, of(name).usable])) as DetailTables['rows'],
    formerMembers: of('groups').orphans,
    files: read.flatMap(([, { files }]) => files).sort((a, b) => byCodePoint(a.file, b.file)),
  };
}

interface TableRead {
  usable: DetailRow[];
  orphans: DetailRow[];
  files: ExpectedFile[];
}

async function readTable(directory: string, rules: Rules, known: ReadonlySet<string>): Promise<TableRead> {
  const rejected: (DetailRow & { reason: string })[] = [];
  let rows: DetailRow[] = [];
  const sizes = new Map<string, number>();
  for (const file of await filesOf(directory, rules)) {
    const all = await readRows(directory, file);
    sizes.set(file, all.length);
    rows.push(...all);
  }
  const judged = rows.map((row) => ({ ...row, reason: faultOf(row, rules) }));
  rejected.push(...judged.flatMap((row) => (row.reason === null ? [] : [{ ...row, reason: row.reason }])));
  rows = judged.filter((row) => row.reason === null).map((row) => ({ ...row, cells: fitted(row.cells, rules) }));
  // > rows of optional bdpm files that name a speciality which CIS_bdpm does not have are `orphan` too
  const isOrphan = (row: DetailRow): boolean => rules.cis !== null && !known.has(row.cells[rules.cis] ?? '');
  const orphans = rows.filter(isOrphan);
  rejected.push(...orphans.map((row) => ({ ...row, reason: 'orphan' })));
  const sorted = rows
    .filter((row) => !isOrphan(row))
    .sort((a, b) => byCodePoint(a.text, b.text) || byCodePoint(a.file, b.file) || a.line - b.line);
  const usable = new Map<string, DetailRow>();
  for (const row of sorted) {
    const key = rules.key(row.cells);
    if (usable.has(key)) rejected.push({ ...row, reason: 'duplicate' });
    else usable.set(key, row);
  }
  const files = [...sizes].map(([file, rowsRead]) => {
    const own = rejected.filter((row) => row.file === file).sort((a, b) => a.line - b.line);
    const reasons = [...new Set(own.map(({ reason }) => reason))];
    return {
      file,
      rowsRead,
      rowsAccepted: rowsRead - own.length,
      rejected: Object.fromEntries(
        reasons.map((reason) => [reason, own.filter((row) => row.reason === reason).length]),
      ),
      rejectedRows: own.map(({ line, reason }) => `${line} ${reason}`),
    };
  });
  return { usable: [...usable.values()], orphans, files };
}

async function filesOf(directory: string, { folder, name }: Rules): Promise<string[]> {
  if (!existsSync(join(directory, folder))) return [];
  const names = await readdir(join(directory, folder));
  return names
    .filter((file) => name.test(normalised(file).replace(/\.GZ$/, '')))
    .sort(byCodePoint)
    .map((file) => `${folder}/${file}`);
}

async function readRows(directory: string, file: string): Promise<DetailRow[]> {
  const stored = await readFile(join(directory, file));
  const bytes = file.toLowerCase().endsWith('.gz') ? gunzipSync(stored) : stored;
  const isCsv = file.startsWith('atc/');
  return decode(bytes)
    .split('\n')
    .map((text, index) => ({ file, line: index + 1, text: text.replace(/\r+$/, '') }))
    .filter(({ text, line }) => text.trim() !== '' && !(isCsv && line === 1))
    .map((row) => ({
      ...row,
      cells: (isCsv ? semicolons(row.text) : row.text.split('\t')).map((cell) => cell.trim()),
    }));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'windows-1252');
  }
}

/** Cells of a line of CSV, one character after the other. */
function semicolons(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quoted && sign === '"' && text.charAt(i + 1) === '"') {
      cell += '"';
      i++;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (sign === ';' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

function faultOf(row: DetailRow, rules: Rules): string | null {
  const [width, needed] = rules.columns;
  if (row.cells.length < needed || row.cells.slice(width).some((cell) => cell !== '')) return 'wrong_column_count';
  return rules.fault(fitted(row.cells, rules));
}

/** > Trailing empty columns may be there or not */
function fitted(cells: string[], { columns: [width] }: Rules): string[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? '');
}

/** `dd/mm/yyyy` as `yyyy-mm-dd`; null when it is no day. */
export function iso(text: string): string | null {
  const [day = '', month = '', year = '', ...more] = text.split('/');
  if (more.length > 0 || !/^\d\d$/.test(day) || !/^\d\d$/.test(month) || !/^\d{4}$/.test(year)) return null;
  return isDay(year, month, day) ? `${year}-${month}-${day}` : null;
}

function parts(day: string): [string, string, string] {
  const [year = '', month = '', date = ''] = day.split('-');
  return [year, month, date];
}

/** Whether the calendar has the day. */
function isDay(year: string, month: string, day: string): boolean {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** The text of a cell: the marks that the files use taken out, `<br>` for a line. No parser, for it judges one. */
export function plainText(cell: string): string {
  return cell
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
