import { AGE_GROUPS, SEXES } from './figures.js';
import type { Exposure, ExposureLevel, Population } from './figures.js';

/** Consumers of one year, sex and age group. */
export interface ConsumersCell {
  year: number;
  sex: (typeof SEXES)[number];
  ageGroup: (typeof AGE_GROUPS)[number];
  consumers: number;
}

/** Upper bounds (excluded) of the levels of annual consumers, in the order of LEVELS. Source: counting.md, Exposure. */
export const LEVEL_BOUNDS = {
  substance: [3_000, 20_000, 100_000, 600_000],
  speciality: [200, 2_000, 9_000, 40_000],
} as const;
const LEVELS: readonly ExposureLevel[] = ['very_low', 'low', 'moderate', 'high', 'very_high'];

/** `loadedYears` ascending, all the years of Open Medic in the release. Null when there is no cell: no data is not zero. */
export function exposureOf(
  cells: readonly ConsumersCell[],
  loadedYears: readonly number[],
  of: keyof typeof LEVEL_BOUNDS,
): Exposure | null {
  const [from, to] = [loadedYears[0], loadedYears[loadedYears.length - 1]];
  if (cells.length === 0 || from === undefined || to === undefined) return null;
  const consumers = sum(cells);
  const annualAverage = Math.round(consumers / new Set(cells.map((cell) => cell.year)).size);
  const part = (key: string, has: (cell: ConsumersCell) => boolean): Exposure['bySex'][number] => {
    const n = sum(cells.filter(has));
    return { key, consumers: n, percent: percentOf(n, consumers) };
  };
  return {
    period: { from, to },
    consumers,
    annualAverage,
    level: levelOf(annualAverage, of),
    bySex: SEXES.map((sex) => part(sex, (cell) => cell.sex === sex)),
    byAgeGroup: AGE_GROUPS.map((age) => part(age, (cell) => cell.ageGroup === age)),
    byYear: loadedYears.map((year) => ({
      key: String(year),
      consumers: sum(cells.filter((cell) => cell.year === year)),
    })),
  };
}

export function levelOf(annualAverage: number, of: keyof typeof LEVEL_BOUNDS): ExposureLevel {
  const below = LEVEL_BOUNDS[of].findIndex((bound) => annualAverage < bound);
  return LEVELS[below < 0 ? LEVELS.length - 1 : below] ?? 'very_high';
}

/** Consumers restricted to a population, for the rates. */
export function inPopulation(cells: readonly ConsumersCell[], population: Population): readonly ConsumersCell[] {
  if (population === 'all') return cells;
  return cells.filter((cell) => cell.sex === population || cell.ageGroup === population);
}

export function sum(cells: readonly ConsumersCell[]): number {
  return cells.reduce((total, cell) => total + cell.consumers, 0);
}

/** Share in percent with 2 decimals, half up, on whole numbers so that no float decides a half; 0 where the whole is 0. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((20_000 * part + whole) / (2 * whole)) / 100;
}
