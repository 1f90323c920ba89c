import fc from 'fast-check';
import { notificationRate, poissonInterval } from './notification-rate.js';

/** P(X ≤ n) of a Poisson law, by adding up its terms in logarithms. */
function atMost(n: number, mean: number): number {
  if (mean === 0) return 1;
  let [term, total] = [-mean, Math.exp(-mean)];
  for (let k = 1; k <= n; k += 1) {
    term += Math.log(mean) - Math.log(k);
    total += Math.exp(term);
  }
  return total;
}

describe('poissonInterval', () => {
  test.each([
    [0, 0, 3.688879],
    [1, 0.025318, 5.571643],
    [10, 4.795389, 18.390356],
    [100, 81.363989, 121.626794],
  ])('%d cases: known limits', (cases, low, high) => {
    const interval = poissonInterval(cases);
    expect(interval[0]).toBeCloseTo(low, 5);
    expect(interval[1]).toBeCloseTo(high, 5);
  });

  test('leaves 2.5 % on either side, whatever the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), (cases) => {
        const [low, high] = poissonInterval(cases);
        expect(1 - atMost(cases - 1, low)).toBeCloseTo(0.025, 7);
        expect(atMost(cases, high)).toBeCloseTo(0.025, 7);
      }),
      { numRuns: 200 },
    );
  });
});

describe('notificationRate', () => {
  const period = { from: 2014, to: 2021 };

  test('is per 100,000 consumers, to 4 significant digits', () => {
    expect(notificationRate(100, 1_234_567, period)).toEqual({
      per100000: 8.1,
      ci95: [6.59, 9.852],
      cases: 100,
      consumers: 1_234_567,
      period,
    });
  });

  test('is zero, with an upper limit, when nothing was declared', () => {
    expect(notificationRate(0, 100_000, period)?.ci95).toEqual([0, 3.689]);
  });

  test('does not exist without consumers', () => {
    expect(notificationRate(20, 0, period)).toBeNull();
  });
});
