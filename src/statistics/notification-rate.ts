import type { NotificationRate, Period } from './figures.js';
import { meanWithTail } from './poisson.js';

const PER = 100_000;
const SIGNIFICANT_DIGITS = 4;

/**
 * Cases per 100,000 consumers with its exact Poisson interval (Garwood), 4 significant digits; null where there are no
 * consumers. Source: counting.md, Notification rate.
 */
export function notificationRate(cases: number, consumers: number, period: Period): NotificationRate | null {
  if (consumers <= 0) return null;
  const per = (n: number): number => Number(((PER * n) / consumers).toPrecision(SIGNIFICANT_DIGITS));
  const [low, high] = poissonInterval(cases);
  return { per100000: per(cases), ci95: [per(low), per(high)], cases, consumers, period };
}

const intervals = new Map<number, readonly [number, number]>();
const TAIL = 0.025;
const NORMAL_QUANTILE = 1.959964;
const REMEMBERED_UP_TO = 10_000;

/** Garwood's exact 95 % interval of the mean of a Poisson count of `cases` ≥ 0. */
export function poissonInterval(cases: number): readonly [number, number] {
  const known = intervals.get(cases);
  if (known) return known;
  const low = cases === 0 ? 0 : meanWithTail(cases - 1, 1 - TAIL, -NORMAL_QUANTILE);
  const interval = [low, meanWithTail(cases, TAIL, NORMAL_QUANTILE)] as const;
  // a quantile costs a search, and small counts come back for every substance
  if (cases <= REMEMBERED_UP_TO) intervals.set(cases, interval);
  return interval;
}
