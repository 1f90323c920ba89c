import { webAddress } from '../html-text.js';
import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import { AVAILABILITY_STATUSES } from './detail-rows.js';
import type { AvailabilityRow } from './detail-rows.js';
import { dateOrNull, orNull, splitRow } from './tab-separated.js';

const WIDTH = 8;
/** Up to the label: dates and the address may be missing at the end of a row. */
const NEEDED = 4;

/** Rows of CIS_CIP_Dispo_Spec: without CIP13 they are about all packs. Source: sources.md, bdpm. */
export const parseAvailability: RowParser<AvailabilityRow> = rowParser(readAvailability);

function readAvailability(text: string): AvailabilityRow | RejectReason {
  const cells = splitRow(text, WIDTH, NEEDED);
  if (!cells) return 'wrong_column_count';
  const [cis, cip13, statusCode, label, start, update, backIn, address] = cells as Row;
  if (!isCode(cis, 8) || (cip13 !== '' && !isCode(cip13, 13))) return 'bad_code';
  const [from, updated, back] = [dateOrNull(start), dateOrNull(update), dateOrNull(backIn)];
  if (from === undefined || updated === undefined || back === undefined) return 'bad_date';
  const status = /^[1-4]$/.test(statusCode) ? AVAILABILITY_STATUSES[Number(statusCode) - 1] : undefined;
  if (status === undefined || label === '') return 'unknown_value';
  return { cis, cip13: orNull(cip13), status, label, from, updated, back, address: webAddress(address) };
}

type Row = [string, string, string, string, string, string, string, string];
