import { poissonInterval } from '../statistics/notification-rate.js';
import type { PublicRate } from './subject.js';

/** Both ends belong to it. */
export type Interval = readonly [from: number, to: number];

/** More than a float can lose on the way, less than any rounding: an interval never misses the number it comes from. */
const SLACK = 1e-9;

/** What share a percentage of 2 decimals comes from. */
export function shareBehind(percent: number): Interval {
  return [Math.max(0, (percent - 0.005 - SLACK) / 100), (percent + 0.005 + SLACK) / 100];
}

/** The whole numbers of cases that a rate and its interval, of 4 significant digits, can come from, up to `most`. */
export function casesBehind({ per100000, ci95, consumers }: PublicRate, most: number): Interval {
  if (consumers === null || consumers === undefined) return [0, most];
  const cases = (rate: number): Interval => {
    const [from, to] = numbersBehind(rate);
    return [(from * consumers) / PER, (to * consumers) / PER];
  };
  const [from, to] = cases(per100000);
  const outer: [number, number] = [Math.ceil(from - SLACK), Math.min(most, Math.floor(to + SLACK))];
  if (ci95 === undefined) return outer;
  const limits = ci95.map(cases);
  const isBehind = (n: number): boolean =>
    poissonInterval(n).every((limit, side) => {
      const [least, greatest] = limits[side] ?? [0, Infinity];
      return limit >= least - SLACK && limit <= greatest + SLACK;
    });
  // no two numbers have the same limits: what the interval leaves is somewhere in what the rate leaves
  const fits: number[] = [];
  for (let n = outer[0]; n <= outer[1]; n += 1) if (isBehind(n)) fits.push(n);
  return fits.length === 0 ? outer : [Math.min(...fits), Math.max(...fits)];
}

const PER = 100_000;
const DIGITS = 4;

function numbersBehind(rounded: number): Interval {
  if (rounded === 0) return [0, 0];
  const half = 10 ** (Math.floor(Math.log10(rounded)) + 1 - DIGITS) / 2;
  return [rounded - half * (1 + SLACK), rounded + half * (1 + SLACK)];
}
