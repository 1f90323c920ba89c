import fc from 'fast-check';
import { distancesFrom } from './edit-distance.js';

/** The same from its definition: slow, and obvious. */
function slow(a: string, b: string): number {
  if (a === '' || b === '') return Math.max(a.length, b.length);
  const ways = [
    slow(a.slice(1), b) + 1,
    slow(a, b.slice(1)) + 1,
    slow(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) ways.push(slow(a.slice(2), b.slice(2)) + 1);
  return Math.min(...ways);
}

describe('the edit distance', () => {
  it.each([
    ['02202', '02202', 0],
    ['02203', '02202', 1],
    ['0220', '02202', 1],
    ['20202', '02202', 1],
    ['022023', '02202', 1],
    ['12203', '02202', 2],
    ['99999', '02202', 3],
    ['', '02202', 3],
  ])('of %j and %j is %i at a limit of 2', (a, b, expected) => {
    expect(distancesFrom(a, 2)(b)).toBe(expected);
  });

  it('is what its definition says, up to the limit', () => {
    const text = fc.string({ unit: fc.constantFrom('0', '1', '2'), maxLength: 5 });
    fc.assert(
      fc.property(text, fc.array(text), fc.integer({ min: 0, max: 4 }), (one, others, limit) => {
        expect(others.map(distancesFrom(one, limit))).toEqual(
          others.map((other) => Math.min(slow(one, other), limit + 1)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
