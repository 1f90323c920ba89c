import type { Columns } from '../sources/csv.js';
import { LineCells } from '../sources/line-cells.js';
import { decode, readWholeLines } from '../sources/lines.js';
import type { Line, Parsed, RowParser } from '../sources/rows.js';
import { copyLine } from './copy.js';
import type { Cell } from './copy.js';
import { CopyBytes } from './copy-bytes.js';
import { namingTheFile, type ReadFile, type RejectLog } from './read-file.js';

/** How the lines of a file become lines of COPY: by their bytes where they are as most are, else by way of their text. */
export interface ByteReading<T> {
  /** What the header decides. Throws SourceError. */
  open(header: Line): Opened<T>;
  /** What is made of a row that went by way of its text: the same as `write` makes of one like it. */
  cellsOf(row: T, line: number): readonly Cell[];
  /** May look at a reject before it is put down. */
  onReject?(reject: Reject<T>): void;
}

/**
 * Writes the line of COPY of a row from the bytes of its cells. False, with nothing written, for a row that is rejected
 * or unusual: it is left to the parser of the file, which decides and says why.
 */
export type LineWriter = (cells: LineCells, line: number, out: CopyBytes) => boolean;

interface Opened<T> {
  readonly columns: Columns<string>;
  readonly write: LineWriter;
  readonly parse: RowParser<T>;
}

type Reject<T> = Extract<Parsed<T>, { ok: false }>;

/** The blocks of COPY of a file; rejects go to the log. Throws SourceError on a wrong header. */
export async function* throughBytes<T>(
  file: ReadFile,
  reading: ByteReading<T>,
  log: RejectLog,
): AsyncGenerator<Buffer, void> {
  const lines = new FileLines(file, reading);
  for await (const bytes of readWholeLines(file.source.path)) {
    file.onRead(bytes.length);
    for (const reject of lines.write(bytes)) {
      reading.onReject?.(reject);
      await log.reject(file.report, reject);
    }
    if (lines.out.length >= BLOCK) yield lines.out.take();
  }
  if (lines.out.length > 0) yield lines.out.take();
}

/** Bytes of a block, at least: of a chunk of a file the line at its start is a piece of its own. */
const BLOCK = 64 * 1024;

/** The lines of a file, a piece after the other. */
class FileLines<T> {
  readonly out = new CopyBytes();
  private opened: Opened<T> | null = null;
  private cells = new LineCells(1);
  private number = 0;

  constructor(
    private readonly file: ReadFile,
    private readonly reading: ByteReading<T>,
  ) {}

  /** Writes the rows of a piece of the file, and gives its rejects. */
  write(bytes: Buffer): Reject<T>[] {
    const rejects: Reject<T>[] = [];
    const { report } = this.file;
    let written = 0;
    for (let from = 0; from < bytes.length; from = this.cells.next) {
      this.number += 1;
      const isPlain = this.cells.read(bytes, from);
      if (this.opened === null) this.opened = this.open();
      else if (
        isPlain &&
        this.cells.fits(this.opened.columns) &&
        this.opened.write(this.cells, this.number, this.out)
      ) {
        written += 1;
      } else this.parse(this.opened, rejects);
    }
    report.rowsRead += written;
    report.rowsAccepted += written;
    return rejects;
  }

  private open(): Opened<T> {
    const header = this.line();
    const opened = namingTheFile(this.file.report.file, () => this.reading.open(header));
    const { next } = this.cells;
    // many lines have a separator after their last cell
    this.cells = new LineCells(opened.columns.width + 1);
    this.cells.next = next;
    return opened;
  }

  private parse({ parse }: Opened<T>, rejects: Reject<T>[]): void {
    const { report } = this.file;
    for (const parsed of parse([this.line()])) {
      report.rowsRead += 1;
      if (!parsed.ok) rejects.push(parsed);
      else {
        report.rowsAccepted += 1;
        this.out.line(copyLine(this.reading.cellsOf(parsed.row, parsed.line)));
      }
    }
  }

  /** The line at which the cells are. */
  private line(): Line {
    const { bytes, start, end } = this.cells;
    return { number: this.number, text: decode(bytes.subarray(start, end), this.file.report.encoding) };
  }
}
