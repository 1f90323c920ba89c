/**
 * Small Fast Counter (sfc32), seeded through splitmix32. A `stream` name gives each part of the generator its own numbers,
 * so that a change in one part leaves the bytes of the others as they were. Not for secrets.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: number, stream: string) {
    const mix = splitmix32((seed >>> 0) ^ Math.trunc(seed / 2 ** 32) ^ fnv1a(stream));
    this.a = mix();
    this.b = mix();
    this.c = mix();
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** Uniform in [0, 1), 32 bits of it. */
  next(): number {
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** Whole number in [0, count). */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Whole number in [from, to], both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return at(items, this.below(items.length));
  }

  /** Standard normal (Box–Muller, one of the two). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** The items in random order; the argument is left as it was. */
  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      const swapped = at(result, i);
      result[i] = at(result, j);
      result[j] = swapped;
    }
    return result;
  }

  /** `length` digits, the first of which may be 0. */
  digits(length: number): string {
    return String(this.below(10 ** length)).padStart(length, '0');
  }
}

/** Draws an index with the given weights (at least one positive) in constant time: Walker's alias method. */
export class Weighted {
  private readonly keep: Float64Array;
  private readonly alias: Int32Array;

  constructor(weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0)) throw new RangeError('weights add up to nothing');
    const scaled = Float64Array.from(weights, (weight) => (weight * weights.length) / total);
    this.keep = new Float64Array(weights.length).fill(1);
    this.alias = Int32Array.from(weights, (_, i) => i);
    const small: number[] = [];
    const large: number[] = [];
    scaled.forEach((value, i) => (value < 1 ? small : large).push(i));
    while (small.length > 0 && large.length > 0) {
      const low = at(small, small.length - 1);
      const high = at(large, large.length - 1);
      small.pop();
      this.keep[low] = scaled[low] ?? 0;
      this.alias[low] = high;
      scaled[high] = (scaled[high] ?? 0) + (scaled[low] ?? 0) - 1;
      if ((scaled[high] ?? 0) < 1) {
        large.pop();
        small.push(high);
      }
    }
    // what rounding leaves over: a slot of no weight must not be drawn
    for (const left of small) if ((weights[left] ?? 0) === 0) this.replaceEmpty(left, weights);
  }

  pick(random: Random): number {
    const position = random.next() * this.keep.length;
    const index = Math.floor(position);
    return position - index < (this.keep[index] ?? 1) ? index : (this.alias[index] ?? index);
  }

  private replaceEmpty(slot: number, weights: readonly number[]): void {
    this.keep[slot] = 0;
    this.alias[slot] = weights.findIndex((weight) => weight > 0);
  }
}

/** The element at `index`, which must exist. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no element ${index} among ${items.length}`);
  return item;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}
