import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Dataset, DatasetCell, DatasetRow, Field } from './dataset.js';
import type { Encoding } from './encoding.js';

/** Rows that are held in memory before they are written; the last group has fewer. */
const ROW_GROUP = 10_000;

const TYPES: Readonly<Record<Field['type'], Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  year: { type: 'INT32' },
};

/** A table as Apache Parquet: typed columns, OPTIONAL where a cell may be empty, compressed with Snappy. */
export function parquetEncoding({ fields, primaryKey }: Dataset): Encoding {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaOf(fields), createdBy: 'pharmacovigie' });
  let waiting: DatasetRow[] = [];
  const writeGroup = (rows: readonly DatasetRow[]): void => {
    const columnData = fields.map((field, place) => ({
      name: field.name,
      // rows come in the order of the first key: of no other column would bounds let a reader leave out a group
      statistics: field.name === primaryKey[0],
      data: rows.map((row) => valueOf(field, row[place] ?? null)),
    }));
    // without a flush of the writer it is done when it returns
    void file.write({ columnData, rowGroupSize: ROW_GROUP });
  };
  return {
    begin: () => taken(writer),
    rows: (rows) => {
      waiting = waiting.concat(rows);
      const whole = waiting.length - (waiting.length % ROW_GROUP);
      if (whole > 0) writeGroup(waiting.slice(0, whole));
      waiting = waiting.slice(whole);
      return taken(writer);
    },
    end: () => {
      if (waiting.length > 0) writeGroup(waiting);
      waiting = [];
      void file.finish();
      return taken(writer);
    },
  };
}

function schemaOf(fields: readonly Field[]): SchemaElement[] {
  return [
    { name: 'root', num_children: fields.length },
    ...fields.map(({ name, type, required }) => ({
      name,
      ...TYPES[type],
      repetition_type: required ? ('REQUIRED' as const) : ('OPTIONAL' as const),
    })),
  ];
}

function valueOf({ type }: Field, cell: DatasetCell): string | number | bigint | boolean | Date | null {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(cell);
  return type === 'date' ? new Date(String(cell)) : cell;
}

/** What was written since the last time; places in the file are counted from its beginning all the same. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
