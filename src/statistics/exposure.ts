import { AGE_COUNT } from './cells.js';
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

/** Consumers added up by year, by sex and by age group, whatever their order. */
export class ConsumersSums {
  private readonly byYear = new Map<number, number>();
  private readonly bySex = SEXES.map(() => 0);
  private readonly byAgeGroup = AGE_GROUPS.map(() => 0);

  /** `cell` as in Cells. */
  add(year: number, cell: number, consumers: number): void {
    const [sex, age] = [Math.floor(cell / AGE_COUNT), cell % AGE_COUNT];
    this.byYear.set(year, (this.byYear.get(year) ?? 0) + consumers);
    this.bySex[sex] = (this.bySex[sex] ?? 0) + consumers;
    this.byAgeGroup[age] = (this.byAgeGroup[age] ?? 0) + consumers;
  }

  /** `loadedYears` ascending, all the years of Open Medic in the release. Null when nothing was added: no data is not zero. */
  exposure(loadedYears: readonly number[], of: keyof typeof LEVEL_BOUNDS): Exposure | null {
    const [from, to] = [loadedYears[0], loadedYears[loadedYears.length - 1]];
    if (this.byYear.size === 0 || from === undefined || to === undefined) return null;
    const consumers = this.bySex.reduce((sum, more) => sum + more, 0);
    // of the years that have any: a new medicine is not understated
    const annualAverage = Math.round(consumers / this.byYear.size);
    const part = (key: string, n = 0): Exposure['bySex'][number] => {
      return { key, consumers: n, percent: percentOf(n, consumers) };
    };
    return {
      period: { from, to },
      consumers,
      annualAverage,
      level: levelOf(annualAverage, of),
      bySex: SEXES.map((key, sex) => part(key, this.bySex[sex])),
      byAgeGroup: AGE_GROUPS.map((key, age) => part(key, this.byAgeGroup[age])),
      byYear: loadedYears.map((year) => ({ key: String(year), consumers: this.byYear.get(year) ?? 0 })),
    };
  }
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
