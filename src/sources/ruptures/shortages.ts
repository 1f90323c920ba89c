import { cellAt, findColumns, readCells, type Columns } from '../csv.js';
import { isoDate, readDate } from '../dates.js';
import { withoutDirections } from '../directions.js';
import { normalise } from '../normalise.js';
import { isCode } from '../numbers.js';
import { remember } from '../remember.js';
import { rowParser } from '../row-parser.js';
import type { Line, RejectReason, RowParser } from '../rows.js';
import { causesOf } from './causes.js';
import type { Classification, ShortageRow } from './rows.js';

const REQUIRED = ['Numéro', 'État', 'Classification', 'Nom'] as const;
const OPTIONAL = [
  'Date Signalement',
  'Date Clôture',
  'Code CIS',
  'CIP',
  'DCI',
  'Code ATC',
  'Classe Therapeutique',
  'Nom Laboratoire',
  'CAUSES',
  'Mesures',
  'Circuit en rupture',
] as const;
type Name = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/**
 * Parser of a history of shortages by the columns of its header; its lines are those of `csvRecords`. A row without a
 * name is about no medicine and is rejected (`unknown_value`); an ATC code that is none of any level says nothing of
 * the rest of its row, which counts without it. Throws SourceError when a required column lacks.
 * Source: sources.md, ruptures.
 */
export function shortagesParser(header: Line): RowParser<ShortageRow> {
  const columns: Columns<Name> = findColumns(header, 'ruptures', REQUIRED, OPTIONAL);
  const causes = remember(causesOf);
  return rowParser((text) => readShortage(text, columns, causes));
}

function readShortage(
  text: string,
  columns: Columns<Name>,
  causes: (text: string) => string[],
): ShortageRow | RejectReason {
  const cells = readCells(text, columns);
  if (typeof cells === 'string') return cells;
  const cell = (name: Name): string => cellAt(cells, columns.at[name]);
  const [number, name] = [cell('Numéro'), onOneLine(cell('Nom'))];
  const [cis, cip] = [cell('Code CIS'), cell('CIP')];
  if (number === '' || !isEmptyOrCode(cis, [8]) || !isEmptyOrCode(cip, [7, 13])) return 'bad_code';
  const [reported, closed] = [dateIn(cell('Date Signalement')), dateIn(cell('Date Clôture'))];
  if (reported === undefined || closed === undefined) return 'bad_date';
  const year = reported === null ? yearOfNumber(number) : Number(reported.slice(0, 4));
  if (year === null) return 'bad_code';
  const [open, classification] = [readState(cell('État')), readClassification(cell('Classification'))];
  if (name === '' || open === undefined || classification === undefined) return 'unknown_value';
  return {
    number,
    name,
    classification,
    open,
    reported,
    closed,
    year,
    cis: orNull(cis),
    cip: orNull(cip),
    dci: orNull(onOneLine(cell('DCI'))),
    atc: readAtc(cell('Code ATC')),
    therapeuticClass: orNull(onOneLine(cell('Classe Therapeutique'))),
    laboratory: orNull(onOneLine(cell('Nom Laboratoire'))),
    causes: causes(cell('CAUSES')),
    measures: readMeasures(cell('Mesures')),
    circuit: orNull(onOneLine(cell('Circuit en rupture'))),
  };
}

/** `14RS001` → 2014; null when the number does not begin so. */
function yearOfNumber(number: string): number | null {
  const digits = /^(\d{2})[A-Z]+\d/i.exec(number)?.[1];
  return digits === undefined ? null : 2000 + Number(digits);
}

/** `yyyy-mm-dd`; null when the cell is empty, undefined when it holds no day of these two centuries. */
function dateIn(cell: string): string | null | undefined {
  if (cell === '') return null;
  const date = readDate(cell);
  return date !== null && date.year >= 1900 && date.year <= 2100 ? isoDate(date) : undefined;
}

function readState(cell: string): boolean | undefined {
  switch (normalise(cell)) {
    case 'EN COURS':
      return true;
    case 'CLOTURE':
      return false;
    default:
      return undefined;
  }
}

function readClassification(cell: string): Classification | null | undefined {
  switch (normalise(cell)) {
    case '':
      return null;
    case 'RUPTURE':
      return 'shortage';
    case 'RISQUE DE RUPTURE':
      return 'risk';
    case 'ARRET DE COMMERCIALISATION':
      return 'end_of_marketing';
    case 'AUTRE':
      return 'other';
    default:
      return undefined;
  }
}

/** Case, white space and a sign at the end aside, as in `c09da01`, `N02A A05`, `C09AA02.`; null when it is no code. */
function readAtc(cell: string): string | null {
  const code = cell.replace(/\s/g, '').replace(/[./]$/, '').toUpperCase();
  return /^[A-Z](?:\d{2}(?:[A-Z](?:[A-Z](?:\d{2})?)?)?)?$/.test(code) ? code : null;
}

/** Between commas; two spellings that normalise alike are one. */
function readMeasures(cell: string): string[] {
  const measures = new Map<string, string>();
  for (const part of cell.split(',')) {
    const measure = onOneLine(part);
    if (measure !== '' && !measures.has(normalise(measure))) measures.set(normalise(measure), measure);
  }
  return [...measures.values()];
}

function onOneLine(text: string): string {
  return withoutDirections(text).replace(/\s+/g, ' ').trim();
}

function isEmptyOrCode(cell: string, lengths: readonly number[]): boolean {
  return cell === '' || lengths.some((length) => isCode(cell, length));
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
