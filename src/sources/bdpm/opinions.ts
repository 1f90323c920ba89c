import { isoDate, readYearFirstDate } from '../dates.js';
import { readHtml, webAddress } from '../html-text.js';
import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import type { OpinionLinkRow, OpinionRow } from './detail-rows.js';
import { orNull, splitRow } from './tab-separated.js';

const WIDTH = 6;
/** Up to the value: an opinion without a label says something all the same. */
const NEEDED = 5;
const LINK_WIDTH = 2;

/** Rows of CIS_HAS_SMR_bdpm and of CIS_HAS_ASMR_bdpm, which are alike. Source: sources.md, bdpm. */
export const parseOpinions: RowParser<OpinionRow> = rowParser(readOpinion);

/** Rows of HAS_LiensPageCT_bdpm, each for itself: a file code given twice is not noticed. Source: sources.md, bdpm. */
export const parseOpinionLinks: RowParser<OpinionLinkRow> = rowParser(readOpinionLink);

function readOpinion(text: string): OpinionRow | RejectReason {
  const cells = splitRow(text, WIDTH, NEEDED);
  if (!cells) return 'wrong_column_count';
  const [cis, fileCode, reason, dateCell, value, label] = cells as [string, string, string, string, string, string];
  if (!isCode(cis, 8) || !isFileCode(fileCode)) return 'bad_code';
  const date = readYearFirstDate(dateCell);
  if (date === null) return 'bad_date';
  if (value === '') return 'unknown_value';
  return { cis, fileCode, reason: orNull(reason), date: isoDate(date), value, text: orNull(readHtml(label).text) };
}

function readOpinionLink(text: string): OpinionLinkRow | RejectReason {
  const cells = splitRow(text, LINK_WIDTH, LINK_WIDTH);
  if (!cells) return 'wrong_column_count';
  const [fileCode, addressCell] = cells as [string, string];
  if (!isFileCode(fileCode)) return 'bad_code';
  const address = webAddress(addressCell);
  return address === null ? 'unknown_value' : { fileCode, address };
}

/** `CT-19691`: the file of the opinion at the HAS. */
function isFileCode(text: string): boolean {
  return /^[A-Z]{1,8}-\d{1,10}$/.test(text);
}
