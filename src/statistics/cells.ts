import type { Population } from './figures.js';
import { AGE_GROUPS, POPULATIONS, SEXES } from './figures.js';

/** Numbers of cases by sex and age group, unknown ones included: 12 of them, sexes outside, age groups inside. */
export type Cells = readonly number[];

export const SEX_COUNT = SEXES.length;
export const AGE_COUNT = AGE_GROUPS.length;

export const cellAt = (sex: number, age: number): number => sex * AGE_COUNT + age;

export function noCells(): number[] {
  return new Array<number>(SEX_COUNT * AGE_COUNT).fill(0);
}

/** Whether sex and age group of a cell are both known. */
export function isKnownCell(cell: number): boolean {
  return SEXES[Math.floor(cell / AGE_COUNT)] !== 'unknown' && AGE_GROUPS[cell % AGE_COUNT] !== 'unknown';
}

/** The place in POPULATIONS of a sex or an age group; −1 for `unknown`, which is none. */
export function populationAt(key: string): number {
  return (POPULATIONS as readonly string[]).indexOf(key);
}

/** Which of the 12 cells a population is made of, in the order of POPULATIONS. */
export const MEMBERS: readonly (readonly number[])[] = POPULATIONS.map((population) =>
  SEXES.flatMap((sex, s) =>
    AGE_GROUPS.flatMap((age, a) =>
      population === 'all' || population === sex || population === age ? [cellAt(s, a)] : [],
    ),
  ),
);

/** Which populations a cell belongs to: their places in POPULATIONS. */
export const POPULATIONS_OF: readonly (readonly number[])[] = noCells().map((_, cell) =>
  [...MEMBERS.keys()].filter((population) => MEMBERS[population]?.includes(cell)),
);

/** Cases of a population: the sum of its cells. */
export function casesIn(cells: Cells, population: Population): number {
  return casesAt(cells, POPULATIONS.indexOf(population));
}

/** The same, by the population's place in POPULATIONS. */
export function casesAt(cells: Cells, population: number): number {
  let cases = 0;
  for (const member of MEMBERS[population] ?? []) cases += cells[member] ?? 0;
  return cases;
}

/** Cases of every population, in the order of POPULATIONS; all at once, since most cells are 0. */
export function casesInAll(cells: Cells): number[] {
  const cases = [0, 0, 0, 0, 0, 0];
  for (let cell = 0; cell < cells.length; cell++) {
    const more = cells[cell] ?? 0;
    if (more > 0)
      for (const population of POPULATIONS_OF[cell] ?? []) cases[population] = (cases[population] ?? 0) + more;
  }
  return cases;
}

export function sexTotal(cells: Cells, sex: number): number {
  let cases = 0;
  for (let age = 0; age < AGE_COUNT; age++) cases += cells[cellAt(sex, age)] ?? 0;
  return cases;
}

export function ageTotal(cells: Cells, age: number): number {
  let cases = 0;
  for (let sex = 0; sex < SEX_COUNT; sex++) cases += cells[cellAt(sex, age)] ?? 0;
  return cases;
}

/** The sum of several, cell by cell. */
export function total(all: readonly Cells[]): number[] {
  return all.reduce<number[]>((sum, cells) => sum.map((cases, i) => cases + (cells[i] ?? 0)), noCells());
}

/** Cell by cell. */
export function less(cells: Cells, others: Cells): number[] {
  return cells.map((cases, i) => cases - (others[i] ?? 0));
}
