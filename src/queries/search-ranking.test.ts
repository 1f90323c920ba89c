import fc from 'fast-check';
import {
  EXACT,
  gradeOf,
  isOneEdit,
  ONE_EDIT,
  ONE_EDIT_PREFIX,
  PREFIX,
  rank,
  type SearchEntry,
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

describe('rank', () => {
  const entry = (type: SearchEntry['type'], code: string, name: string, weight = 0): SearchEntry => ({
    type,
    code,
    name,
    searchText: name.toUpperCase(),
    weight,
  });
  const names = (typed: string[], entries: SearchEntry[]): string[] => rank(typed, entries).map((found) => found.name);

  it('leaves out entries in which a typed word has no answer', () => {
    const entries = [entry('speciality', '1', 'Advil 200 mg'), entry('speciality', '2', 'Nurofen 200 mg')];
    expect(names(['ADVIL', '200'], entries)).toEqual(['Advil 200 mg']);
  });

  it('puts whole words before beginnings, beginnings before errors', () => {
    const entries = [
      entry('substance', '1', 'Sodiom'),
      entry('speciality', '2', 'Sodiumex'),
      entry('speciality', '3', 'Sodium'),
      entry('substance', '4', 'Sodiomine'),
    ];
    expect(names(['SODIUM'], entries)).toEqual(['Sodium', 'Sodiumex', 'Sodiom', 'Sodiomine']);
  });

  it('puts substances first, then early words, then short names, then popular ones', () => {
    const entries = [
      entry('speciality', '1', 'Zinc oxyde pommade', 9),
      entry('speciality', '2', 'Zinc pommade', 1),
      entry('speciality', '3', 'Zinc comprime', 5),
      entry('speciality', '4', 'Oxyde zinc', 9),
      entry('substance', '5', 'Gluconate de zinc', 0),
    ];
    expect(names(['ZINC'], entries)).toEqual([
      'Gluconate de zinc',
      'Zinc comprime',
      'Zinc pommade',
      'Zinc oxyde pommade',
      'Oxyde zinc',
    ]);
  });

  it('does not depend on the order of the words or of the entries', () => {
    const entries = [
      entry('substance', '1', 'Acide clavulanique'),
      entry('speciality', '2', 'Amoxicilline acide clavulanique biogaran'),
      entry('speciality', '3', 'Amoxicilline acide clavulanique viatris'),
      entry('speciality', '4', 'Amoxicilline biogaran'),
    ];
    const both = ['Amoxicilline acide clavulanique viatris', 'Amoxicilline acide clavulanique biogaran'];
    expect(names(['CLAVULANIQUE', 'AMOXICILLINE'], entries)).toEqual(both);
    expect(names(['AMOXICILLINE', 'CLAVULANIQUE'], entries.toReversed())).toEqual(both);
  });

  it('finds a substance by the name of a salt', () => {
    const base = { ...entry('substance', '1', 'Base'), searchText: 'BASE BASE HEMIHYDRATE' };
    expect(names(['HEMIHYDRATE'], [base])).toEqual(['Base']);
  });
});
