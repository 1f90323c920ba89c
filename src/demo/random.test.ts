import { Random, Weighted } from './random.js';

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Random', () => {
  it('gives the same numbers for the same seed and stream, and others for another', () => {
    const numbers = draw(new Random(5, 'a'), 20);
    expect(draw(new Random(5, 'a'), 20)).toEqual(numbers);
    expect(draw(new Random(6, 'a'), 20)).not.toEqual(numbers);
    expect(draw(new Random(5, 'b'), 20)).not.toEqual(numbers);
    expect(draw(new Random(5 + 2 ** 32, 'a'), 20)).not.toEqual(numbers);
  });

  it('gives the numbers it always gave: the demonstration must not change by itself', () => {
    const random = new Random(1, 'demonstration');
    expect([random.below(1000), random.below(1000), random.below(1000)]).toEqual([319, 330, 102]);
  });

  it('is uniform, and normal with mean 0 and deviation 1', () => {
    const random = new Random(3, 'x');
    const uniform = draw(random, 20_000);
    expect(mean(uniform)).toBeCloseTo(0.5, 1);
    expect(uniform.filter((value) => value < 0.1).length / 20_000).toBeCloseTo(0.1, 2);
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1);
  });

  it('shuffles without losing anything and leaves the argument alone', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    const shuffled = new Random(2, 'x').shuffled(items);
    expect(items).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort()).toEqual(items);
  });
});

describe('Weighted', () => {
  it('draws by weight, and never what has none', () => {
    const weights = [5, 0, 1, 3, 0, 1];
    const weighted = new Weighted(weights);
    const random = new Random(4, 'x');
    const counts = weights.map(() => 0);
    for (let i = 0; i < 50_000; i += 1) {
      const index = weighted.pick(random);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    counts.forEach((count, i) => {
      expect(count / 50_000).toBeCloseTo((weights[i] ?? 0) / 10, 2);
    });
    expect([counts[1], counts[4]]).toEqual([0, 0]);
  });

  it('refuses weights that add up to nothing', () => {
    expect(() => new Weighted([0, 0])).toThrow(RangeError);
  });
});
