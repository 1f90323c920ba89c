import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { narrowRanges, type Range } from '../../src/attack/bounds.js';
import { Solver } from '../../src/attack/solver.js';
import type { Subject } from '../../src/attack/subject.js';
import { writeDown } from '../../src/attack/write-down.js';
import { hide, hideWhole, told, type Alike } from './told.js';

const SEXES = ['female', 'male', 'unknown'] as const;
const REPORTERS = ['pharmacist', 'physician', 'unknown'] as const;

/** Cases by sex and reporter, nine numbers; everything else is the same for all. */
type Table = readonly number[];

/** What may be hidden: the cells of the two sexes and of the whole by reporter, and the sexes themselves. */
interface Hidden {
  reporters: Record<'all' | 'female' | 'male', boolean[]>;
  sexes: boolean[];
}

function subjectOf(table: Table, hidden: Hidden): Subject {
  const groups = SEXES.flatMap((sex, i) =>
    REPORTERS.map((reporter, j): Alike => ({ sex, reporter, cases: table[3 * i + j] ?? 0 })),
  );
  const subject = told(groups);
  for (const population of ['all', 'female', 'male'] as const) {
    const keys = REPORTERS.filter((_, j) => hidden.reporters[population][j]);
    hide(subject, population, 'byReporter', ...keys);
    // everybody is over 60
    if (population === 'all') hide(subject, '60+', 'byReporter', ...keys);
  }
  const sexes = SEXES.filter((_, i) => hidden.sexes[i]);
  const both = sexes.map((sex) => `${sex}/60+`);
  hide(subject, 'all', 'bySex', ...sexes);
  hide(subject, '60+', 'bySex', ...sexes);
  hide(subject, 'all', 'bySexAndAgeGroup', ...both);
  for (const sex of sexes) if (sex !== 'unknown') hideWhole(subject, sex);
  return subject;
}

/** The numbers that are published of a table: by reporter in all, in women and in men, then the sexes. */
function figuresOf(table: Table): number[] {
  const at = (i: number, j: number): number => table[3 * i + j] ?? 0;
  const all = REPORTERS.map((_, j) => at(0, j) + at(1, j) + at(2, j));
  const sexes = SEXES.map((_, i) => at(i, 0) + at(i, 1) + at(i, 2));
  return [...all, at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2), ...sexes];
}

function hiddenFigures({ reporters, sexes }: Hidden): boolean[] {
  const of = (population: 'female' | 'male', i: number): boolean[] =>
    reporters[population].map((hidden) => hidden || sexes[i] === true);
  return [...reporters.all, ...of('female', 0), ...of('male', 1), ...sexes];
}

/** The smallest and the largest that each figure is, over every table that would show the same: one by one. */
function enumerate(table: Table, hidden: Hidden): Range[] {
  const total = table.reduce((sum, cases) => sum + cases, 0);
  const shown = figuresOf(table);
  const isHidden = hiddenFigures(hidden);
  const ranges = shown.map((): Range => ({ min: Infinity, max: -Infinity }));
  for (const other of tablesOf(total, table.length)) {
    const figures = figuresOf(other);
    if (figures.some((figure, i) => isHidden[i] !== true && figure !== shown[i])) continue;
    figures.forEach((figure, i) => {
      const range = ranges[i];
      if (range !== undefined)
        Object.assign(range, { min: Math.min(range.min, figure), max: Math.max(range.max, figure) });
    });
  }
  return ranges;
}

function* tablesOf(total: number, cells: number): Iterable<number[]> {
  if (cells === 1) yield [total];
  else
    for (let first = 0; first <= total; first += 1)
      for (const rest of tablesOf(total - first, cells - 1)) yield [first, ...rest];
}

const PLACES = [
  ...(['all', 'female', 'male'] as const).flatMap((population) =>
    REPORTERS.map((key) => ({ population, block: 'byReporter', key })),
  ),
  ...['female', 'male', 'sex unknown'].map((population) => ({ population, block: 'people', key: '' })),
];

describe('the ranges', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await Solver.load();
  });

  function computed(subject: Subject, deep: boolean): Range[] {
    const system = writeDown(subject, { deep, everyCaseHasATerm: true });
    const wanted = PLACES.map((place) => system.cell(place, true));
    const ranges = narrowRanges(system, wanted, { isEnough: () => false, solver });
    if (ranges === null) throw new Error('figures that were counted contradict one another');
    return wanted.map((cell) => ranges.get(cell) ?? { min: NaN, max: NaN });
  }

  it('of a case solved by hand', () => {
    // women 4 + 2 + 0, men 1 + 3 + 0; hidden: the first two reporters of both sexes
    const table = [4, 2, 0, 1, 3, 0, 0, 0, 0];
    const both = [true, true, false];
    const hidden = {
      reporters: { all: [false, false, false], female: both, male: both },
      sexes: [false, false, false],
    };
    const ranges = computed(subjectOf(table, hidden), false);
    const [women, men] = [ranges.slice(3, 5), ranges.slice(6, 8)];
    // 5 by pharmacists in all, 6 women: from 1 woman and 4 men to 5 women and none
    expect(women).toEqual([
      { min: 1, max: 5 },
      { min: 1, max: 5 },
    ]);
    expect(men).toEqual([
      { min: 0, max: 4 },
      { min: 0, max: 4 },
    ]);
  });

  const bits = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map((triple): boolean[] => triple);
  const tables = fc
    .array(fc.integer({ min: 0, max: 2 }), { minLength: 9, maxLength: 9 })
    .filter((table) => table.reduce((sum, cases) => sum + cases, 0) <= 8);
  const hiding = fc.record({ reporters: fc.record({ all: bits, female: bits, male: bits }), sexes: bits });

  it.each([false, true])('are those of every table that shows the same (deep: %s)', (deep) => {
    fc.assert(
      fc.property(tables, hiding, (table, hidden) => {
        expect(computed(subjectOf(table, hidden), deep)).toEqual(enumerate(table, hidden));
      }),
      { numRuns: 60 },
    );
  });
});
