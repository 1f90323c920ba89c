import { cellAt, findColumns, readCells, splitCells, type Columns } from '../csv.js';
import { readDate } from '../dates.js';
import { normalise } from '../normalise.js';
import { remember } from '../remember.js';
import { rowParser, withoutText } from '../row-parser.js';
import type { Line, Reject, RejectReason, RowParser } from '../rows.js';
import { ageGroup } from './age.js';
import { readVersion, VERSION_COLUMNS } from './case-version.js';
import type { CaseRow, Criterion, Seriousness, Sex } from './rows.js';

const CRITERION_COLUMNS = ['DECES', 'PRO_V', 'HOSPI', 'INCAP', 'ANO_C', 'AUTRE'] as const;
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
type CaseColumns = Columns<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number]>;

/**
 * Parser of Cas-Patients by the columns of its header. A reject says which case it is about where that can be read, and
 * keeps nothing else of the row. Throws SourceError when a required column lacks. Source: sources.md, bnpv.
 */
export function casesParser(header: Line): RowParser<CaseRow> {
  const columns: CaseColumns = findColumns(header, 'Cas-Patients', REQUIRED, OPTIONAL);
  // countries, units and yes or no: few words, each on many rows
  const normal = remember(normalise);
  return rowParser(
    (text) => readCase(text, columns, normal),
    (line, reason) => rejectOfCase(line, reason, columns),
  );
}

function readCase(text: string, columns: CaseColumns, normal: (text: string) => string): CaseRow | RejectReason {
  const cells = readCells(text, columns);
  if (typeof cells === 'string') return cells;
  const { at } = columns;
  const version = readVersion(cells, columns);
  if (typeof version === 'string') return version;
  const year = readDate(cellAt(cells, at.NOTIF))?.year;
  if (year === undefined || year < FIRST_YEAR || year > LAST_YEAR) return 'bad_date';
  const unit = normal(cellAt(cells, at.U_AGE));
  const reporter = cellAt(cells, at.TYP_NOTIF);
  const word = (index: number): string => normal(cellAt(cells, index));
  return {
    aerId: version.aerId,
    cas: version.cas,
    version: version.version,
    year,
    sex: readSex(word(at.SEXE)),
    ageGroup: ageGroup(cellAt(cells, at.AGE), unit, cellAt(cells, at.DATE_NAISS), year),
    seriousness: readSeriousness(word(at.GRAVE)),
    criteria: CRITERION_COLUMNS.filter((name) => word(at[name]) === 'OUI').map((name) => CRITERION_OF[name]),
    reporter: reporter === '' ? null : reporter,
    foreign: isAbroad(word(at.PAYS_SURVENUE)) || isAbroad(word(at.PAYS_CAS)),
    text,
  };
}

/** Years of notification outside these are typing errors. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

function readSex(word: string): Sex {
  return word === 'F' ? 'female' : word === 'M' ? 'male' : 'unknown';
}

function readSeriousness(word: string): Seriousness {
  return word === 'OUI' ? 'serious' : word === 'NON' ? 'non_serious' : 'unknown';
}

function isAbroad(country: string): boolean {
  return country !== '' && country !== 'FRANCE';
}

function rejectOfCase(line: Line, reason: RejectReason, { at }: CaseColumns): Reject {
  const reject = withoutText(line, reason);
  const cells = splitCells(line.text) ?? [];
  const caseKey = { aerId: cellAt(cells, at.AER_ID), cas: cellAt(cells, at.CAS) };
  const readable = [caseKey.aerId, caseKey.cas].every((part) => part !== '' && !part.includes('\0'));
  return readable ? { ...reject, caseKey } : reject;
}
