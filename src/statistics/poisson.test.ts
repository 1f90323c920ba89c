import { meanWithTail } from './poisson.js';

describe('meanWithTail', () => {
  test.each([
    // half the χ² quantiles 0.975 of 2n + 2 degrees of freedom
    [0, 3.6888794541],
    [1, 5.5716433909],
    [9, 17.0848034544],
  ])('n = %d', (n, mean) => {
    expect(meanWithTail(n, 0.025, 1.96)).toBeCloseTo(mean, 8);
  });

  test('of one case at most has a closed form at the lower end: −ln 0.975', () => {
    expect(meanWithTail(0, 0.975, -1.96)).toBeCloseTo(-Math.log(0.975), 14);
  });

  test('stays next to Wilson and Hilferty for a very large count', () => {
    const n = 2_000_000;
    const approximation = (n + 1) * (1 - 1 / (9 * (n + 1)) + 1.959963985 / (3 * Math.sqrt(n + 1))) ** 3;
    expect(meanWithTail(n, 0.025, 1.96) / approximation).toBeCloseTo(1, 8);
  });
});
