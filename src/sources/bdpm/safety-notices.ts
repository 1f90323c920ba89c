import { isoDate, readYearFirstDate } from '../dates.js';
import { readHtml } from '../html-text.js';
import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import type { SafetyNoticeRow } from './detail-rows.js';
import { splitRow } from './tab-separated.js';

const WIDTH = 4;

/** Rows of CIS_InfoImportantes: of the link, its text and its address are kept. Source: sources.md, bdpm. */
export const parseSafetyNotices: RowParser<SafetyNoticeRow> = rowParser(readSafetyNotice);

function readSafetyNotice(text: string): SafetyNoticeRow | RejectReason {
  const cells = splitRow(text, WIDTH, WIDTH);
  if (!cells) return 'wrong_column_count';
  const [cis, start, end, link] = cells as [string, string, string, string];
  if (!isCode(cis, 8)) return 'bad_code';
  const [from, to] = [dayOrNull(start), dayOrNull(end)];
  if (from === undefined || to === undefined) return 'bad_date';
  const notice = readHtml(link);
  return notice.text === '' ? 'unknown_value' : { cis, from, to, ...notice };
}

/** `yyyy-mm-dd`; null when the cell is empty; undefined when it is no date. */
function dayOrNull(cell: string): string | null | undefined {
  if (cell === '') return null;
  const date = readYearFirstDate(cell);
  return date ? isoDate(date) : undefined;
}
