import { cellAt, findColumns, readCells, type Columns } from '../csv.js';
import { remember } from '../remember.js';
import { rowParser, withoutText } from '../row-parser.js';
import type { Line, RejectReason, RowParser } from '../rows.js';
import { readVersion, VERSION_COLUMNS } from './case-version.js';
import { organClassKey } from './organ-classes.js';
import type { ReactionRow } from './rows.js';

const REQUIRED = [...VERSION_COLUMNS, ...(['EFFET_HLT', 'EFFET_SOC'] as const)];
export type ReactionColumns = Columns<(typeof REQUIRED)[number]>;

/**
 * Parser of Effets by the columns of its header; rejects keep nothing of the row. Throws SourceError when a required
 * column lacks. Source: sources.md, bnpv.
 */
export function reactionsParser(header: Line): RowParser<ReactionRow> {
  const columns = findReactionColumns(header);
  const organClassOf = remember(organClassKey);
  return rowParser((text) => readReaction(text, columns, organClassOf), withoutText);
}

/** Where the columns of Effets stand. Throws SourceError when a required one lacks. */
export function findReactionColumns(header: Line): ReactionColumns {
  return findColumns(header, 'Effets', REQUIRED);
}

function readReaction(
  text: string,
  columns: ReactionColumns,
  organClassOf: (name: string) => string | null,
): ReactionRow | RejectReason {
  const cells = readCells(text, columns);
  if (typeof cells === 'string') return cells;
  const version = readVersion(cells, columns);
  if (typeof version === 'string') return version;
  const organClass = organClassOf(cellAt(cells, columns.at.EFFET_SOC));
  if (organClass === null) return 'unknown_value';
  const term = cellAt(cells, columns.at.EFFET_HLT);
  return {
    aerId: version.aerId,
    cas: version.cas,
    version: version.version,
    organClass,
    highLevelTerm: term === '' ? null : term,
  };
}
