import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { parseComposition } from '../../src/sources/bdpm/composition.js';
import { parsePresentations } from '../../src/sources/bdpm/presentations.js';
import type { CompositionRow, PresentationRow, SpecialityRow } from '../../src/sources/bdpm/rows.js';
import { parseSpecialities } from '../../src/sources/bdpm/specialities.js';
import { casesParser } from '../../src/sources/bnpv/cases.js';
import { drugsParser } from '../../src/sources/bnpv/drugs.js';
import { reactionsParser } from '../../src/sources/bnpv/reactions.js';
import type { CaseRow, DrugRow, ReactionRow } from '../../src/sources/bnpv/rows.js';
import { consumersParser } from '../../src/sources/open-medic/consumers.js';
import type { ConsumersRow } from '../../src/sources/open-medic/rows.js';
import type { Line, RejectReason, RowParser } from '../../src/sources/rows.js';
import { normalised } from './names.js';

/** A row with the line it came from. */
export interface Read<T> {
  line: number;
  text: string;
  row: T;
}

/** One file, whole, in memory. The oracle moves rows from `accepted` to `rejected` as rules between rows demand. */
export interface Table<T> {
  file: string;
  rowsRead: number;
  accepted: Read<T>[];
  rejected: { line: number; reason: RejectReason }[];
  /** Cas-Patients: the cases that rejected rows name, where the parser could read it: they exist, for all that. */
  rejectedCases: string[];
}

export interface Folder {
  specialities: Table<SpecialityRow>;
  presentations: Table<PresentationRow>;
  composition: Table<CompositionRow>;
  /** null when the source is not there. */
  declarations: { cases: Table<CaseRow>; reactions: Table<ReactionRow>; drugs: Table<DrugRow> } | null;
  consumers: { year: number; table: Table<ConsumersRow> }[];
}

/** > A case is (AER_ID, CAS) */
export function caseKey(row: { aerId: string; cas: string }): string {
  return JSON.stringify([row.aerId, row.cas]);
}

/** Reads a source folder whole; only the parsers of single rows are the service's own. */
export async function readFolder(directory: string): Promise<Folder> {
  const bdpm = await named(directory, 'bdpm');
  const bnpv = await named(directory, 'bnpv');
  const openMedic = await named(directory, 'open-medic');
  const required = (ending: string, files: string[]): string => {
    const file = files.find((name) => plain(name).endsWith(ending));
    if (file === undefined) throw new Error(`${directory}: no ${ending}`);
    return file;
  };
  const consumers: Folder['consumers'] = [];
  for (const file of openMedic) {
    const year = Number(/NB_(\d{4})_CIP13_AGE_SEXE\.CSV$/.exec(plain(file))?.[1]);
    if (Number.isNaN(year)) continue;
    consumers.push({ year, table: await readTable(directory, file, (header: Line) => consumersParser(header, year)) });
  }
  return {
    specialities: await readTable(directory, required('/CIS_BDPM.TXT', bdpm), parseSpecialities, false),
    presentations: await readTable(directory, required('/CIS_CIP_BDPM.TXT', bdpm), parsePresentations, false),
    composition: await readTable(directory, required('/CIS_COMPO_BDPM.TXT', bdpm), parseComposition, false),
    declarations:
      bnpv.length === 0
        ? null
        : {
            cases: await readTable(directory, required('CAS-PATIENTS.CSV', bnpv), casesParser),
            reactions: await readTable(directory, required('EFFETS.CSV', bnpv), reactionsParser),
            drugs: await readTable(directory, required('MEDICAMENTS.CSV', bnpv), drugsParser),
          },
    consumers,
  };
}

/** Every non-blank line of a decoded file with its number: 1 = first line of the file. */
function linesOf(bytes: Buffer): Line[] {
  const lines = decode(bytes).split('\n');
  return lines
    .map((text, index) => ({ number: index + 1, text: text.replace(/\r+$/, '') }))
    .filter((line) => line.text.trim() !== '');
}

async function readTable<T>(
  directory: string,
  file: string,
  parser: RowParser<T> | ((header: Line) => RowParser<T>),
  withHeader = true,
): Promise<Table<T>> {
  const stored = await readFile(join(directory, file));
  const lines = linesOf(plain(file) === normalised(file) ? stored : gunzipSync(stored));
  const header = withHeader ? lines.shift() : undefined;
  const parse = header ? (parser as (header: Line) => RowParser<T>)(header) : (parser as RowParser<T>);
  const texts = new Map(lines.map((line) => [line.number, line.text]));
  const table: Table<T> = { file, rowsRead: lines.length, accepted: [], rejected: [], rejectedCases: [] };
  for (const parsed of parse(lines)) {
    const text = texts.get(parsed.line) ?? '';
    if (parsed.ok) table.accepted.push({ line: parsed.line, text, row: parsed.row });
    else {
      table.rejected.push({ line: parsed.line, reason: parsed.reason });
      if (parsed.caseKey) table.rejectedCases.push(caseKey(parsed.caseKey));
    }
  }
  return table;
}

/** > UTF-8 (with or without a byte order mark) when the whole file decodes as UTF-8, else Windows-1252 */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // not TextDecoder: some versions of Node read Latin-1 where they should read Windows-1252
    return iconv.decode(bytes, 'windows-1252');
  }
}

/** > Any file may be gzipped (`.gz` added to its name). File names are compared without case or accents. */
function plain(file: string): string {
  return normalised(file).replace(/\.GZ$/, '');
}

async function named(directory: string, source: string): Promise<string[]> {
  if (!existsSync(join(directory, source))) return [];
  const names = await readdir(join(directory, source));
  return names.sort().map((name) => `${source}/${name}`);
}
