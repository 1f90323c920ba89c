import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecords } from '../csv-records.js';
import { inspect } from '../inspect.js';
import { readLines } from '../lines.js';
import type { Parsed, RowParser } from '../rows.js';
import type { ShortageRow } from './rows.js';
import { shortagesParser } from './shortages.js';

const DATA = join(import.meta.dirname, '../../../../shared/data/ruptures');
const FILE = { name: 'ruptures-2014-2020', path: join(DATA, 'ruptures-2014-2020.csv.gz') };

const YEARS = { 2014: 438, 2015: 395, 2016: 436, 2017: 541, 2018: 877, 2019: 1499, 2020: 2194 };
const WITHOUT_ATC = 36;
const WITHOUT_CAUSE = 85;
const CAUSES = {
  capacity: 1001,
  control_delay: 117,
  demand: 1054,
  end_of_manufacture: 45,
  end_of_marketing: 38,
  epidemic: 232,
  event: 31,
  investigation: 10,
  labelling: 59,
  manufacturing_practice: 137,
  materials: 1177,
  non_compliant_analysis: 261,
  other: 344,
  other_shortage: 39,
  production_delay: 161,
  production_incident: 772,
  quality_defect: 261,
  recall: 28,
  regulatory: 281,
  serialisation: 39,
  site_transfer: 137,
  supply_delay: 172,
  transport: 128,
};

async function readAll(): Promise<Parsed<ShortageRow>[]> {
  const { encoding } = await inspect(FILE);
  const parsed: Parsed<ShortageRow>[] = [];
  let parser: RowParser<ShortageRow> | null = null;
  for await (const block of csvRecords(readLines(FILE.path, encoding))) {
    const [header, ...rest] = block;
    const lines = parser === null ? rest : block;
    if (parser === null && header !== undefined) parser = shortagesParser(header);
    if (parser !== null) parsed.push(...parser(lines));
  }
  return parsed;
}

function tally(keys: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const describeReal = existsSync(DATA) ? describe : describe.skip;

describeReal('the real history of shortages (skipped where ../shared/data/ruptures is absent)', () => {
  let parsed: Parsed<ShortageRow>[];
  let rows: ShortageRow[];
  beforeAll(async () => {
    parsed = await readAll();
    rows = parsed.flatMap((item) => (item.ok ? [item.row] : []));
  });

  it('goes in whole: only three rows, which name no medicine, are rejected', () => {
    expect(parsed).toHaveLength(6383);
    expect(parsed.filter((item) => !item.ok)).toEqual([
      { ok: false, line: 6318, reason: 'unknown_value', text: '20RS1937;En cours;;;;;;;;;' },
      { ok: false, line: 6426, reason: 'unknown_value', text: '20RS2045;En cours;;;;;;;;;' },
      { ok: false, line: 6501, reason: 'unknown_value', text: '20RS2120;En cours;;;;;;;;;' },
    ]);
  });

  it('says state, classification and year of every other', () => {
    expect(tally(rows.map(({ open }) => String(open)))).toEqual({ false: 4965, true: 1415 });
    expect(tally(rows.map(({ classification }) => String(classification)))).toEqual({
      shortage: 4135,
      risk: 2139,
      end_of_marketing: 20,
      other: 2,
      null: 84,
    });
    expect(tally(rows.map(({ year }) => String(year)))).toEqual(YEARS);
  });

  it('has an ATC code for all but a few, which write none', () => {
    expect(rows.filter(({ atc }) => atc === null)).toHaveLength(WITHOUT_ATC);
  });

  it('leaves under 10 % of the rows to other causes', () => {
    expect(tally(rows.flatMap(({ causes }) => causes))).toEqual(CAUSES);
    expect(rows.filter(({ causes }) => causes.length === 0)).toHaveLength(WITHOUT_CAUSE);
    expect((CAUSES.other / rows.length) * 100).toBeLessThan(10);
  });
});
