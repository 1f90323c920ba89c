import type { CountRow } from './counts.js';
import { sumPopulations } from './counts.js';
import { discloser } from './disclosure.js';
import type { ReleaseFrame } from './public-figures.js';
import { publicFigures } from './public-figures.js';

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
  disclosure: discloser(11),
};
const row = (breakdown: CountRow['breakdown'], key: string, cases: number, who: Partial<CountRow> = {}): CountRow => ({
  breakdown,
  sex: 'female',
  ageGroup: '60+',
  key,
  cases,
  ...who,
});
const figures = (...rows: CountRow[]) =>
  publicFigures(
    sumPopulations(rows, new Set(['2021'])),
    [{ year: 2021, sex: 'female', ageGroup: '60+', consumers: 1_000 }],
    frame,
  );

describe('publicFigures', () => {
  test('hides a number of cases from 1 to 10 and shows 0 and 11', () => {
    const { all } = figures(row('year', '2020', 10), row('year', '2021', 11));
    expect(all.byYear.map(({ count, percent, suppressed }) => ({ count, percent, suppressed }))).toEqual([
      { count: null, percent: null, suppressed: true },
      { count: 11, percent: 52.38, suppressed: false },
      { count: 0, percent: 0, suppressed: false },
    ]);
  });

  test('does not hide unknown for being small, in any breakdown', () => {
    const { all } = figures(
      row('year', '2020', 20),
      row('year', '2020', 3, { sex: 'unknown' }),
      row('reporter', 'unknown', 2),
    );
    expect(all.bySex?.map(({ count }) => count)).toEqual([20, 0, 3]);
    expect(all.byReporter.map(({ key, count }) => [key, count])).toEqual([
      ['unknown', 2],
      ['avocat', 0],
      ['pharmacien', 0],
    ]);
  });

  test('hides everything below a hidden total, unknown and zeros too', () => {
    const { all, female } = figures(row('year', '2020', 4), row('year', '2021', 6, { sex: 'unknown' }));
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
    const shown = figures(row('year', '2020', 5), row('year', '2021', 11)).all;
    expect(shown.notificationRate).toMatchObject({ cases: 11, consumers: 1_000, per100000: 1_100 });
    const hidden = figures(row('year', '2020', 50), row('year', '2021', 7)).all;
    expect(hidden.notificationRate).toBeNull();
    expect(hidden.bySex?.[0]).toMatchObject({ count: 57, notificationRate: null });
  });

  test('restricts a rate to its stratum on both sides, and gives none for unknown', () => {
    const { all, female, male } = figures(
      row('year', '2021', 20),
      row('year', '2021', 15, { sex: 'male' }),
      row('year', '2021', 15, { ageGroup: 'unknown' }),
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
