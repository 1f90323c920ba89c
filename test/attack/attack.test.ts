import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attack, type Ask } from '../../src/attack/attack.js';
import { POPULATIONS } from '../../src/statistics/figures.js';
import type { Database } from '../../src/database/database.js';
import { type Expected, oracle } from '../oracle/oracle.js';
import { startTestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestFolder } from '../support/ingest-generated.js';
import { writeHardSources } from './hard-releases.js';

/** ALL_SETS=1: more of them. Of two that follow each other, the years that both sources cover are others. */
const SEEDS = Array.from({ length: process.env['ALL_SETS'] === '1' ? 22 : 8 }, (_, i) => i + 1);
const CURRENT = { release: 'current', deep: false, progress: () => undefined };

describe('a release withstands the attack', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.close();
  });

  it.each(SEEDS)('of figures that are hard to hide, seed %d', async (seed) => {
    const directory = await writeHardSources(seed);
    await ingestFolder(database, directory);
    await rm(directory, { recursive: true });
    const app = await startTestApp(database, { rateLimit: 1_000_000 });
    try {
      const { findings, subjects, hidden } = await attack((address) => fetch(app.url + address), CURRENT);
      expect(findings).toEqual([]);
      expect({ subjects, isHard: hidden > 1000 }).toEqual({ subjects: 23, isHard: true });
    } finally {
      await app.close();
    }
  });
});

describe('the attack', () => {
  let real: Expected;
  let primary: Expected;
  beforeAll(async () => {
    const directory = await writeHardSources(1);
    real = await oracle(directory, { minCell: 0 });
    primary = await oracle(directory);
    await rm(directory, { recursive: true });
  });

  it('catches a release with primary hiding only', async () => {
    const { findings } = await attack(answering(primary), CURRENT);
    expect(findings.length).toBeGreaterThan(300);
    expect([...new Set(findings.map(({ block }) => block))].sort()).toEqual([
      ...['byAgeGroup', 'byOrganClass', 'byReporter', 'bySeriousness', 'bySeriousnessCriterion', 'bySex'],
      ...['bySexAndAgeGroup', 'byYear', 'highLevelTerms', 'other years', 'years of the rate'],
    ]);
  });

  it('finds nothing but the truth', async () => {
    const { findings } = await attack(answering(primary), CURRENT);
    const judged = findings.flatMap((finding) => {
      const count = realCount(real, finding);
      return count === undefined || count === null ? [] : [{ ...finding, count }];
    });
    expect(judged.length).toBeGreaterThan(300);
    expect(judged.filter(({ min, max, count }) => !(count >= (min ?? NaN) && count <= (max ?? NaN)))).toEqual([]);
  });
});

/** The count that stands, when nothing is hidden, where something was found; undefined where no table has it. */
function realCount(
  { substances }: Expected,
  { subject, population, block, key }: { subject: string; population: string; block: string; key: string },
): number | null | undefined {
  const figures = substances.find(({ code, name }) => `${code} ${name}` === subject)?.adverseReactions;
  const own = POPULATIONS.find((each) => each === population);
  const answer = own && figures?.[own];
  if (answer === undefined) return undefined;
  if (block === 'cases') return answer.cases.count;
  if (block === 'highLevelTerms') {
    const [organClass, term] = key.split('/');
    const row = answer.byOrganClass.find((each) => each.key === organClass);
    return row?.highLevelTerms.find((each) => each.key === term)?.count;
  }
  if (block === 'bySexAndAgeGroup')
    return answer.bySexAndAgeGroup?.find(({ sex, ageGroup }) => `${sex}/${ageGroup}` === key)?.count;
  const tables: Record<string, readonly { key: string; count: number | null }[] | undefined> = { ...answer } as never;
  return tables[block]?.find((each) => each.key === key)?.count;
}

/** The public interface over what the oracle counts, without a database. */
function answering({ substances, declarations, periods }: Expected): Ask {
  const data = (address: URL): unknown => {
    if (address.pathname === '/api/v1/releases/current') return { id: '1', declarations, periods };
    if (address.pathname === '/api/v1/substances') return substances;
    const substance = substances.find(({ code }) => address.pathname === `/api/v1/substances/${code}`);
    const population = POPULATIONS.find((each) => each === address.searchParams.get('population'));
    if (substance === undefined || population === undefined) return undefined;
    return { ...substance, adverseReactions: substance.adverseReactions?.[population] ?? null };
  };
  return (address) => {
    const found = data(new URL(address, 'http://localhost'));
    return Promise.resolve(found === undefined ? new Response(null, { status: 404 }) : Response.json({ data: found }));
  };
}
