import { mostFrequent } from '../sources/most-frequent.js';
import { slug } from '../sources/normalise.js';

/** Free texts, of which those with the same key (see `slug`) are one, under the most frequent of their spellings. */
export class Spellings {
  private readonly tallies = new Map<string, Map<string, number>>();

  /** The key of a text that was met `times`; empty when it holds no letter or digit, and then it is none. */
  add(text: string, times = 1): string {
    const key = slug(text);
    if (key === '') return key;
    const tally = this.tallies.get(key) ?? new Map<string, number>();
    this.tallies.set(key, tally.set(text, (tally.get(text) ?? 0) + times));
    return key;
  }

  /** The spelling of each key; of several as frequent, the first in code point order. */
  labels(): Map<string, string> {
    return new Map([...this.tallies].map(([key, tally]) => [key, mostFrequent(tally)]));
  }
}
