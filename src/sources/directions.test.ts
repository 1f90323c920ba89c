import { withoutDirections } from './directions.js';

describe('marks that turn the direction of writing', () => {
  it.each([
    ['EXE.\u202EGNP\u2066', 'EXE.GNP'],
    ['\u200fA\u061c', 'A'],
    ['CŒUR 5 %', 'CŒUR 5 %'],
  ])('are taken from %j', (text, without) => {
    expect(withoutDirections(text)).toBe(without);
  });
});
