import type { Pool } from 'pg';
import type { DrugType } from '../sources/bnpv/rows.js';
import type { Step } from '../substances/matching.js';
import { matcher } from '../substances/matching.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';
import { rowsOf } from './cursor.js';
import type { Reference } from './load-reference.js';
import { withClient } from './run-log.js';

/** Drug rows of cases that count, with a role that counts, by what their names lead to. */
export interface Matching {
  drugRows: number;
  matched: Record<Step, number>;
  ambiguous: number;
  unmatched: number;
}

interface DrugName {
  name: string;
  type: DrugType;
  rows: number;
}

const NAMES = 'SELECT name, type, cardinality(cases) AS rows FROM staging.drug_name WHERE cases IS NOT NULL';
const MEANINGS = 'staging.name_substance (name, type, substance)';
const UNMATCHED = 'staging.nameless (name, type, outcome)';
const AT_ONCE = 2_000;

/** Resolves each distinct name once and stages what it leads to. Source: counting.md, From a drug's name to substances. */
export async function matchNames(pool: Pool, reference: Reference): Promise<Matching> {
  const { specialities, substances } = reference;
  const match = matcher(specialities, substances, await aliases(pool));
  const ids = new Map(substances.all.map(({ code }, id) => [code, id]));
  const matching: Matching = {
    drugRows: 0,
    matched: { speciality: 0, brand: 0, substance: 0, alias: 0 },
    ambiguous: 0,
    unmatched: 0,
  };
  const unmatched: Cell[][] = [];
  async function* meanings(names: AsyncIterable<DrugName>): AsyncIterable<Cell[]> {
    for await (const { name, type, rows } of names) {
      const result = match(name, type);
      matching.drugRows += rows;
      if (result.outcome === 'matched') {
        matching.matched[result.step] += rows;
        // an alias may name any member of a substance
        for (const id of new Set(result.codes.map((code) => ids.get(substances.ofCode(code)?.code ?? code)))) {
          if (id !== undefined) yield [name, type, id];
        }
      } else {
        matching[result.outcome] += rows;
        unmatched.push([name, type, result.outcome]);
      }
    }
  }
  await withClient(pool, (reader) =>
    withClient(pool, async (writer) => {
      await copyRows(writer, MEANINGS, meanings(rowsOf<DrugName>(reader, NAMES, AT_ONCE)));
      await copyRows(writer, UNMATCHED, unmatched);
    }),
  );
  return matching;
}

async function aliases(pool: Pool): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ name: string; codes: string[] }>('SELECT name, codes FROM alias');
  return new Map(rows.map(({ name, codes }) => [name, codes]));
}
