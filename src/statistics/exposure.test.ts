import fc from 'fast-check';
import { cellAt } from './cells.js';
import { ConsumersSums, levelOf, percentOf } from './exposure.js';
import { AGE_GROUPS, SEXES } from './figures.js';

type Sex = (typeof SEXES)[number];
type AgeGroup = (typeof AGE_GROUPS)[number];

describe('ConsumersSums', () => {
  test('sums by sex, age and year; the average is over the years with a row', () => {
    const sums = new ConsumersSums();
    const at = (sex: Sex, age: AgeGroup): number => cellAt(SEXES.indexOf(sex), AGE_GROUPS.indexOf(age));
    sums.add(2016, at('male', '60+'), 0);
    sums.add(2015, at('female', '60+'), 1_000);
    sums.add(2016, at('male', '0-19'), 1_001);
    sums.add(2015, at('female', '60+'), 2_000);
    expect(sums.exposure([2014, 2015, 2016], 'substance')).toEqual({
      period: { from: 2014, to: 2016 },
      consumers: 4_001,
      annualAverage: 2_001,
      level: 'very_low',
      bySex: [
        { key: 'female', consumers: 3_000, percent: 74.98 },
        { key: 'male', consumers: 1_001, percent: 25.02 },
        { key: 'unknown', consumers: 0, percent: 0 },
      ],
      byAgeGroup: [
        { key: '0-19', consumers: 1_001, percent: 25.02 },
        { key: '20-59', consumers: 0, percent: 0 },
        { key: '60+', consumers: 3_000, percent: 74.98 },
        { key: 'unknown', consumers: 0, percent: 0 },
      ],
      byYear: [
        { key: '2014', consumers: 0 },
        { key: '2015', consumers: 3_000 },
        { key: '2016', consumers: 1_001 },
      ],
    });
  });

  test('is null without a row: no data is not zero', () => {
    expect(new ConsumersSums().exposure([2014], 'substance')).toBeNull();
  });
});

describe('levelOf', () => {
  test.each([
    [2_999, 'substance', 'very_low'],
    [3_000, 'substance', 'low'],
    [20_000, 'substance', 'moderate'],
    [100_000, 'substance', 'high'],
    [600_000, 'substance', 'very_high'],
    [199, 'speciality', 'very_low'],
    [39_999, 'speciality', 'high'],
    [40_000, 'speciality', 'very_high'],
  ] as const)('%d consumers of a %s: %s', (consumers, of, level) => {
    expect(levelOf(consumers, of)).toBe(level);
  });
});

describe('percentOf', () => {
  test('rounds halves up, where floats would not', () => {
    expect(percentOf(1, 800)).toBe(0.13);
    expect(percentOf(201, 20_000)).toBe(1.01);
    expect(percentOf(0, 0)).toBe(0);
  });

  test('is never further from the true share than half a hundredth', () => {
    fc.assert(
      fc.property(fc.nat(1e7), fc.integer({ min: 1, max: 1e7 }), (part, whole) => {
        expect(Math.abs(percentOf(part, whole) - (100 * part) / whole)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });
});
