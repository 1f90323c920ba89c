import { cellAt, findColumns, readCells, type Columns } from '../csv.js';
import { normalise } from '../normalise.js';
import { remember } from '../remember.js';
import { rowParser, withoutText } from '../row-parser.js';
import type { Line, RejectReason, RowParser } from '../rows.js';
import { readVersion, VERSION_COLUMNS } from './case-version.js';
import type { DrugRow, DrugType } from './rows.js';

const REQUIRED = [...VERSION_COLUMNS, ...(['MEDICAMENT', 'TYPE'] as const)];
const OPTIONAL = ['ROLE'] as const;
export type DrugColumns = Columns<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number]>;

/**
 * Parser of Médicaments by the columns of its header; rejects keep nothing of the row. Throws SourceError when a
 * required column lacks. Source: sources.md, bnpv.
 */
export function drugsParser(header: Line): RowParser<DrugRow> {
  const columns = findDrugColumns(header);
  const reading: Reading = { typeOf: remember(readType), countsOf: remember(readRole) };
  return rowParser((text) => readDrug(text, columns, reading), withoutText);
}

/** Where the columns of Médicaments stand. Throws SourceError when a required one lacks. */
export function findDrugColumns(header: Line): DrugColumns {
  return findColumns(header, 'Médicaments', REQUIRED, OPTIONAL);
}

interface Reading {
  readonly typeOf: (text: string) => DrugType;
  readonly countsOf: (text: string) => boolean | null;
}

function readDrug(text: string, columns: DrugColumns, reading: Reading): DrugRow | RejectReason {
  const cells = readCells(text, columns);
  if (typeof cells === 'string') return cells;
  const version = readVersion(cells, columns);
  if (typeof version === 'string') return version;
  const name = cellAt(cells, columns.at.MEDICAMENT);
  const counts = reading.countsOf(cellAt(cells, columns.at.ROLE));
  if (name === '' || counts === null) return 'unknown_value';
  return {
    aerId: version.aerId,
    cas: version.cas,
    version: version.version,
    name,
    type: reading.typeOf(cellAt(cells, columns.at.TYPE)),
    counts,
  };
}

export function readType(text: string): DrugType {
  switch (normalise(text)) {
    case 'SPECIALITE':
      return 'speciality';
    case 'PRODUIT':
      return 'brand';
    case 'SUBSTANCE':
      return 'substance';
    default:
      return 'other';
  }
}

/** Whether a drug with this ROLE counts; null when there is no such role. */
export function readRole(text: string): boolean | null {
  switch (normalise(text)) {
    case '':
    case 'SUSPECT':
    case 'INTERACTION':
      return true;
    case 'CONCOMITANT':
      return false;
    default:
      return null;
  }
}
