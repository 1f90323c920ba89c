import { compareText } from './compare-text.js';

/** The key with the highest count; of several, the first in code point order. Throws on an empty tally. */
export function mostFrequent(tally: ReadonlyMap<string, number>): string {
  const [first] = [...tally].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  if (first === undefined) throw new RangeError('an empty tally has no most frequent key');
  return first[0];
}
