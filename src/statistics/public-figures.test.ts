import { answersOf } from '../../test/support/answers-of.js';
import { type CountRow, sumCounts } from '../../test/support/sum-counts.js';
import type { SubstanceCounts } from './counts.js';
import type { ConsumersCell } from './exposure.js';
import type { ReleaseFrame } from './public-figures.js';
import { publicFigures } from './public-figures.js';
import { SuppressionTally } from './suppression-tally.js';

const frame: ReleaseFrame = {
  period: { from: 2020, to: 2022 },
  coveredYears: [2021],
  reporters: new Map([
    ['pharmacien', 'Pharmacien'],
    ['avocat', 'Avocat'],
    ['unknown', 'Non renseigné'],
  ]),
  terms: new Map([
    ['arythmies', 'Arythmies'],
    ['syncopes', 'Syncopes'],
  ]),
  minCell: 11,
  tally: new SuppressionTally(11),
};
const [FEMALE, MALE, UNKNOWN_SEX] = [0, 1, 2];
const [OLD, UNKNOWN_AGE] = [2, 3];
const row = (breakdown: CountRow['breakdown'], key: string, cases: number, who: Partial<CountRow> = {}): CountRow => ({
  breakdown,
  sex: FEMALE,
  ageGroup: OLD,
  key,
  cases,
  ...who,
});
const shown = (counts: SubstanceCounts, consumers: ConsumersCell[] | null, of = frame) =>
  answersOf(publicFigures(counts, consumers, of), {
    period: of.period,
    reporters: [...of.reporters].map(([key, label]) => ({ key, label })),
  });
const figures = (...rows: CountRow[]) =>
  shown(sumCounts(rows, new Set(['2021'])), [{ year: 2021, sex: 'female', ageGroup: '60+', consumers: 1_000 }]);

describe('publicFigures', () => {
  test('hides a number of cases from 1 to 10 and the smallest besides it, and shows the others', () => {
    const { all } = figures(
      row('year', '2020', 10),
      row('year', '2022', 12),
      row('year', '2021', 11),
      row('seriousness', 'serious', 10),
      row('seriousness', 'non_serious', 23),
    );
    // 10 and 11 years: of 2021 alone the rate is published, so that 2020 and 2022 are the row
    expect(all.byYear.map(({ count, percent, suppressed }) => ({ count, percent, suppressed }))).toEqual([
      { count: null, percent: null, suppressed: true },
      { count: 11, percent: 33.33, suppressed: false },
      { count: null, percent: null, suppressed: true },
    ]);
    // unknown first, and as 10 + 0 are less than 11 the other one too
    expect(all.bySeriousness.map(({ count }) => count)).toEqual([null, null, null]);
  });

  test('does not hide unknown for being small, in any breakdown', () => {
    const { all } = figures(
      row('year', '2020', 20),
      row('year', '2020', 3, { sex: UNKNOWN_SEX }),
      row('reporter', 'unknown', 2),
      row('reporter', 'avocat', 21),
    );
    expect(all.bySex?.map(({ count }) => count)).toEqual([20, 0, 3]);
    expect(all.byReporter.map(({ key, count }) => [key, count])).toEqual([
      ['avocat', 21],
      ['unknown', 2],
      ['pharmacien', 0],
    ]);
  });

  test('hides the same of numbers that are alike, in whatever order the reporters are given', () => {
    const counts = sumCounts(
      [
        row('year', '2021', 75),
        row('reporter', 'pharmacien', 20),
        row('reporter', 'avocat', 20),
        row('reporter', 'medecin', 5),
        row('reporter', 'infirmier', 30),
      ],
      new Set(['2021']),
    );
    const keys = ['unknown', 'pharmacien', 'medecin', 'infirmier', 'avocat'];
    const shownOf = (reporters: readonly string[]): object =>
      shown(counts, null, { ...frame, reporters: new Map(reporters.map((key) => [key, key])) }).all.byReporter;
    expect(shownOf(keys.toReversed())).toEqual(shownOf(keys));
  });

  test('hides everything below a hidden total, unknown and zeros too', () => {
    const { all, female } = figures(row('year', '2020', 4), row('year', '2021', 6, { sex: UNKNOWN_SEX }));
    const hidden = [all, female].flatMap((a) => [...a.byYear, ...a.bySeriousness, ...a.byReporter, ...a.byOrganClass]);
    expect(all.cases).toEqual({ count: null, suppressed: true });
    expect(new Set(hidden.map(({ suppressed }) => suppressed))).toEqual(new Set([true]));
    expect(new Set((all.bySexAndAgeGroup ?? []).map(({ count }) => count))).toEqual(new Set([null]));
  });

  test('hides the terms of a hidden organ class, and sorts hidden rows last by label', () => {
    const { all } = figures(
      row('year', '2020', 40),
      row('organClass', 'cardiac-disorders', 12),
      row('term', 'cardiac-disorders/syncopes', 12),
      row('term', 'cardiac-disorders/arythmies', 2),
      row('organClass', 'eye-disorders', 9),
      row('term', 'eye-disorders/arythmies', 9),
    );
    expect(all.byOrganClass[0]).toMatchObject({
      key: 'cardiac-disorders',
      count: 12,
      percent: 30,
      highLevelTerms: [
        { key: 'syncopes', count: 12 },
        { key: 'arythmies', count: null, suppressed: true },
      ],
    });
    expect(all.byOrganClass[26]).toMatchObject({ key: 'eye-disorders', suppressed: true });
    expect(all.byOrganClass[26]?.highLevelTerms).toMatchObject([{ count: null, suppressed: true }]);
  });

  test('publishes no rate whose cases over the common years are hidden', () => {
    const rated = figures(row('year', '2020', 12), row('year', '2021', 11)).all;
    expect(rated.notificationRate).toMatchObject({ cases: 11, consumers: 1_000, per100000: 1_100 });
    // what is left of the total are 5 cases of the other years
    expect(figures(row('year', '2020', 5), row('year', '2021', 11)).all.notificationRate).toBeNull();
    const hidden = figures(row('year', '2020', 50), row('year', '2021', 7)).all;
    expect(hidden.notificationRate).toBeNull();
    expect(hidden.bySex?.[0]).toMatchObject({ count: 57, notificationRate: null });
  });

  test('restricts a rate to its stratum on both sides, and gives none for unknown', () => {
    const { all, female, male } = figures(
      row('year', '2021', 20),
      row('year', '2021', 15, { sex: MALE }),
      row('year', '2021', 15, { ageGroup: UNKNOWN_AGE }),
    );
    expect(all.bySexAndAgeGroup?.find(({ key }) => key === 'female/60+')?.notificationRate?.cases).toBe(20);
    expect(all.byAgeGroup?.find(({ key }) => key === 'unknown')).toMatchObject({ count: 15, notificationRate: null });
    expect(female.notificationRate?.cases).toBe(35);
    expect(male.notificationRate).toBeNull();
  });

  test('leaves out the breakdowns of a population by its own dimension', () => {
    const { all, female, '60+': old } = figures(row('year', '2021', 20));
    expect('bySexAndAgeGroup' in all).toBe(true);
    expect(['bySex' in female, 'byAgeGroup' in female, 'bySexAndAgeGroup' in female]).toEqual([false, true, false]);
    expect(['bySex' in old, 'byAgeGroup' in old]).toEqual([true, false]);
  });
});
