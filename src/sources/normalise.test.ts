import fc from 'fast-check';
import { normalise } from './normalise.js';

/** Every step of counting.md, Names, one after the other. */
function stepByStep(text: string): string {
  return text
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/\(+/g, '(')
    .replace(/\)+/g, ')')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('normalise', () => {
  it.each([
    ['  Œdème \t de l’œil ', "OEDEME DE L'OEIL"],
    ['EXEMPLARINE ((200 mg)), comprimé', 'EXEMPLARINE (200 MG), COMPRIME'],
    ['e\u0301te\u0301', 'ETE'],
    ['straße', 'STRASSE'],
    ['a\u00a0b', 'A B'],
  ])('makes %p %p', (text, normal) => {
    expect(normalise(text)).toBe(normal);
  });

  it('takes every step, whichever it passes over', () => {
    const signs =
      'a|Z| |(|)|9|-|œ|Œ|æ|Æ|é|É|ç|ß|’|\u02bc|\u0301|\u0327|\u00a0|\u2003|\u200b|\ufeff|\t|\n|µ|ﬁ|İ|가|ǆ|😀|e\u0301';
    const sign = fc.constantFrom(...signs.split('|'));
    const text = fc.oneof(fc.string({ unit: sign }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, (name) => {
        expect(normalise(name)).toBe(stepByStep(name));
      }),
      { numRuns: 500 },
    );
  });
});
