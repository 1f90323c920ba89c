import { isAtcCode } from '../atc/codes.js';
import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import type { MajorInterestRow } from './detail-rows.js';
import { splitRow } from './tab-separated.js';

const WIDTH = 4;
/** Up to the ATC code: denomination and address are known from elsewhere. */
const NEEDED = 2;

/** Rows of CIS_MITM, each for itself: a CIS given twice is not noticed. Source: sources.md, bdpm. */
export const parseMajorInterest: RowParser<MajorInterestRow> = rowParser(readMajorInterest);

function readMajorInterest(text: string): MajorInterestRow | RejectReason {
  const cells = splitRow(text, WIDTH, NEEDED);
  if (!cells) return 'wrong_column_count';
  const [cis, atc] = cells as [string, string];
  return isCode(cis, 8) && isAtcCode(atc) ? { cis, atc } : 'bad_code';
}
