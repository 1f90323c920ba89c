import { readHtml } from '../html-text.js';
import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import type { CompositionRow } from './rows.js';
import { orNull, splitRow } from './tab-separated.js';

const WIDTH = 8;

/** Rows of CIS_COMPO_bdpm: the same substance may stand on several rows of a speciality. Source: sources.md, bdpm. */
export const parseComposition: RowParser<CompositionRow> = rowParser(readComposition);

function readComposition(text: string): CompositionRow | RejectReason {
  const cells = splitRow(text, WIDTH, WIDTH);
  if (!cells) return 'wrong_column_count';
  const [cis, element, code, name, dosage, reference, nature, linkNumber] = cells as Row;
  if (!isCode(cis, 8) || !isCode(code, 5)) return 'bad_code';
  if (!/^\d+$/.test(linkNumber)) return 'bad_number';
  if (element === '' || name === '' || (nature !== 'SA' && nature !== 'FT')) return 'unknown_value';
  // typed first: in `row | reason` the checker takes `link` for that of strings
  const row: CompositionRow = {
    cis,
    element,
    code,
    name,
    dosage: orNull(readHtml(dosage).text),
    dosageReference: orNull(readHtml(reference).text),
    nature,
    link: linkNumber,
  };
  return row;
}

type Row = [string, string, string, string, string, string, string, string];
