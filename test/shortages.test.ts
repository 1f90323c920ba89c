import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { generate } from '../src/demo/generate.js';
import type { ShortageRow } from '../src/sources/ruptures/rows.js';
import type { Row } from '../src/statistics/figures.js';
import type { MedicationErrors, MedicationErrorStatistics } from '../src/statistics/medication-errors.js';
import type { CountRow, Durations, ShortageStatistics } from '../src/statistics/shortages.js';
import { readFolder } from './oracle/read-folder.js';
import { medicationErrorFiguresOf, shortageFiguresOf } from './oracle/shortage-figures.js';
import { medicationErrorsOf, shortagesOf } from './oracle/shortages.js';
import { rejectBetweenRows } from './oracle/usable.js';
import { createTestDatabase } from './support/databases.js';
import { ingestFolder } from './support/ingest-generated.js';

const REAL = '../shared/data';

describe('a release publishes the shortages and medication errors that the oracle counts', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.close();
  });

  const rows = <T>(sql: string, releaseId: string): Promise<T[]> => database.dataSource.query<T[]>(sql, [releaseId]);

  it.each([
    { seed: 1, cases: 500, years: [2019, 2021] },
    { seed: 2, cases: 4_000, years: [2014, 2023] },
  ] as const)('for generated files, seed $seed', async ({ seed, cases, years: [from, to] }) => {
    await inFolder(async (directory) => {
      await generate({ out: directory, seed, cases, years: [from, to], bdpm: null });
      await judge(directory, await ingestFolder(database, directory));
    });
  });

  const real = existsSync(REAL) ? it : it.skip;
  real(
    `for the real history of shortages and the medicines of June 2022 (skipped where ${REAL} is absent)`,
    async () => {
      await inFolder(async (directory) => {
        await cp(join(REAL, 'bdpm', '2022-06'), join(directory, 'bdpm'), { recursive: true });
        await cp(join(REAL, 'ruptures'), join(directory, 'ruptures'), { recursive: true });
        await cp(join(REAL, 'atc'), join(directory, 'atc'), { recursive: true });
        const releaseId = await ingestFolder(database, directory);
        await judge(directory, releaseId);
        const [file] = await rows<object>(
          `SELECT rows_read, rows_accepted, rejected FROM source_file
           WHERE source = 'ruptures' AND run_id = (SELECT run_id FROM release WHERE id = $1)`,
          releaseId,
        );
        expect(file).toEqual({ rows_read: 6383, rows_accepted: 6365, rejected: { unknown_value: 3, duplicate: 15 } });
        expect((await statisticsOf(releaseId))?.otherCausePercent).toBe(5.4);
      });
    },
  );

  async function judge(directory: string, releaseId: string): Promise<void> {
    const folder = await readFolder(directory);
    rejectBetweenRows(folder);
    const shortages = await shortagesOf(directory, folder);
    const stored = await rows<ShortageRow>(STORED, releaseId);
    // the code of the speciality stands in for one that is not declared: where it comes from has its own oracle
    const atc = new Map(stored.map((row) => [`${row.number}\t${row.name}`, row.atc]));
    const completed = shortages.map((row) => ({
      ...row,
      atc: row.atc ?? atc.get(`${row.number}\t${row.name}`) ?? null,
    }));
    expect(inOrder(stored)).toEqual(inOrder(completed));
    const statistics = await statisticsOf(releaseId);
    if (statistics === null) throw new Error('there are no statistics');
    expect(bare(statistics)).toEqual(shortageFiguresOf(completed));
    await judgeErrors(directory, releaseId);
  }

  async function judgeErrors(directory: string, releaseId: string): Promise<void> {
    const folder = await readFolder(directory);
    rejectBetweenRows(folder);
    const errors = await medicationErrorsOf(directory, folder);
    const [all] = await rows<{ statistics: MedicationErrorStatistics }>(
      'SELECT statistics FROM medication_error_statistics WHERE release_id = $1',
      releaseId,
    );
    const figures = await rows<{ cis: string; figures: MedicationErrors }>(
      'SELECT cis, figures FROM medication_error_figures WHERE release_id = $1 ORDER BY cis',
      releaseId,
    );
    expect(all === undefined).toBe(errors.length === 0);
    if (all === undefined) return;
    const matched = errors.flatMap(({ cis }) => (cis === null ? [] : [cis]));
    expect(figures.map(({ cis }) => cis)).toEqual([...new Set(matched)].sort());
    expectTrue(all.statistics, medicationErrorFiguresOf(errors));
    for (const { cis, figures: own } of figures)
      expectTrue(own, medicationErrorFiguresOf(errors.filter((error) => error.cis === cis)));
    expect(all.statistics.total.count).toBe(errors.length);
  }

  async function statisticsOf(releaseId: string): Promise<ShortageStatistics | null> {
    const [row] = await rows<{ statistics: ShortageStatistics }>(
      'SELECT statistics FROM shortage_statistics WHERE release_id = $1',
      releaseId,
    );
    return row?.statistics ?? null;
  }
});

const STORED = `
  SELECT number, name, classification, open, to_char(reported_on, 'YYYY-MM-DD') AS reported,
    to_char(closed_on, 'YYYY-MM-DD') AS closed, year, cis, cip, dci, atc, therapeutic_class AS "therapeuticClass",
    laboratory, causes, measures, circuit
  FROM shortage WHERE release_id = $1`;

/** What is shown is the real number; what is hidden hides; numbers from 1 to 10 of a known key are. */
function expectTrue(figures: MedicationErrors, real: Record<string, Record<string, number>>): void {
  const total = real['total']?.['all'] ?? 0;
  expect(figures.total.suppressed || figures.total.count === total).toBe(true);
  expect(figures.total.suppressed || total >= 11).toBe(true);
  for (const [block, value] of Object.entries(figures)) {
    if (!block.startsWith('by')) continue;
    for (const { key, count, percent, suppressed } of value as Row[]) {
      const own = real[block]?.[key] ?? 0;
      if (suppressed) expect([block, key, count, percent]).toEqual([block, key, null, null]);
      else expect([block, key, count]).toEqual([block, key, own]);
      if (key !== 'unknown' && own >= 1 && own <= 10) expect([block, key, suppressed]).toEqual([block, key, true]);
      if (total <= 10) expect([block, key, suppressed]).toEqual([block, key, true]);
    }
  }
}

/** The statistics without the labels that are words and not counting. */
function bare({ durations, ...figures }: ShortageStatistics): Record<string, unknown> {
  const pairs = (list: readonly CountRow[]): [string, number][] => list.map(({ key, count }) => [key, count]);
  const whole = (list: readonly CountRow[]): unknown[] =>
    list.map(({ key, label, count, percent }) => [key, label, count, percent]);
  const length = ({ count, firstQuartile, median, thirdQuartile }: Durations): unknown[] => [
    count,
    firstQuartile,
    median,
    thirdQuartile,
  ];
  return {
    ...figures,
    byYear: pairs(figures.byYear),
    byClassification: pairs(figures.byClassification),
    byCause: Object.fromEntries(pairs(figures.byCause)),
    byAtcClass: Object.fromEntries(pairs(figures.byAtcClass)),
    byLaboratory: whole(figures.byLaboratory),
    byMeasure: whole(figures.byMeasure),
    durations: {
      all: length(durations.all),
      byYear: durations.byYear.map(length),
      byClassification: durations.byClassification.map(length),
    },
  };
}

function inOrder(shortages: readonly ShortageRow[]): ShortageRow[] {
  const key = ({ number, name }: ShortageRow): string => `${number}\t${name}`;
  return [...shortages].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function inFolder(act: (directory: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'shortages-'));
  try {
    await act(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}
