import type { AgeGroup, Sex } from '../bnpv/rows.js';
import { cellAt, findColumns, readCells, type Columns } from '../csv.js';
import { isCode, readCount } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { Line, RejectReason, RowParser } from '../rows.js';
import type { ConsumersRow } from './rows.js';

const REQUIRED = ['CIP13', 'AGE', 'sexe', 'nbc'] as const;
/** Amounts and packs: not kept, but they must be numbers. */
export const AMOUNTS = ['REM', 'BSE', 'BOITES'] as const;
export type ConsumersColumns = Columns<(typeof REQUIRED)[number] | (typeof AMOUNTS)[number]>;

const AGE_GROUPS = new Map<string, AgeGroup>([
  ['0', '0-19'],
  ['20', '20-59'],
  ['60', '60+'],
  ['99', 'unknown'],
]);
const SEXES = new Map<string, Sex>([
  ['1', 'male'],
  ['2', 'female'],
  ['9', 'unknown'],
]);

/**
 * Parser of NB_<year>_cip13_age_sexe by the columns of its header, which differ by year. Throws SourceError when a
 * required column lacks. Source: sources.md, open-medic.
 */
export function consumersParser(header: Line, year: number): RowParser<ConsumersRow> {
  const columns = findConsumersColumns(header, year);
  return rowParser((text) => readConsumers(text, columns, year));
}

/** Where the columns stand. Throws SourceError when a required one lacks. */
export function findConsumersColumns(header: Line, year: number): ConsumersColumns {
  return findColumns(header, `NB_${year}_cip13_age_sexe`, REQUIRED, AMOUNTS);
}

function readConsumers(text: string, columns: ConsumersColumns, year: number): ConsumersRow | RejectReason {
  const cells = readCells(text, columns);
  if (typeof cells === 'string') return cells;
  const { at } = columns;
  const cip13 = cellAt(cells, at.CIP13);
  if (!isCode(cip13, 13)) return 'bad_code';
  const consumers = readCount(cellAt(cells, at.nbc));
  if (consumers === null || !AMOUNTS.every((name) => isAmount(cellAt(cells, at[name])))) return 'bad_number';
  const ageGroup = readAgeGroup(cellAt(cells, at.AGE));
  const sex = readSex(cellAt(cells, at.sexe));
  if (ageGroup === undefined || sex === undefined) return 'unknown_value';
  return { cip13, year, sex, ageGroup, consumers };
}

export function readAgeGroup(cell: string): AgeGroup | undefined {
  return AGE_GROUPS.get(cell);
}

export function readSex(cell: string): Sex | undefined {
  return SEXES.get(cell);
}

/** True for amounts and packs, which may be negative or absent: decimal comma, thousands with `.`, space or nothing. */
function isAmount(text: string): boolean {
  return text === '' || /^-?(?:\d+|\d{1,3}(?:[.\s]\d{3})+)(?:,\d+)?$/.test(text);
}
