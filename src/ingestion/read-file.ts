import type { SourceFile } from '../sources/discover.js';
import type { Inspection } from '../sources/inspect.js';
import { readLines } from '../sources/lines.js';
import type { Line, RowParser } from '../sources/rows.js';
import { SourceError } from '../sources/source-error.js';
import type { FileReport } from './file-report.js';
import type { RunLog } from './run-log.js';

/** A file that has been looked through once, and what becomes of its rows. */
export interface ReadFile {
  readonly source: SourceFile;
  readonly report: FileReport;
  /** Told how many characters each block had. */
  onRead: (characters: number) => void;
}

/** About how many characters a file has: a gzipped one unfolds to some six times its size. */
export function expectedCharacters({ source, report }: ReadFile): number {
  return source.name.toLowerCase().endsWith('.gz') ? 6 * report.bytes : report.bytes;
}

export function readFileOf(source: SourceFile, { sha256, bytes, encoding }: Inspection): ReadFile {
  const { source: of, table, name: file, vintage } = source;
  return {
    source,
    report: { source: of, table, file, vintage, sha256, bytes, encoding, rowsRead: 0, rowsAccepted: 0, rejected: {} },
    onRead: () => undefined,
  };
}

/**
 * How the lines of a file become rows: the first one may be a header, which decides. `records` joins the lines of rows
 * that go over several; without it a line is a row.
 */
export type Opening<T> = ({ readonly rows: RowParser<T> } | { readonly withHeader: (header: Line) => RowParser<T> }) & {
  readonly records?: (blocks: AsyncIterable<Line[]>) => AsyncIterable<Line[]>;
};

/** What is made of a row of a file. */
export interface RowSink<T> {
  accept(row: T, line: number): void;
}

/** Gives the rows of a file to the sink; rejects go to the log. Throws SourceError on a wrong header. */
export async function throughParser<T>(
  { source, report, onRead }: ReadFile,
  opening: Opening<T>,
  sink: RowSink<T>,
  log: RunLog,
): Promise<void> {
  let parser = 'rows' in opening ? opening.rows : null;
  const blocks = readLines(source.path, report.encoding);
  for await (const block of opening.records?.(blocks) ?? blocks) {
    onRead(block.reduce((characters, { text }) => characters + text.length + 1, 0));
    let lines = block;
    if (parser === null && 'withHeader' in opening) {
      const [header, ...rest] = block;
      if (header === undefined) continue;
      parser = namingTheFile(report.file, () => opening.withHeader(header));
      lines = rest;
    }
    if (parser === null) continue;
    for (const parsed of parser(lines)) {
      report.rowsRead += 1;
      if (parsed.ok) {
        report.rowsAccepted += 1;
        sink.accept(parsed.row, parsed.line);
      } else {
        await log.reject(report, parsed);
      }
    }
  }
}

/** Where rejects are put down. */
export type RejectLog = Pick<RunLog, 'reject'>;

/** Does what may find fault with a file, which the fault then names. */
export function namingTheFile<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof SourceError ? new SourceError(`${file}: ${error.message}`) : error;
  }
}

/** A row and the line it stands on. */
interface LineRow<T> {
  line: number;
  row: T;
}

/** Reads a file of reference data whole: these are small. */
export async function readRows<T>(file: ReadFile, opening: Opening<T>, log: RunLog): Promise<LineRow<T>[]> {
  const rows: LineRow<T>[] = [];
  await throughParser(file, opening, { accept: (row, line) => rows.push({ line, row }) }, log);
  return rows;
}
