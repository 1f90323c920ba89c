import { closingQuote, splitCells } from './csv.js';
import type { Line } from './rows.js';

/** Lines that one record may go over; in the real history of shortages none goes over more than eight. */
export const LONGEST_RECORD = 200;

/**
 * Joins the lines of a record whose quoted cell holds line breaks: one line with `\n` in its text and the number of the
 * record's first line. A quote that does not close within `LONGEST_RECORD` lines, or whose record does not split into
 * cells, is a stray one: its line then stands alone, to be rejected, and swallows none of the lines after it.
 * Memory does not grow with the file.
 */
export async function* csvRecords(blocks: AsyncIterable<Line[]>): AsyncGenerator<Line[]> {
  let waiting: Line[] = [];
  for await (const block of blocks) {
    const { records, rest } = joinLines(waiting.length === 0 ? block : [...waiting, ...block], false);
    waiting = rest;
    if (records.length > 0) yield records;
  }
  const { records } = joinLines(waiting, true);
  if (records.length > 0) yield records;
}

/** The records of some lines, and the lines of the last one when more may belong to it. */
function joinLines(lines: readonly Line[], isEnd: boolean): { records: Line[]; rest: Line[] } {
  const records: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines[at] as Line;
    const length = lengthOfRecord(lines, at);
    if (length === null && !isEnd && lines.length - at < LONGEST_RECORD) return { records, rest: lines.slice(at) };
    const joined = length === null || length === 1 ? first : joinedLine(lines.slice(at, at + length));
    const isWhole = joined !== first && splitCells(joined.text) !== null;
    records.push(isWhole ? joined : first);
    at += isWhole && length !== null ? length : 1;
  }
  return { records, rest: [] };
}

function joinedLine(lines: readonly Line[]): Line {
  return { number: lines[0]?.number ?? 0, text: lines.map(({ text }) => text).join('\n') };
}

/** How many lines the record goes over that starts at `from`; null when its quote does not close in them. */
function lengthOfRecord(lines: readonly Line[], from: number): number | null {
  let inside = false;
  const end = Math.min(lines.length, from + LONGEST_RECORD);
  for (let at = from; at < end; at += 1) {
    inside = endsInsideQuotes(lines[at]?.text ?? '', inside);
    if (!inside) return at - from + 1;
  }
  return null;
}

/** Whether a quoted cell is still open at the end of a line that starts inside one or not. Cells as in `splitCells`. */
function endsInsideQuotes(text: string, startsInside: boolean): boolean {
  // most lines have no quote at all
  if (text.indexOf('"') === -1) return startsInside;
  let inside = startsInside;
  let at = 0;
  for (;;) {
    if (!inside && text.startsWith('"', at)) {
      inside = true;
      at += 1;
    }
    const end = inside ? closingQuote(text, at) : at;
    if (end === -1) return true;
    const separator = text.indexOf(';', end);
    if (separator === -1) return false;
    inside = false;
    at = separator + 1;
  }
}
