import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseComposition } from '../sources/bdpm/composition.js';
import { parsePresentations } from '../sources/bdpm/presentations.js';
import { parseSpecialities } from '../sources/bdpm/specialities.js';
import { inspect } from '../sources/inspect.js';
import { readLines } from '../sources/lines.js';
import type { RowParser } from '../sources/rows.js';
import { SourceError } from '../sources/source-error.js';
import type { ReferenceRows } from './catalogue.js';

/**
 * Copies the reference files of `folder` (or of its `bdpm`), gzipped or not, as they are, and reads the three required
 * ones. Rejected rows are passed over: reporting them is the business of ingestion. Throws SourceError when one lacks.
 */
export async function copyReferenceFiles(folder: string, to: string): Promise<ReferenceRows> {
  const from = await referenceFolder(folder);
  const names = (await readdir(from)).filter((name) => /\.txt(\.gz)?$/i.test(name)).sort();
  const find = (table: string): string => {
    const found = names.find((name) => new RegExp(`^${table}\\.txt(\\.gz)?$`, 'i').test(name));
    if (found === undefined) throw new SourceError(`${from} has no ${table}.txt or ${table}.txt.gz: put it there`);
    return join(from, found);
  };
  const [specialities, presentations, composition] = [find('CIS_bdpm'), find('CIS_CIP_bdpm'), find('CIS_COMPO_bdpm')];
  // not copyFile: a read-only original would give a read-only copy
  for (const name of names) await writeFile(join(to, name), await readFile(join(from, name)));
  return {
    specialities: await rows(specialities, parseSpecialities),
    presentations: await rows(presentations, parsePresentations),
    composition: await rows(composition, parseComposition),
  };
}

async function referenceFolder(folder: string): Promise<string> {
  const inside = join(folder, 'bdpm');
  const found = await stat(inside).catch(() => null);
  return found?.isDirectory() === true ? inside : folder;
}

async function rows<T>(path: string, parse: RowParser<T>): Promise<T[]> {
  const { encoding } = await inspect({ path, name: path });
  const result: T[] = [];
  for await (const lines of readLines(path, encoding)) {
    for (const parsed of parse(lines)) if (parsed.ok) result.push(parsed.row);
  }
  return result;
}
