import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { discover } from '../discover.js';
import { inspect } from '../inspect.js';
import { readLines } from '../lines.js';
import type { RowParser } from '../rows.js';
import { parseComposition } from './composition.js';
import { parsePresentations } from './presentations.js';
import { parseSpecialities } from './specialities.js';

const DATA = join(import.meta.dirname, '../../../../shared/data/bdpm');

interface Summary {
  encoding: string;
  rows: number;
  rejected: Record<string, number>;
  /** Accepted rows whose speciality is not in CIS_bdpm. */
  orphans: number;
}

async function summarise<T extends { cis: string }>(
  file: { path: string; name: string },
  parse: RowParser<T>,
  seen: (cis: string) => boolean,
): Promise<Summary> {
  const { encoding } = await inspect(file);
  const summary: Summary = { encoding, rows: 0, rejected: {}, orphans: 0 };
  for await (const block of readLines(file.path, encoding)) {
    for (const item of parse(block)) {
      if (!item.ok) summary.rejected[item.reason] = (summary.rejected[item.reason] ?? 0) + 1;
      else {
        summary.rows += 1;
        if (!seen(item.row.cis)) summary.orphans += 1;
      }
    }
  }
  return summary;
}

async function readSet(set: string): Promise<Summary[]> {
  const [specialities, presentations, composition] = SET_FILES.map((name) => ({
    name,
    path: join(DATA, set, `${name}.txt.gz`),
  })) as [{ path: string; name: string }, { path: string; name: string }, { path: string; name: string }];
  const known = new Set<string>();
  return [
    await summarise(specialities, parseSpecialities, (cis) => known.add(cis).has(cis)),
    await summarise(presentations, parsePresentations, (cis) => known.has(cis)),
    await summarise(composition, parseComposition, (cis) => known.has(cis)),
  ];
}

const SET_FILES = ['CIS_bdpm', 'CIS_CIP_bdpm', 'CIS_COMPO_bdpm'];
const describeReal = existsSync(DATA) ? describe : describe.skip;

describeReal('the real BDPM files (skipped where ../shared/data/bdpm is absent)', () => {
  it('reads the set of June 2022 whole', async () => {
    expect(await readSet('2022-06')).toEqual([
      { encoding: 'windows-1252', rows: 15_676, rejected: {}, orphans: 0 },
      { encoding: 'windows-1252', rows: 20_747, rejected: {}, orphans: 8 },
      { encoding: 'windows-1252', rows: 32_337, rejected: { wrong_column_count: 3 }, orphans: 0 },
    ]);
  });

  it('reads the set of May 2026 whole', async () => {
    expect(await readSet('2026-05')).toEqual([
      { encoding: 'windows-1252', rows: 15_848, rejected: {}, orphans: 0 },
      { encoding: 'utf-8', rows: 20_903, rejected: {}, orphans: 4 },
      { encoding: 'windows-1252', rows: 32_389, rejected: {}, orphans: 0 },
    ]);
  });

  it('takes no folder of sets for a source folder', async () => {
    await expect(discover(DATA)).rejects.toThrow('bdpm/CIS_bdpm.txt is missing');
  });
});
