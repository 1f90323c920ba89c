import type { ConsumersRow } from '../../src/sources/open-medic/rows.js';
import { AGE_GROUPS, SEXES, type Exposure, type ExposureLevel } from '../../src/statistics/figures.js';
import { percentOf } from './rounding.js';

/** > Levels, on the annual average: substances < 3,000 very low, < 20,000 low, < 100,000 moderate, < 600,000 high */
export const SUBSTANCE_LEVELS = [3_000, 20_000, 100_000, 600_000];
/** > specialities < 200, < 2,000, < 9,000, < 40,000 */
export const SPECIALITY_LEVELS = [200, 2_000, 9_000, 40_000];

/** The exposure these rows (of one substance or speciality) make; null without any. Source: counting.md, Exposure. */
export function exposureOf(rows: ConsumersRow[], loadedYears: number[], levels: number[]): Exposure | null {
  if (rows.length === 0) return null;
  const consumers = sum(rows);
  const years = [...new Set(loadedYears)].sort((a, b) => a - b);
  const yearsWithRow = years.filter((year) => rows.some((row) => row.year === year));
  // > Annual average = sum ÷ number of loaded years in which it has a row, rounded
  const annualAverage = Math.round(consumers / yearsWithRow.length);
  const share = (key: string, part: ConsumersRow[]): Exposure['bySex'][number] => ({
    key,
    consumers: sum(part),
    percent: percentOf(sum(part), consumers),
  });
  return {
    period: { from: Math.min(...years), to: Math.max(...years) },
    consumers,
    annualAverage,
    level: levelOf(annualAverage, levels),
    bySex: SEXES.map((sex) =>
      share(
        sex,
        rows.filter((row) => row.sex === sex),
      ),
    ),
    byAgeGroup: AGE_GROUPS.map((ageGroup) =>
      share(
        ageGroup,
        rows.filter((row) => row.ageGroup === ageGroup),
      ),
    ),
    byYear: years.map((year) => ({ key: String(year), consumers: sum(rows.filter((row) => row.year === year)) })),
  };
}

export function sum(rows: ConsumersRow[]): number {
  return rows.reduce((total, row) => total + row.consumers, 0);
}

function levelOf(annualAverage: number, levels: number[]): ExposureLevel {
  const names: ExposureLevel[] = ['very_low', 'low', 'moderate', 'high'];
  return names.find((_, index) => annualAverage < (levels[index] ?? 0)) ?? 'very_high';
}
