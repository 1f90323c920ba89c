import type { ReleaseAnswer } from '../answers.js';

type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year';

/** One column of a dataset, as its Table Schema says. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** In French. */
  readonly description: string;
  /** Whether a cell of it is never empty. */
  readonly required: boolean;
}

/** A date is `yyyy-mm-dd`; null where there is nothing, or where what there is, is hidden. */
export type DatasetCell = string | number | boolean | null;
export type DatasetRow = readonly DatasetCell[];

/** What rows are made of: records of the database, asked for by the codes of a few units at a time. */
export interface Reading {
  /** The codes of a release, in order: `$1` release; one column, `unit`. */
  readonly units: string;
  readonly unitsAtOnce: number;
  /** The records of some units: `$1` release, `$2` codes. */
  readonly records: string;
}

/** A whole table of a release for those who reuse the data; it holds what the pages show and nothing else. */
export interface Dataset {
  readonly name: string;
  /** In French. */
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  /** Columns that are the key of another table. */
  readonly foreignKeys: readonly ForeignKey[];
  /** The sources without which a release knows nothing of it. */
  readonly needs: readonly Source[];
  readonly reading: Reading;
  /** The rows of one record of the reading, a cell for each field. */
  readonly rowsOf: (record: unknown) => DatasetRow[];
}

export interface ForeignKey {
  readonly field: string;
  readonly dataset: string;
  readonly references: string;
}

type Source = 'bdpm' | 'bnpv' | 'open-medic' | 'ruptures' | 'erreurs-medicamenteuses';

/** A column that is never empty. */
export function required(name: string, type: FieldType, description: string): Field {
  return { name, type, description, required: true };
}

/** A column that may be empty. */
export function optional(name: string, type: FieldType, description: string): Field {
  return { name, type, description, required: false };
}

/** How rows are made of the records of a reading, whose type is that of its SQL: nothing checks it but the tests. */
export function made(reading: Reading, rowsOf: (record: never) => DatasetRow[]): Pick<Dataset, 'reading' | 'rowsOf'> {
  return { reading, rowsOf: rowsOf as Dataset['rowsOf'] };
}

/** Those of the datasets that a release has: of the others it knows nothing, which is not « none ». */
export function datasetsOf(release: Pick<ReleaseAnswer, 'sources'>, all: readonly Dataset[]): Dataset[] {
  const sources = new Set(release.sources.map(({ source }) => source));
  return all.filter(({ needs }) => needs.every((source) => sources.has(source)));
}
