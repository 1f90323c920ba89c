import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import type { ConditionRow } from './detail-rows.js';
import { splitRow } from './tab-separated.js';

const WIDTH = 2;

/** Rows of CIS_CPD_bdpm: one condition each. Source: sources.md, bdpm. */
export const parseConditions: RowParser<ConditionRow> = rowParser(readCondition);

function readCondition(text: string): ConditionRow | RejectReason {
  const cells = splitRow(text, WIDTH, WIDTH);
  if (!cells) return 'wrong_column_count';
  const [cis, condition] = cells as [string, string];
  if (!isCode(cis, 8)) return 'bad_code';
  return condition === '' ? 'unknown_value' : { cis, condition };
}
