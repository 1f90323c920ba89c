import { cellAt, findColumns, readCells } from '../csv.js';
import type { Columns } from '../csv.js';
import { withoutDirections } from '../directions.js';
import { rowParser } from '../row-parser.js';
import type { Line, RejectReason, RowParser } from '../rows.js';
import { isAtcCode } from './codes.js';

/** A class of the ATC tree, of any level, and its French label. */
export interface AtcLabelRow {
  code: string;
  label: string;
}

const COLUMNS = ['code', 'label'] as const;
type LabelColumns = Columns<(typeof COLUMNS)[number]>;

/**
 * Parser of a file of ATC labels by the columns of its header. Throws SourceError when one lacks. A code given twice is
 * not noticed. Source: sources.md, atc.
 */
export function atcLabelsParser(header: Line): RowParser<AtcLabelRow> {
  const columns: LabelColumns = findColumns(header, 'ATC labels', COLUMNS);
  return rowParser((text) => readLabel(text, columns));
}

function readLabel(text: string, columns: LabelColumns): AtcLabelRow | RejectReason {
  const cells = readCells(text, columns);
  if (typeof cells === 'string') return cells;
  const [code, label] = [cellAt(cells, columns.at.code), withoutDirections(cellAt(cells, columns.at.label))];
  if (!isAtcCode(code)) return 'bad_code';
  return label === '' ? 'unknown_value' : { code, label };
}
