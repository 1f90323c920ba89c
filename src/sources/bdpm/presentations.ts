import { readHtml } from '../html-text.js';
import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import type { PresentationRow } from './rows.js';
import { dateOrNull, listOf, orNull, splitRow, yesOrNo } from './tab-separated.js';

const WIDTH = 13;
/** Up to the agreement for hospitals: packs that are not reimbursed have nothing after it. */
const NEEDED = 8;

/** Rows of CIS_CIP_bdpm, each for itself: a CIP13 given twice is not noticed. Source: sources.md, bdpm. */
export const parsePresentations: RowParser<PresentationRow> = rowParser(readPresentation);

function readPresentation(text: string): PresentationRow | RejectReason {
  const cells = splitRow(text, WIDTH, NEEDED);
  if (!cells) return 'wrong_column_count';
  const [cis, cip7, label, status, marketing, date, cip13, hospitalCell, rateCell, ...money] = cells as Row;
  if (!isCode(cis, 8) || !isCode(cip7, 7) || !isCode(cip13, 13)) return 'bad_code';
  const declarationDate = dateOrNull(date);
  if (declarationDate === undefined) return 'bad_date';
  const rates = listOf(rateCell).map(readRate);
  const [priceWithoutFee, price, fee] = [readPrice(money[0]), readPrice(money[1]), readPrice(money[2])];
  if (priceWithoutFee === undefined || price === undefined || fee === undefined) return 'bad_number';
  if (!rates.every((rate) => rate !== null)) return 'bad_number';
  const hospitals = yesOrNo(hospitalCell);
  if (label === '' || hospitals === undefined) return 'unknown_value';
  return {
    cis,
    cip7,
    cip13,
    label,
    status: orNull(status),
    marketing: orNull(marketing),
    declarationDate,
    hospitals,
    reimbursementRates: rates,
    priceWithoutFee,
    price,
    fee,
    reimbursementConditions: orNull(readHtml(money[3]).text),
  };
}

/**
 * `1,466,29` → `1466.29`: the last comma stands before the cents, the others before thousands. Null when the cell is
 * empty; undefined when it is no such price, as `1,466`, which may be 1 or 1,466 euros.
 */
export function readPrice(cell: string): string | null | undefined {
  if (cell === '') return null;
  const price = /^(\d{1,10}|\d{1,3}(?:,\d{3}){1,3})(?:,(\d{1,2}))?$/.exec(cell);
  const [, whole, cents] = price ?? [];
  if (whole === undefined || (cents === undefined && whole.includes(','))) return undefined;
  const euros = whole.replaceAll(',', '');
  // ten figures before the cents are what the database holds
  return euros.length > 10 ? undefined : `${euros}.${(cents ?? '').padEnd(2, '0')}`;
}

/** `65%` and `65 %` → `65 %`; null for anything else. */
function readRate(text: string): string | null {
  const rate = /^(\d{1,3}(?:,\d+)?)\s*%$/.exec(text)?.[1];
  return rate === undefined ? null : `${rate} %`;
}

type Row = [string, string, string, string, string, string, string, string, string, string, string, string, string];
