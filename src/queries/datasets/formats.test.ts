import { createHash } from 'node:crypto';
import { type Dataset, type DatasetRow, optional, required } from './dataset.js';
import { FORMAT_NAMES, FORMATS, type FormatName } from './formats.js';

const TABLE: Pick<Dataset, 'fields' | 'primaryKey'> = {
  primaryKey: ['code'],
  fields: [
    required('code', 'string', ''),
    optional('name', 'string', ''),
    optional('cases', 'integer', ''),
    optional('rate', 'number', ''),
    required('suppressed', 'boolean', ''),
    optional('day', 'date', ''),
    required('year', 'year', ''),
  ],
};

const ROWS: DatasetRow[] = [
  ['00012', 'ACIDE "X", sel', 3_000_000_000, 0.1234, false, '2025-01-05', 2020],
  ['00013', '=cmd()', null, -4, true, null, 2021],
  ['00014', 'deux\r\nlignes', 0, 1e-7, false, '1969-12-31', 2021],
];

/** The file, with its rows given in blocks of a size. */
function fileOf(format: FormatName, rows: readonly DatasetRow[], atOnce: number): Buffer {
  const encoding = FORMATS[format].encoding(TABLE as Dataset);
  const parts = [encoding.begin()];
  for (let first = 0; first < rows.length; first += atOnce)
    parts.push(encoding.rows(rows.slice(first, first + atOnce)));
  parts.push(encoding.end());
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

describe('the formats of whole tables', () => {
  it('keep texts as they are in CSV, but for formulas', () => {
    expect(fileOf('csv', ROWS, 2).toString()).toBe(
      [
        'code,name,cases,rate,suppressed,day,year',
        '00012,"ACIDE ""X"", sel",3000000000,0.1234,false,2025-01-05,2020',
        "00013,'=cmd(),,-4,true,,2021",
        '00014,"deux\r\nlignes",0,1e-7,false,1969-12-31,2021',
        '',
      ].join('\r\n'),
    );
  });

  it('name every column in every line of NDJSON', () => {
    const lines = fileOf('ndjson', ROWS, 2).toString().split('\n');
    expect(lines[1]).toBe(
      '{"code":"00013","name":"=cmd()","cases":null,"rate":-4,"suppressed":true,"day":null,"year":2021}',
    );
    expect(lines).toHaveLength(4);
  });

  it.each(FORMAT_NAMES)('make the same %s wherever the blocks end', (format) => {
    const many = Array.from({ length: 12_000 }, (_, i): DatasetRow => [
      String(i),
      null,
      i,
      i / 3,
      i % 2 === 0,
      null,
      i,
    ]);
    const [first, second] = [fileOf(format, many, 1_000), fileOf(format, many, 11_999)];
    expect(first.equals(second)).toBe(true);
  });

  // other bytes than these: raise MADE in formats.ts, or what is kept of files would be about other files
  it('make these bytes', () => {
    const sums = FORMAT_NAMES.map((format) =>
      createHash('sha256')
        .update(fileOf(format, ROWS, 3))
        .digest('hex'),
    );
    expect(sums).toEqual([
      '27a6ab64ffb677fe70ee078d612f02bc4e1721dd99112d97c89a5a0a9840d932',
      '3e93a29f4e62160556bcb33a80bbe3072ea005fc22bab107996a4dd08a7e7533',
      '1d84be607def770f5528e0a4d3c08c063998126eeb860ae1243ba8b800b7ac6e',
    ]);
  });
});
