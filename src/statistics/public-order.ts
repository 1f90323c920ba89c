import { compareText } from '../sources/compare-text.js';
import { normalise } from '../sources/normalise.js';
import { remember } from '../sources/remember.js';
import type { Row } from './figures.js';

/** Visible counts descending, then label; suppressed ones last, by label, so that the order gives nothing away. */
export function inPublicOrder<R extends Row>(rows: readonly R[]): R[] {
  const rank = (row: R): number => row.count ?? -1;
  return [...rows].sort(
    (a, b) => rank(b) - rank(a) || compareText(sortKey(a.label), sortKey(b.label)) || compareText(a.key, b.key),
  );
}

// the same few thousand labels are compared for every substance
const sortKey = remember(normalise);
