import { describe, expect, it } from '@jest/globals';
import { poissonInterval } from './interval.js';

describe("the oracle's exact Poisson interval", () => {
  // Garwood 1936, as tabled in the textbooks
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [10, 4.7954, 18.3904],
    [12, 6.2006, 20.9616],
    [100, 81.3639, 121.6271],
  ])('of %i cases', (cases, lower, upper) => {
    const [low, high] = poissonInterval(cases);
    expect(low).toBeCloseTo(lower, 3);
    expect(high).toBeCloseTo(upper, 3);
  });

  it('of many cases nears the normal one', () => {
    const [low, high] = poissonInterval(100_000);
    expect(low).toBeGreaterThan(100_000 - 1.97 * Math.sqrt(100_000));
    expect(low).toBeLessThan(100_000 - 1.94 * Math.sqrt(100_000));
    expect(high).toBeGreaterThan(100_000 + 1.94 * Math.sqrt(100_000));
    expect(high).toBeLessThan(100_000 + 1.98 * Math.sqrt(100_000));
  });
});
