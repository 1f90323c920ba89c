import fc from 'fast-check';
import {
  beginsWithOneEdit,
  EXACT,
  gradeOf,
  isOneEdit,
  ONE_EDIT,
  ONE_EDIT_PREFIX,
  PREFIX,
  rankOf,
  standingOf,
} from './search-ranking.js';

/** The obvious slow way: everything that one edit makes of a word over a small alphabet. */
function edits(word: string, letters: string): Set<string> {
  const made = new Set<string>();
  for (let i = 0; i <= word.length; i += 1) {
    for (const letter of letters) {
      made.add(word.slice(0, i) + letter + word.slice(i));
      if (i < word.length) made.add(word.slice(0, i) + letter + word.slice(i + 1));
    }
    made.add(word.slice(0, i) + word.slice(i + 1));
    made.add(word.slice(0, i) + (word[i + 1] ?? '') + (word[i] ?? '') + word.slice(i + 2));
  }
  made.delete(word);
  return made;
}

describe('isOneEdit', () => {
  it('agrees with every edit written out', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneEdit(a, b)).toBe(edits(a, 'ABC').has(b));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('beginsWithOneEdit', () => {
  it('agrees with one edit of some beginning', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (typed, whole) => {
        fc.pre(!whole.startsWith(typed));
        const beginnings = Array.from({ length: whole.length + 1 }, (_, length) => whole.slice(0, length));
        expect(beginsWithOneEdit(typed, whole)).toBe(
          beginnings.some((beginning) => edits(typed, 'ABC').has(beginning)),
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('gradeOf', () => {
  it.each([
    ['ADVIL', 'ADVIL', EXACT],
    ['DOLIPR', 'DOLIPRANE', PREFIX],
    ['A', 'ACIDE', PREFIX],
    ['AMOXICILINE', 'AMOXICILLINE', ONE_EDIT],
    ['ADVLI', 'ADVIL', ONE_EDIT],
    ['XDVIL', 'ADVIL', ONE_EDIT],
    ['DVIL', 'ADVIL', ONE_EDIT],
    ['AADVIL', 'ADVIL', ONE_EDIT],
    ['FRE', 'FER', ONE_EDIT],
    ['DOLIRP', 'DOLIPRANE', ONE_EDIT_PREFIX],
    ['TOLIPR', 'DOLIPRANE', ONE_EDIT_PREFIX],
    ['ADVIL', 'DAVLI', null],
    ['AS', 'ES', null],
    ['500', '50', null],
    ['500', '501', null],
    ['50', '500', PREFIX],
    ['DOLPI', 'DOLIPRANE', ONE_EDIT_PREFIX],
  ])('%s answered by %s is %s', (typed, word, grade) => {
    expect(gradeOf(typed, word)).toBe(grade);
  });
});

describe('rankOf', () => {
  it('orders as its parts do, one after another, and gives the standing back', () => {
    const merits = fc.record({
      grades: fc.integer({ min: 0, max: 36 }),
      isSubstance: fc.boolean(),
      places: fc.integer({ min: 0, max: 2000 }),
      standing: fc.integer({ min: 0, max: 100_000 }),
    });
    fc.assert(
      fc.property(merits, merits, (a, b) => {
        const parts =
          a.grades - b.grades ||
          Number(b.isSubstance) - Number(a.isSubstance) ||
          a.places - b.places ||
          a.standing - b.standing;
        expect(Math.sign(rankOf(a) - rankOf(b))).toBe(Math.sign(parts));
        expect(standingOf(rankOf(a))).toBe(a.standing);
        expect(Number.isSafeInteger(rankOf(a))).toBe(true);
      }),
    );
  });
});
