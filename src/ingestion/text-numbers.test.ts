import { TextNumbers } from './text-numbers.js';

describe('TextNumbers', () => {
  it('gives each text a number, and tells once which', () => {
    const numbers = new TextNumbers();
    expect(['b', 'a', 'b', ''].map((text) => numbers.numberOf(text))).toEqual([0, 1, 0, 2]);
    expect(numbers.take()).toEqual([
      [0, 'b'],
      [1, 'a'],
      [2, ''],
    ]);
    expect(numbers.numberOf('a')).toBe(1);
    expect(numbers.take()).toEqual([]);
    expect(numbers.forgot).toBe(false);
  });

  it('forgets all when there are too many, or they are too long, and never gives a number to two', () => {
    const numbers = new TextNumbers(2);
    expect(['a', 'b', 'c', 'a', 'c'].map((text) => numbers.numberOf(text))).toEqual([0, 1, 2, 3, 2]);
    expect(numbers.forgot).toBe(true);
    const long = new TextNumbers(2);
    expect(['a', 'x'.repeat(128), 'a'].map((text) => long.numberOf(text))).toEqual([0, 1, 2]);
    expect(long.take().map(([number]) => number)).toEqual([0, 1, 2]);
  });
});
