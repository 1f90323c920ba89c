import fc from 'fast-check';
import { answersOf } from '../../../test/support/answers-of.js';
import { LIKE_REPORTERS, type LikeCases, rowsOfCases } from '../../../test/support/like-cases.js';
import { type CountRow, sumCounts } from '../../../test/support/sum-counts.js';
import type { ConsumersCell } from '../exposure.js';
import { AGE_GROUPS, POPULATIONS, SERIOUSNESS, SEXES } from '../figures.js';
import type { AdverseReactions, Population, Row } from '../figures.js';
import { publicFigures } from '../public-figures.js';
import { SuppressionTally } from '../suppression-tally.js';

const YEARS = [2019, 2020, 2021, 2022];
const PERIOD = { from: 2019, to: 2022 };

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 14 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 80 }) },
);
const reactions = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })), { maxLength: 3 })
  .map((pairs) => {
    const terms: Record<number, number[]> = {};
    for (const [place, term] of pairs) terms[place] = [...new Set([...(terms[place] ?? []), term])];
    return terms;
  });
const groups: fc.Arbitrary<LikeCases[]> = fc.array(
  fc.record({
    cases: count,
    sex: fc.constantFrom(...SEXES),
    ageGroup: fc.constantFrom(...AGE_GROUPS),
    year: fc.constantFrom(...YEARS),
    seriousness: fc.constantFrom(...SERIOUSNESS),
    reporter: fc.constantFrom(...LIKE_REPORTERS),
    death: fc.boolean(),
    reactions,
  }),
  { minLength: 1, maxLength: 24 },
);
/** The years that both sources cover: some, all, or none. */
const coverage = fc.constantFrom([2019, 2020], [2020], YEARS, []);
const minCells = fc.constantFrom(11, 11, 25);

type Answers = Record<Population, AdverseReactions>;

function figuresOf(rows: readonly CountRow[], covered: readonly number[], minCell: number): Answers {
  const consumers = covered.flatMap((year) =>
    SEXES.flatMap((sex) => AGE_GROUPS.map((ageGroup): ConsumersCell => ({ year, sex, ageGroup, consumers: 1000 }))),
  );
  const stored = publicFigures(sumCounts(rows, new Set(covered.map(String))), consumers, {
    period: PERIOD,
    coveredYears: covered,
    reporters: new Map(LIKE_REPORTERS.map((key) => [key, key])),
    terms: new Map(),
    minCell,
    tally: new SuppressionTally(minCell),
  });
  return answersOf(stored, { period: PERIOD, reporters: LIKE_REPORTERS.map((key) => ({ key, label: key })) });
}

const everything = fc.record({ groups, covered: coverage, minCell: minCells });
const each = (
  check: (answers: Answers, minCell: number, made: readonly LikeCases[], covered: readonly number[]) => void,
): void => {
  fc.assert(
    fc.property(everything, ({ groups: made, covered, minCell }) => {
      check(figuresOf(rowsOfCases(made), covered, minCell), minCell, made, covered);
    }),
    { numRuns: 100 },
  );
};

/** All rows of a population, terms too. */
function rowsIn(answer: AdverseReactions): Row[] {
  const { bySex = [], byAgeGroup = [], bySexAndAgeGroup = [], byOrganClass } = answer;
  const breakdowns = [answer.byYear, answer.bySeriousness, answer.bySeriousnessCriterion, answer.byReporter];
  return [
    bySex,
    byAgeGroup,
    bySexAndAgeGroup,
    breakdowns.flat(),
    byOrganClass.flatMap((row) => [row, ...row.highLevelTerms]),
  ].flat();
}

const rowOf = (rows: readonly Row[] | undefined, key: string): Row | undefined => rows?.find((row) => row.key === key);

describe('what is published of any substance', () => {
  test('is no known number of cases from 1 to the smallest publishable one, not even under a rate or beside it', () => {
    each((answers, minCell) => {
      const isSmall = (cases: number): boolean => cases > 0 && cases < minCell;
      const small = Object.values(answers).flatMap((answer) =>
        [
          { key: answer.population, count: answer.cases.count, notificationRate: answer.notificationRate },
          ...rowsIn(answer),
        ].filter(({ key, count: cases, notificationRate: rate }) => {
          if (cases === null) return false;
          return (
            (isSmall(cases) && !key.includes('unknown')) ||
            (rate && (isSmall(rate.cases) || isSmall(cases - rate.cases)))
          );
        }),
      );
      expect(small).toEqual([]);
    });
  });

  test('says nothing of what is hidden: no percentage, no rate, and everything below a hidden total is hidden', () => {
    each((answers) => {
      for (const answer of Object.values(answers)) {
        const hidden = rowsIn(answer).filter(({ suppressed }) => suppressed);
        const shown = rowsIn(answer).filter(({ suppressed }) => !suppressed);
        expect(
          hidden.filter((row) => row.count !== null || row.percent !== null || (row.notificationRate ?? null) !== null),
        ).toEqual([]);
        expect(shown.filter((row) => row.count === null || answer.cases.suppressed)).toEqual([]);
        if (answer.cases.suppressed) expect(answer.notificationRate).toBeNull();
      }
    });
  });

  test('is decided once for each number, wherever it stands', () => {
    each((answers) => {
      const { all } = answers;
      for (const population of POPULATIONS.slice(1)) {
        const { cases, notificationRate } = answers[population];
        const row = rowOf(all.bySex, population) ?? rowOf(all.byAgeGroup, population);
        expect({ count: row?.count, suppressed: row?.suppressed, rate: row?.notificationRate }).toEqual({
          ...cases,
          rate: notificationRate,
        });
      }
      for (const row of all.bySexAndAgeGroup ?? []) {
        const figure = ({ count: cases, suppressed, notificationRate }: Partial<Row> = {}): unknown => ({
          cases,
          suppressed,
          notificationRate,
        });
        if (row.sex !== 'unknown')
          expect(figure(rowOf(answers[row.sex].byAgeGroup, row.ageGroup))).toEqual(figure(row));
        if (row.ageGroup !== 'unknown')
          expect(figure(rowOf(answers[row.ageGroup].bySex, row.sex))).toEqual(figure(row));
      }
    });
  });

  test('never leaves one hidden cell, nor too few cases, in a row that adds up to a published total', () => {
    let hiddenRows = 0;
    each((answers, minCell, made, covered) => {
      const real = realCounts(made);
      for (const [name, cells] of additiveRows(answers, covered)) {
        const hidden = cells.filter(({ row }) => row.suppressed);
        // a key that nobody has is shown as 0 in all: it hides nothing
        const shown = cells.filter(({ row, whole }) => !row.suppressed && whole?.count !== 0);
        if (hidden.length === 0 || shown.length === 0) continue;
        hiddenRows += 1;
        const cases = hidden.reduce((sum, { at }) => sum + (real.get(at) ?? 0), 0);
        expect({ name, alone: hidden.length < 2, few: cases < minCell }).toEqual({ name, alone: false, few: false });
      }
    });
    expect(hiddenRows).toBeGreaterThan(200);
  });

  test('depends on the numbers alone, not on the order in which they come', () => {
    const shuffled = everything.chain((made) => {
      const rows = rowsOfCases(made.groups);
      return fc.record({
        rows: fc.constant(rows),
        others: fc.shuffledSubarray(rows, { minLength: rows.length }),
        covered: fc.constant(made.covered),
        minCell: fc.constant(made.minCell),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ rows, others, covered, minCell }) => {
        expect(figuresOf(others, covered, minCell)).toEqual(figuresOf(rows, covered, minCell));
      }),
      { numRuns: 100 },
    );
  });
});

interface Cell {
  row: Row;
  /** The same key in the population all. */
  whole: Row | undefined;
  /** Its name in realCounts. */
  at: string;
}

/** Every row of figures that adds up to a published total: over the years of a rate, and over the others, apart. */
function* additiveRows(answers: Answers, covered: readonly number[]): Iterable<[name: string, cells: Cell[]]> {
  const { all } = answers;
  for (const answer of Object.values(answers)) {
    const { population, cases, byYear, notificationRate } = answer;
    // below a total of 0 there is nothing to hide
    if (cases.suppressed || cases.count === 0) continue;
    const cell =
      (block: string, whole: readonly Row[] | undefined) =>
      (row: Row): Cell => ({ row, whole: rowOf(whole, row.key), at: `${population} ${block} ${row.key}` });
    yield [`${population} reporter`, answer.byReporter.map(cell('reporter', all.byReporter))];
    yield [`${population} seriousness`, answer.bySeriousness.map(cell('seriousness', all.bySeriousness))];
    const isCovered = ({ key }: Row): boolean => covered.includes(Number(key)) && notificationRate !== null;
    for (const own of [byYear.filter(isCovered), byYear.filter((row) => !isCovered(row))])
      yield [`${population} year`, own.map(cell('year', all.byYear))];
    if (answer.bySex) yield [`${population} sex`, answer.bySex.map(cell('sex', all.bySex))];
    if (answer.byAgeGroup) yield [`${population} age`, answer.byAgeGroup.map(cell('age', all.byAgeGroup))];
  }
}

/** The real numbers of cases behind the additive rows: `female year 2020`. */
function realCounts(made: readonly LikeCases[]): Map<string, number> {
  const real = new Map<string, number>();
  for (const { cases, sex = '', ageGroup = '', year, seriousness, reporter } of made) {
    for (const population of ['all', sex, ageGroup]) {
      for (const [block, key] of Object.entries({ sex, age: ageGroup, year, seriousness, reporter })) {
        const name = `${population} ${block} ${String(key)}`;
        real.set(name, (real.get(name) ?? 0) + cases);
      }
    }
  }
  return real;
}
