/** Why a row cannot be used. Source: sources.md, A bad row. */
export type RejectReason =
  | 'wrong_column_count'
  | 'bad_code'
  | 'bad_date'
  | 'bad_number'
  | 'unknown_value'
  | 'duplicate'
  | 'orphan'
  | 'unreadable';

/** One line of a file, without its line end; `number` is 1 for the first line of the file. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** A row that can be used, and the line it came from. */
interface Accepted<T> {
  readonly ok: true;
  readonly line: number;
  readonly row: T;
}

/** A row that cannot; `text` is null where the row speaks of a person (declarations). */
export interface Reject {
  readonly ok: false;
  readonly line: number;
  readonly reason: RejectReason;
  readonly text: string | null;
  /**
   * The case that a rejected row of Cas-Patients names, where that can be read: its reactions and drugs are passed
   * over, not orphans. For use within the run only, never stored.
   */
  readonly caseKey?: { readonly aerId: string; readonly cas: string };
}

export type Parsed<T> = Accepted<T> | Reject;

/**
 * Rows of one block of lines; pure. A rejected row is yielded, never dropped; blank lines yield nothing.
 * Blocks, not single lines, cross the asynchronous border: a promise a row would cost more than the row.
 */
export type RowParser<T> = (lines: Iterable<Line>) => Iterable<Parsed<T>>;

/** A reject of line number `line`. NUL characters, which PostgreSQL cannot hold, are replaced in `text` by U+FFFD. */
export function rejectOf(line: number, reason: RejectReason, text: string | null): Reject {
  const storable = text?.includes('\0') === true ? text.replaceAll('\0', '\uFFFD') : text;
  return { ok: false, line, reason, text: storable };
}
