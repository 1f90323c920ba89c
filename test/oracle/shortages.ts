import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { medicationErrorsParser } from '../../src/sources/medication-errors/medication-errors.js';
import type { MedicationErrorRow } from '../../src/sources/medication-errors/rows.js';
import type { Line, RowParser } from '../../src/sources/rows.js';
import type { ShortageRow } from '../../src/sources/ruptures/rows.js';
import { shortagesParser } from '../../src/sources/ruptures/shortages.js';
import { groupBy } from './group-by.js';
import { byCodePoint, normalised } from './names.js';
import type { Folder } from './read-folder.js';

/** A row of a CSV file whose quoted cells may hold line breaks. */
interface Read<T> {
  row: T;
  text: string;
}

/** Every usable row of the CSV files of a source, in no order; only the parsers of single rows are the service's own. */
async function readCsvFolder<T>(directory: string, parser: (header: Line) => RowParser<T>): Promise<Read<T>[]> {
  if (!existsSync(directory)) return [];
  const rows: Read<T>[] = [];
  for (const file of await readdir(directory)) {
    const bytes = await readFile(join(directory, file));
    const [header = '', ...records] = recordsOf(textOf(file.endsWith('.gz') ? gunzipSync(bytes) : bytes));
    const parse = parser({ number: 1, text: header });
    for (const text of records) {
      for (const parsed of parse([{ number: 1, text }])) if (parsed.ok) rows.push({ row: parsed.row, text });
    }
  }
  return rows;
}

/** Character by character: a line break inside a cell that starts with a quote ends no record. */
function recordsOf(text: string): string[] {
  const records: string[] = [];
  let record = '';
  let [cellStarts, isQuoted, isOpen] = [true, false, false];
  for (const character of text.replaceAll('\r\n', '\n')) {
    if (character === '"' && cellStarts) [isQuoted, isOpen] = [true, true];
    // a doubled quote closes and opens again
    else if (character === '"' && isQuoted) isOpen = !isOpen;
    const ends = !isOpen && (character === ';' || character === '\n');
    if (ends) isQuoted = false;
    cellStarts = ends;
    if (ends && character === '\n') {
      records.push(record);
      record = '';
    } else record += character;
  }
  return [...records, record].filter((each) => each !== '');
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'windows-1252');
  }
}

/** > The same number twice with the same name is a `duplicate`; with another name it is another medicine. */
export async function shortagesOf(directory: string, folder: Folder): Promise<ShortageRow[]> {
  const find = finderOf(folder);
  const read = await readCsvFolder(join(directory, 'ruptures'), shortagesParser);
  const groups = new Map<string, Read<ShortageRow>[]>();
  for (const each of read) {
    const key = JSON.stringify([each.row.number, normalised(each.row.name)]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    const closed = group.filter(({ row }) => !row.open);
    const [first] = (closed.length > 0 ? closed : group).sort((a, b) => byCodePoint(a.text, b.text));
    if (first === undefined) throw new Error('a group has a row');
    return { ...first.row, cis: find(first.row) };
  });
}

export async function medicationErrorsOf(
  directory: string,
  folder: Folder,
): Promise<(MedicationErrorRow & { cis: string | null })[]> {
  const find = finderOf(folder);
  const read = await readCsvFolder(join(directory, 'erreurs-medicamenteuses'), medicationErrorsParser);
  return read.map(({ row }) => ({ ...row, cis: row.denomination === null ? null : find({ name: row.denomination }) }));
}

/** Finds the speciality that a row is about, or null. */
function finderOf({
  specialities,
  presentations,
}: Folder): (row: Partial<ShortageRow> & { name: string }) => string | null {
  const all = specialities.accepted.map(({ row }) => row);
  const packs = presentations.accepted.map(({ row }) => row);
  const byCis = groupBy(all, ({ cis }) => cis);
  const byCip = groupBy([...packs, ...packs.map((pack) => ({ ...pack, cip13: pack.cip7 }))], ({ cip13 }) => cip13);
  const byName = groupBy(all, ({ denomination }) => normalised(denomination));
  const byBrand = groupBy(all, ({ denomination }) => brandOf(denomination));
  const only = (rows: readonly { cis: string }[] = []): string | null => {
    const found = [...new Set(rows.map(({ cis }) => cis))];
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  // > The speciality is found by CIS, CIP, else by name as in counting.md
  return ({ cis, cip, name }) =>
    only(byCis.get(cis ?? '')) ??
    only(byCip.get(cip ?? '')) ??
    // > the first dictionary that has the name decides
    only(byName.get(normalised(name)) ?? byBrand.get(normalised(name)));
}

/** > the denomination before its first comma, then its words before the first one that holds a digit */
function brandOf(denomination: string): string {
  const words = (normalised(denomination).split(',')[0] ?? '').trim().split(' ');
  const digit = words.findIndex((word) => /[0-9]/.test(word));
  return words.slice(0, digit < 0 ? words.length : digit).join(' ');
}
