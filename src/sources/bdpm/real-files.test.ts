import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { discover } from '../discover.js';
import { inspect } from '../inspect.js';
import { readLines } from '../lines.js';
import type { RowParser } from '../rows.js';
import { parseAvailability } from './availability.js';
import { parseComposition } from './composition.js';
import { parseConditions } from './conditions.js';
import { parseGenericMembers } from './generic-groups.js';
import { parseMajorInterest } from './major-interest.js';
import { parseOpinionLinks, parseOpinions } from './opinions.js';
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

async function summarise<T extends object>(
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
        if ('cis' in item.row && !seen(String(item.row.cis))) summary.orphans += 1;
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

/** The optional files of a set, by name. */
async function readOptional(set: string): Promise<Record<string, Summary>> {
  const file = (name: string): { path: string; name: string } => ({ name, path: join(DATA, set, `${name}.txt.gz`) });
  const known = new Set<string>();
  await summarise(file('CIS_bdpm'), parseSpecialities, (cis) => known.add(cis).has(cis));
  const summaries: Record<string, Summary> = {};
  for (const [name, parse] of Object.entries(OPTIONAL_FILES)) {
    if (existsSync(file(name).path)) summaries[name] = await summarise(file(name), parse, (cis) => known.has(cis));
  }
  return summaries;
}

const OPTIONAL_FILES: Record<string, RowParser<object>> = {
  CIS_GENER_bdpm: parseGenericMembers,
  CIS_CPD_bdpm: parseConditions,
  CIS_HAS_SMR_bdpm: parseOpinions,
  CIS_HAS_ASMR_bdpm: parseOpinions,
  HAS_LiensPageCT_bdpm: parseOpinionLinks,
  CIS_CIP_Dispo_Spec: parseAvailability,
  CIS_MITM: parseMajorInterest,
};
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

  it('reads the optional files of June 2022 whole', async () => {
    const encoding = 'windows-1252';
    expect(await readOptional('2022-06')).toEqual({
      CIS_GENER_bdpm: { encoding, rows: 10_007, rejected: { wrong_column_count: 2 }, orphans: 2_070 },
      CIS_CPD_bdpm: { encoding, rows: 24_767, rejected: {}, orphans: 0 },
      CIS_HAS_SMR_bdpm: { encoding, rows: 12_738, rejected: {}, orphans: 2_934 },
      CIS_HAS_ASMR_bdpm: { encoding, rows: 8_093, rejected: {}, orphans: 1_465 },
      HAS_LiensPageCT_bdpm: { encoding: 'utf-8', rows: 9_068, rejected: {}, orphans: 0 },
    });
  });

  it('reads the optional files of May 2026 whole', async () => {
    const encoding = 'windows-1252';
    expect(await readOptional('2026-05')).toEqual({
      CIS_GENER_bdpm: { encoding, rows: 10_704, rejected: {}, orphans: 2_517 },
      CIS_CPD_bdpm: { encoding, rows: 28_151, rejected: {}, orphans: 0 },
      HAS_LiensPageCT_bdpm: { encoding: 'utf-8', rows: 10_342, rejected: {}, orphans: 0 },
      CIS_CIP_Dispo_Spec: { encoding, rows: 766, rejected: {}, orphans: 12 },
      CIS_MITM: { encoding, rows: 7_711, rejected: {}, orphans: 0 },
    });
  });

  it('takes no folder of sets for a source folder', async () => {
    await expect(discover(DATA)).rejects.toThrow('bdpm/CIS_bdpm.txt is missing');
  });
});
