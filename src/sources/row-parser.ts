import { rejectOf, type Line, type Parsed, type Reject, type RejectReason, type RowParser } from './rows.js';

/**
 * Makes the parser of a file out of `readRow`, which reads one line into a row or says why it cannot be used.
 * Lines with a NUL character are `unreadable`: it stands in no text, and marks lines that were cut for their length.
 * `rejected` says what is kept of a line that is rejected; by default its text.
 */
export function rowParser<T extends object>(
  readRow: (text: string) => T | RejectReason,
  rejected: (line: Line, reason: RejectReason) => Reject = withText,
): RowParser<T> {
  return (lines) => {
    const parsed: Parsed<T>[] = [];
    for (const line of lines) {
      if (isBlank(line.text)) continue;
      const row = line.text.indexOf('\0') !== -1 ? 'unreadable' : readRow(line.text);
      if (typeof row === 'string') parsed.push(rejected(line, row));
      else parsed.push({ ok: true, line: line.number, row });
    }
    return parsed;
  };
}

/** A reject that keeps the text of the line. */
function withText(line: Line, reason: RejectReason): Reject {
  return rejectOf(line.number, reason, line.text);
}

/** A reject of a row that speaks of a person: nothing of its text is kept. */
export function withoutText(line: Line, reason: RejectReason): Reject {
  return rejectOf(line.number, reason, null);
}

/** The same parser, each accepted row with the text of its line, for those who judge rows beside one another. */
export function withLineText<T>(parse: RowParser<T>): RowParser<{ row: T; text: string }> {
  return (lines) => {
    const block = [...lines];
    const parsed: Parsed<{ row: T; text: string }>[] = [];
    let at = 0;
    for (const item of parse(block)) {
      while (block[at] !== undefined && block[at]?.number !== item.line) at += 1;
      parsed.push(item.ok ? { ...item, row: { row: item.row, text: block[at]?.text ?? '' } } : item);
    }
    return parsed;
  };
}

function isBlank(text: string): boolean {
  // most lines start with a letter, a digit or a quote: nothing more to look at
  return !(text.charCodeAt(0) > 32) || text.charCodeAt(0) > 127 ? text.trim() === '' : false;
}
