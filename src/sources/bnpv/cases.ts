import { cellAt, findColumns, readCells, splitCells, type Columns } from '../csv.js';
import { readDate } from '../dates.js';
import { normalise } from '../normalise.js';
import { rowParser, withoutText } from '../row-parser.js';
import type { Line, Reject, RejectReason, RowParser } from '../rows.js';
import { ageGroup, type Age } from './age.js';
import { readVersion, VERSION_COLUMNS } from './case-version.js';
import type { CaseRow, Criterion, Seriousness, Sex } from './rows.js';

/** In the order of CRITERIA. */
export const CRITERION_COLUMNS = ['DECES', 'PRO_V', 'HOSPI', 'INCAP', 'ANO_C', 'AUTRE'] as const;
const CRITERION_OF: Readonly<Record<(typeof CRITERION_COLUMNS)[number], Criterion>> = {
  DECES: 'death',
  PRO_V: 'life_threatening',
  HOSPI: 'hospitalisation',
  INCAP: 'disability',
  ANO_C: 'congenital_anomaly',
  AUTRE: 'other',
};
const REQUIRED = [
  ...VERSION_COLUMNS,
  ...(['NOTIF', 'SEXE', 'AGE', 'U_AGE', 'DATE_NAISS', 'TYP_NOTIF', 'GRAVE'] as const),
  ...CRITERION_COLUMNS,
];
const OPTIONAL = ['PAYS_SURVENUE', 'PAYS_CAS'] as const;
export type CaseColumns = Columns<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number]>;

/**
 * Parser of Cas-Patients by the columns of its header. A reject says which case it is about where that can be read, and
 * keeps nothing else of the row. Throws SourceError when a required column lacks. Source: sources.md, bnpv.
 */
export function casesParser(header: Line): RowParser<CaseRow> {
  const columns = findCaseColumns(header);
  return rowParser(
    (text) => readCase(text, columns),
    (line, reason) => rejectOfCase(line, reason, columns),
  );
}

/** Where the columns of Cas-Patients stand. Throws SourceError when a required one lacks. */
export function findCaseColumns(header: Line): CaseColumns {
  return findColumns(header, 'Cas-Patients', REQUIRED, OPTIONAL);
}

function readCase(text: string, columns: CaseColumns): CaseRow | RejectReason {
  const cells = readCells(text, columns);
  if (typeof cells === 'string') return cells;
  const { at } = columns;
  const version = readVersion(cells, columns);
  if (typeof version === 'string') return version;
  const year = readYear(cellAt(cells, at.NOTIF));
  if (year === null) return 'bad_date';
  const age: Age = { number: cellAt(cells, at.AGE), unit: cellAt(cells, at.U_AGE) };
  const reporter = cellAt(cells, at.TYP_NOTIF);
  return {
    aerId: version.aerId,
    cas: version.cas,
    version: version.version,
    year,
    sex: readSex(cellAt(cells, at.SEXE)),
    ageGroup: ageGroup(age, cellAt(cells, at.DATE_NAISS), year),
    seriousness: readSeriousness(cellAt(cells, at.GRAVE)),
    criteria: readCriteria(cells, at),
    reporter: reporter === '' ? null : reporter,
    foreign: isAbroad(cellAt(cells, at.PAYS_SURVENUE)) || isAbroad(cellAt(cells, at.PAYS_CAS)),
  };
}

/** Years of notification outside these are typing errors. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Year of a cell of NOTIF; null when it cannot be one. */
export function readYear(cell: string): number | null {
  const year = readDate(cell)?.year;
  return year === undefined || year < FIRST_YEAR || year > LAST_YEAR ? null : year;
}

export function readSex(cell: string): Sex {
  return isWord(cell, 'F') ? 'female' : isWord(cell, 'M') ? 'male' : 'unknown';
}

export function readSeriousness(cell: string): Seriousness {
  return isWord(cell, 'OUI') ? 'serious' : isWord(cell, 'NON') ? 'non_serious' : 'unknown';
}

function readCriteria(cells: readonly string[], at: CaseColumns['at']): Criterion[] {
  const criteria: Criterion[] = [];
  for (const name of CRITERION_COLUMNS) if (isMet(cellAt(cells, at[name]))) criteria.push(CRITERION_OF[name]);
  return criteria;
}

export function isMet(criterion: string): boolean {
  return isWord(criterion, 'OUI');
}

export function isAbroad(country: string): boolean {
  return country !== '' && country !== 'France' && normalise(country) !== 'FRANCE';
}

/** Whether the cell is this word, case aside. */
function isWord(cell: string, word: string): boolean {
  return cell.length === word.length && (cell === word || cell.toUpperCase() === word);
}

function rejectOfCase(line: Line, reason: RejectReason, { at }: CaseColumns): Reject {
  const reject = withoutText(line, reason);
  const cells = splitCells(line.text) ?? [];
  const caseKey = { aerId: cellAt(cells, at.AER_ID), cas: cellAt(cells, at.CAS) };
  const readable = [caseKey.aerId, caseKey.cas].every((part) => part !== '' && !part.includes('\0'));
  return readable ? { ...reject, caseKey } : reject;
}
