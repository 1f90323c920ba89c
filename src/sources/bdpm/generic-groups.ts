import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import type { GenericMemberRow, GenericType } from './detail-rows.js';
import { splitRow } from './tab-separated.js';

const WIDTH = 5;
const TYPES = new Map<string, GenericType>([
  ['0', 'reference'],
  ['1', 'generic'],
  ['2', 'complementary_generic'],
  ['4', 'substitutable'],
]);

/** Rows of CIS_GENER_bdpm: a speciality may be in several groups. Source: sources.md, bdpm. */
export const parseGenericMembers: RowParser<GenericMemberRow> = rowParser(readGenericMember);

function readGenericMember(text: string): GenericMemberRow | RejectReason {
  const cells = splitRow(text, WIDTH, WIDTH);
  if (!cells) return 'wrong_column_count';
  const [group, label, cis, typeCode, order] = cells as [string, string, string, string, string];
  if (!/^\d{1,9}$/.test(group) || !isCode(cis, 8)) return 'bad_code';
  if (!/^\d+$/.test(order)) return 'bad_number';
  const type = TYPES.get(typeCode);
  if (type === undefined || label === '') return 'unknown_value';
  return { group, label, cis, type };
}
