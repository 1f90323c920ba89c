import { compareText } from '../sources/compare-text.js';
import type { SourceFile } from '../sources/discover.js';
import { withLineText } from '../sources/row-parser.js';
import { rejectOf } from '../sources/rows.js';
import type { Line, RejectReason, RowParser } from '../sources/rows.js';
import type { ReadFile } from './read-file.js';
import { readRows } from './read-file.js';
import type { RunLog } from './run-log.js';

/** Which rows of a table are kept: those of `known` specialities, and one of each code. */
export interface Keep<T> {
  known?: { readonly specialities: ReadonlySet<string>; readonly cisOf: (row: T) => string };
  codeOf?: (row: T) => string;
}

/** How a table is read: by its parser, or by the one that the header of each file asks for. */
export type TableParser<T> = RowParser<T> | { readonly withHeader: (header: Line) => RowParser<T> };

interface TextRow<T> {
  file: ReadFile;
  line: number;
  row: T;
  text: string;
}

/** The rows of a table that are kept, and those of specialities that are not known: rejected, as the duplicates are. */
export interface TableRows<T> {
  kept: T[];
  orphans: T[];
}

/** Reads the tables of reference data whole: these are small. */
export class TableReader {
  constructor(
    private readonly files: readonly ReadFile[],
    private readonly log: RunLog,
  ) {}

  /**
   * Of rows with the same code the first in code point order of the whole row counts, whatever their order in the files.
   * A table without a file has no rows.
   */
  async read<T>(table: SourceFile['table'], parser: TableParser<T>, keep: Keep<T>): Promise<TableRows<T>> {
    const rows: TextRow<T>[] = [];
    for (const file of this.files) {
      if (file.source.table !== table) continue;
      for (const { line, row } of await readRows(file, openingOf(parser), this.log)) rows.push({ file, line, ...row });
    }
    const reasons = judge(rows, keep);
    for (const [{ file, line, text }, reason] of reasons) {
      await this.log.rejectAccepted(file.report, rejectOf(line, reason, text));
    }
    return {
      kept: rows.filter((row) => !reasons.has(row)).map(({ row }) => row),
      orphans: [...reasons].filter(([, reason]) => reason === 'orphan').map(([{ row }]) => row),
    };
  }
}

type WithText<T> = RowParser<{ row: T; text: string }>;

function openingOf<T>(parser: TableParser<T>): { rows: WithText<T> } | { withHeader: (header: Line) => WithText<T> } {
  if (typeof parser === 'function') return { rows: withLineText(parser) };
  return { withHeader: (header) => withLineText(parser.withHeader(header)) };
}

/** The rows that are not kept, each with its reason. */
function judge<T>(rows: readonly TextRow<T>[], { known, codeOf }: Keep<T>): Map<TextRow<T>, RejectReason> {
  const reasons = new Map<TextRow<T>, RejectReason>();
  const first = new Map<string, TextRow<T>>();
  for (const row of rows) {
    if (known?.specialities.has(known.cisOf(row.row)) === false) {
      reasons.set(row, 'orphan');
      continue;
    }
    if (codeOf === undefined) continue;
    const code = codeOf(row.row);
    const other = first.get(code);
    const isFirst = other === undefined || compareText(row.text, other.text) < 0;
    if (isFirst) first.set(code, row);
    if (other !== undefined) reasons.set(isFirst ? other : row, 'duplicate');
  }
  return reasons;
}
