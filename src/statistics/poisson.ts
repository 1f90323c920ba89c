/**
 * The mean at which a Poisson variable is at most `n` with probability `p`: half the χ² quantile of 1 − p with 2n + 2
 * degrees of freedom, which is Garwood's limit. Newton's steps from Wilson and Hilferty's approximation; exact to about
 * 1e-9 for n up to ten million (a quantile from a general library was 3e-4 off in probability around n = 1,000).
 * `z` is the normal quantile of 1 − p, which only sets where the search begins.
 */
export function meanWithTail(n: number, p: number, z: number): number {
  const k = n + 1;
  let mean = k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const top = Math.exp(n * Math.log(mean) - mean - logFactorial(n));
    const change = (atMost(n, mean, top) - p) / top;
    // never below half of where it was: the tail is flat there and a full step would leave the numbers above zero
    mean = Math.max(mean + change, mean / 2);
    if (Math.abs(change) < mean * PRECISION) break;
  }
  return mean;
}

const MOST_STEPS = 60;
const PRECISION = 1e-13;

/** P(X ≤ n), added up downwards from the term `top` = P(X = n) until nothing more comes. */
function atMost(n: number, mean: number, top: number): number {
  let [term, total] = [top, top];
  for (let k = n; k > 0 && term > total * Number.EPSILON; k -= 1) {
    term *= k / mean;
    total += term;
  }
  return total;
}

const EXACT_BELOW = 256;
const LOG_FACTORIALS = [0];
for (let k = 1; k < EXACT_BELOW; k += 1) LOG_FACTORIALS.push((LOG_FACTORIALS[k - 1] ?? 0) + Math.log(k));

/** ln n!, by Stirling's series where its third term is below 1e-13. */
function logFactorial(n: number): number {
  const exact = LOG_FACTORIALS[n];
  if (exact !== undefined) return exact;
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
}
