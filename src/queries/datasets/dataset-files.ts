import { createHash, type Hash } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ReadersDatabase, WritableDatabase } from '../../database/readers-database.js';
import { readSql } from '../../database/sql.js';
import { DatabaseUnavailable } from '../../database/unavailable.js';
import type { ReleaseAnswer } from '../answers.js';
import { type Dataset, datasetsOf, type Reading } from './dataset.js';
import { DatasetRowsQuery } from './dataset-rows.js';
import { DATASETS } from './datasets.js';
import type { Encoding } from './encoding.js';
import { FORMAT_NAMES, FORMATS, type FormatName, formOf } from './formats.js';

const KNOWN_FILES = readSql(import.meta.url, './known-files.sql');
const KEEP_FILES = readSql(import.meta.url, './keep-files.sql');

/** What is known of a file before it is taken. */
export interface DatasetFile {
  format: FormatName;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** A table of a release, with its files. */
export interface DatasetFiles {
  dataset: Dataset;
  rows: number;
  files: DatasetFile[];
}

/** Facts of one file, as they are kept. */
interface KeptFile extends DatasetFile {
  dataset: string;
  form: string;
  rows: number;
}

/**
 * Rows, sizes and hashes of the files of a release. They are worked out when they are first asked for, once however many
 * ask, and kept in the database: every process of the same program finds them there.
 */
@Injectable()
export class DatasetFilesQuery {
  private readonly underWay = new Map<string, Promise<DatasetFiles[]>>();

  constructor(
    private readonly readers: ReadersDatabase,
    private readonly rows: DatasetRowsQuery,
    private readonly writable: WritableDatabase,
  ) {}

  /** The tables that the release has, in the order in which they are shown. */
  async of(release: ReleaseAnswer): Promise<DatasetFiles[]> {
    const known = this.underWay.get(release.id);
    if (known !== undefined) return known;
    const answer = this.find(release);
    this.underWay.set(release.id, answer);
    try {
      return await answer;
    } finally {
      this.underWay.delete(release.id);
    }
  }

  private async find(release: ReleaseAnswer): Promise<DatasetFiles[]> {
    const datasets = datasetsOf(release, DATASETS);
    const kept = await this.kept(release.id);
    const missing = datasets.filter((dataset) => filesOf(dataset, kept) === null);
    const made = missing.length === 0 ? [] : await this.make(release.id, missing);
    if (made.length > 0) await this.keep(release.id, made);
    return datasets.flatMap((dataset) => filesOf(dataset, made) ?? filesOf(dataset, kept) ?? []);
  }

  private kept(releaseId: string): Promise<KeptFile[]> {
    return this.readers.query<KeptFile[]>(KNOWN_FILES, [releaseId]);
  }

  private async keep(releaseId: string, made: readonly KeptFile[]): Promise<void> {
    try {
      await this.writable.query(KEEP_FILES, [releaseId, JSON.stringify(made)]);
    } catch (error) {
      // the answer is known all the same: the next one who asks works it out again
      if (!(error instanceof DatabaseUnavailable)) throw error;
    }
  }

  /** Tables of one reading are made in one pass: the documents of figures are read once for all that is in them. */
  private async make(releaseId: string, datasets: readonly Dataset[]): Promise<KeptFile[]> {
    const made: KeptFile[] = [];
    for (const [reading, together] of byReading(datasets)) {
      const tables = together.map((dataset) => new MeasuredTable(dataset));
      for await (const records of this.rows.records(releaseId, reading))
        for (const table of tables) {
          table.add(records);
          // whoever asks for a page meanwhile waits for the block of one table, not of all
          await othersFirst();
        }
      made.push(...tables.flatMap((table) => table.end()));
    }
    return made;
  }
}

function byReading(datasets: readonly Dataset[]): Map<Reading, Dataset[]> {
  const together = new Map<Reading, Dataset[]>();
  for (const dataset of datasets) together.set(dataset.reading, [...(together.get(dataset.reading) ?? []), dataset]);
  return together;
}

/** The files of a table among those that are known; null when one is missing, or was made in another way. */
function filesOf(dataset: Dataset, known: readonly KeptFile[]): DatasetFiles | null {
  const form = formOf(dataset);
  const own = known.filter((file) => file.dataset === dataset.name && file.form === form);
  const files = FORMAT_NAMES.flatMap((name) => own.filter(({ format }) => format === name));
  const [first] = files;
  if (first === undefined || files.length < FORMAT_NAMES.length) return null;
  return {
    dataset,
    rows: first.rows,
    files: files.map(({ format, bytes, sha256 }) => ({ format, bytes, sha256 })),
  };
}

/** A table of which the files are made to be measured, and not kept. */
class MeasuredTable {
  private readonly files: readonly MeasuredFile[];
  private rows = 0;

  constructor(private readonly dataset: Dataset) {
    this.files = FORMAT_NAMES.map((format) => new MeasuredFile(format, FORMATS[format].encoding(dataset)));
  }

  add(records: readonly unknown[]): void {
    const rows = records.flatMap(this.dataset.rowsOf);
    this.rows += rows.length;
    for (const file of this.files) file.take(file.encoding.rows(rows));
  }

  end(): KeptFile[] {
    const { name } = this.dataset;
    const form = formOf(this.dataset);
    return this.files.map((file) => ({ dataset: name, form, rows: this.rows, ...file.end() }));
  }
}

class MeasuredFile {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;

  constructor(
    private readonly format: FormatName,
    readonly encoding: Encoding,
  ) {
    this.take(encoding.begin());
  }

  take(part: string | Uint8Array): void {
    this.hash.update(part);
    this.bytes += Buffer.byteLength(part);
  }

  end(): DatasetFile {
    this.take(this.encoding.end());
    return { format: this.format, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
