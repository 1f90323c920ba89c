/**
 * > 95 % interval: exact Poisson on the number of cases (Garwood: χ²)
 *
 * Found from what the interval means, not from χ²: the lower bound is the mean under which `cases` or more have
 * probability 0.025, the upper one the mean under which `cases` or fewer have it.
 */
export function poissonInterval(cases: number): [number, number] {
  const known = found.get(cases);
  if (known) return known;
  const lower = cases === 0 ? 0 : bisect(0, cases, (mean) => atLeast(cases, mean) > 0.025);
  const upper = bisect(cases, cases + 10 * Math.sqrt(cases + 1) + 10, (mean) => atMost(cases, mean) < 0.025);
  const interval: [number, number] = [lower, upper];
  found.set(cases, interval);
  return interval;
}

const found = new Map<number, [number, number]>();

/** The point between `low` and `high` from which `beyond` holds. */
function bisect(low: number, high: number, beyond: (mean: number) => boolean): number {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (beyond(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** P(X ≤ n), for a mean of at least n: the terms fall from n down to 0. */
function atMost(n: number, mean: number): number {
  let term = probability(n, mean);
  let sum = term;
  for (let k = n; k > 0 && term > sum * 1e-18; k--) {
    term *= k / mean;
    sum += term;
  }
  return sum;
}

/** P(X ≥ n), for a mean of at most n: the terms fall from n upwards. */
function atLeast(n: number, mean: number): number {
  let term = probability(n, mean);
  let sum = term;
  for (let k = n + 1; term > sum * 1e-18; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** P(X = n), by logarithms: n! is beyond a double from 171 on. */
function probability(n: number, mean: number): number {
  if (mean === 0) return n === 0 ? 1 : 0;
  return Math.exp(n * Math.log(mean) - mean - logFactorial(n));
}

const logFactorials = [0];
function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++) logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
  return logFactorials[n] ?? 0;
}
