import { isCode } from '../numbers.js';
import { rowParser } from '../row-parser.js';
import type { RejectReason, RowParser } from '../rows.js';
import type { SpecialityRow } from './rows.js';
import { dateOrNull, listOf, orNull, splitRow, yesOrNo } from './tab-separated.js';

const WIDTH = 12;
/** Up to the authorisation date: what comes after it may be missing at the end of a row. */
const NEEDED = 8;

/** Rows of CIS_bdpm, each for itself: a CIS given twice is not noticed. Source: sources.md, bdpm. */
export const parseSpecialities: RowParser<SpecialityRow> = rowParser(readSpeciality);

function readSpeciality(text: string): SpecialityRow | RejectReason {
  const cells = splitRow(text, WIDTH, NEEDED);
  if (!cells) return 'wrong_column_count';
  const [cis, denomination, form, routes, status, procedure, marketing, date, bdpmStatus, european, holders, watched] =
    cells as Row;
  if (!isCode(cis, 8)) return 'bad_code';
  const authorisationDate = dateOrNull(date);
  if (authorisationDate === undefined) return 'bad_date';
  const enhancedSurveillance = yesOrNo(watched);
  if (denomination === '' || enhancedSurveillance === undefined) return 'unknown_value';
  return {
    cis,
    denomination,
    form: orNull(form),
    routes: listOf(routes),
    status: orNull(status),
    procedure: orNull(procedure),
    marketing: orNull(marketing),
    authorisationDate,
    bdpmStatus: orNull(bdpmStatus),
    europeanNumber: orNull(european),
    holders: listOf(holders),
    // the file names the medicines under enhanced surveillance: one without the mark is not
    enhancedSurveillance: enhancedSurveillance ?? false,
  };
}

type Row = [string, string, string, string, string, string, string, string, string, string, string, string];
