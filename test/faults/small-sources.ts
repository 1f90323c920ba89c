import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from '../../src/demo/generate.js';

/** Column of the CIS in the files of the medicines that have one, by the start of their names. */
const CIS_COLUMN: Readonly<Record<string, number>> = { CIS_GENER: 2, CIS: 0 };
const ENOUGH_OF_A_FILE = 3;

/**
 * Writes two folders with all the sources, about the same few medicines but for one, of which the second knows nothing.
 * A run takes a fraction of what one of the whole catalogue takes, and the figures of the two differ.
 */
export async function writeTwoSets(first: string, second: string): Promise<void> {
  const options = { cases: 600, years: [2020, 2021] as [number, number] };
  await generate({ out: first, seed: 1, bdpm: null, ...options });
  const tables = await readTables(join(first, 'bdpm'));
  const all = new Set(tables.find(({ name }) => name === 'CIS_bdpm.txt')?.rows.map(({ cis }) => cis));
  // some of every file, for none may be empty
  const few = tables.flatMap(({ rows }) => {
    return [...new Set(rows.map(({ cis }) => cis))].filter((cis) => all.has(cis)).slice(0, ENOUGH_OF_A_FILE);
  });
  await keep(join(first, 'bdpm'), new Set(few));
  await generate({ out: second, seed: 2, bdpm: join(first, 'bdpm'), ...options });
  await keep(join(second, 'bdpm'), new Set([...new Set(few)].slice(0, -1)));
  await cp(join(first, 'atc'), join(second, 'atc'), { recursive: true });
}

interface Table {
  name: string;
  rows: { cis: string; text: string }[];
}

async function readTables(folder: string): Promise<Table[]> {
  const tables: Table[] = [];
  for (const name of await readdir(folder)) {
    const column = Object.entries(CIS_COLUMN).find(([start]) => name.startsWith(start))?.[1];
    if (column === undefined) continue;
    const rows = (await readFile(join(folder, name), 'latin1')).split(/\r?\n/).filter((text) => text !== '');
    tables.push({ name, rows: rows.map((text) => ({ cis: text.split('\t')[column] ?? '', text })) });
  }
  return tables;
}

async function keep(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const { name, rows } of await readTables(folder)) {
    const lines = rows.filter(({ cis }) => kept.has(cis)).map(({ text }) => `${text}\n`);
    await writeFile(join(folder, name), lines.join(''), 'latin1');
  }
}
