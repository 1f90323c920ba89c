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

/**
 * The same parser, for one pass through one file: of the rows that `codeOf` gives the same code, the first is accepted
 * and the later ones are `duplicate`. It remembers the codes from block to block, so each file needs its own.
 */
export function withoutRepeats<T>(parse: RowParser<T>, codeOf: (row: T) => string): RowParser<T> {
  const seen = new Set<string>();
  return refusing(parse, (row) => {
    const code = codeOf(row);
    if (seen.has(code)) return 'duplicate';
    seen.add(code);
    return null;
  });
}

/** The same parser, but rows of a speciality that is not `known` are `orphan`. */
export function withoutOrphans<T extends { cis: string }>(
  parse: RowParser<T>,
  known: ReadonlySet<string>,
): RowParser<T> {
  return refusing(parse, (row) => (known.has(row.cis) ? null : 'orphan'));
}

/** The same parser, but rows to which `faultOf` finds a reason are rejected, with the text of their line. */
function refusing<T>(parse: RowParser<T>, faultOf: (row: T) => RejectReason | null): RowParser<T> {
  return (lines) => {
    const block = [...lines];
    const parsed: Parsed<T>[] = [];
    let at = 0;
    for (const item of parse(block)) {
      while (block[at] !== undefined && block[at]?.number !== item.line) at += 1;
      const fault = item.ok ? faultOf(item.row) : null;
      parsed.push(fault === null ? item : rejectOf(item.line, fault, block[at]?.text ?? null));
    }
    return parsed;
  };
}

function isBlank(text: string): boolean {
  // most lines start with a letter, a digit or a quote: nothing more to look at
  return !(text.charCodeAt(0) > 32) || text.charCodeAt(0) > 127 ? text.trim() === '' : false;
}
