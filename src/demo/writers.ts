import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import iconv from 'iconv-lite';

export interface FileFormat {
  encoding: 'utf-8' | 'windows-1252';
  /** Byte order mark before the first line; UTF-8 only. */
  bom?: boolean;
  eol: '\n' | '\r\n';
  gzip?: boolean;
  /** The last line ends where the file ends, as one real file does. */
  openEnd?: boolean;
}

/** Characters kept back before they are written: big enough for few system calls, small enough to keep memory flat. */
const CHUNK = 1 << 17;

/**
 * A text file written line by line. `add` only keeps the line; the caller calls `flush` when `full`, and waits for it:
 * that is where a slow disk slows the generator down. Gzip headers carry no time, so the same lines give the same bytes.
 */
export class LineFile {
  private readonly file: WriteStream;
  private readonly head: WriteStream | Gzip;
  private readonly done: Promise<void>;
  private pending: string;
  private empty = true;

  constructor(
    path: string,
    private readonly format: FileFormat,
  ) {
    this.file = createWriteStream(path);
    if (format.gzip === true) {
      const gzip = createGzip();
      this.head = gzip;
      this.done = pipeline(gzip, this.file);
    } else {
      this.head = this.file;
      this.done = finished(this.file);
    }
    // told at the latest by close(); until then it must not bring the process down as unhandled
    this.done.catch(() => undefined);
    this.pending = format.bom === true ? '\ufeff' : '';
  }

  get full(): boolean {
    return this.pending.length >= CHUNK;
  }

  add(line: string): void {
    this.pending += this.empty ? line : this.format.eol + line;
    this.empty = false;
  }

  async flush(): Promise<void> {
    const bytes =
      this.format.encoding === 'utf-8' ? Buffer.from(this.pending) : iconv.encode(this.pending, 'windows-1252');
    this.pending = '';
    if (bytes.length > 0 && !this.head.write(bytes)) await Promise.race([once(this.head, 'drain'), this.done]);
  }

  async close(): Promise<void> {
    if (!this.empty && this.format.openEnd !== true) this.pending += this.format.eol;
    await this.flush();
    this.head.end();
    await this.done;
  }
}

/** Writes all the lines, in order. */
export async function writeLines(path: string, format: FileFormat, lines: Iterable<string>): Promise<void> {
  const file = new LineFile(path, format);
  for (const line of lines) {
    file.add(line);
    if (file.full) await file.flush();
  }
  await file.close();
}

/** One cell of a semicolon file: quoted where it must be; a `"` inside an unquoted cell stays as it is. */
export function cell(text: string): string {
  return text.includes(';') || text.startsWith('"') ? quoted(text) : text;
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
