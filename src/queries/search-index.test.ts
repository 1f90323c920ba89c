import fc from 'fast-check';
import { nameWords } from '../substances/name-words.js';
import { SearchIndex, type SearchEntry } from './search-index.js';
import { byStanding, gradeOf } from './search-ranking.js';

describe('SearchIndex', () => {
  const entry = (type: SearchEntry['type'], code: string, name: string, weight = 0): SearchEntry => ({
    type,
    code,
    name,
    searchText: name.toUpperCase(),
    weight,
  });
  const names = (typed: string[], entries: SearchEntry[]): string[] =>
    new SearchIndex(entries).find(typed, null).map((found) => found.name);

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

  it('takes a letter alone for the beginning of a word', () => {
    const entries = [entry('speciality', '1', 'Rozovil comprime a croquer'), entry('speciality', '2', 'Advil')];
    expect(names(['A'], entries)).toEqual(['Advil', 'Rozovil comprime a croquer']);
    expect(
      names(['C', 'VITAMINE'], [entry('substance', '1', 'Vitamine cx'), entry('substance', '2', 'Vitamine c')]),
    ).toEqual(['Vitamine c', 'Vitamine cx']);
  });

  it('gives one type when asked to', () => {
    const entries = [entry('speciality', '1', 'Zinc comprime'), entry('substance', '2', 'Zinc')];
    expect(new SearchIndex(entries).find(['ZINC'], 'speciality').map((found) => found.code)).toEqual(['1']);
  });

  it('gives no more than asked for, the best of all', () => {
    const entries = ['Zinc pommade', 'Zinc comprime', 'Zinc'].map((name, at) => entry('speciality', String(at), name));
    expect(new SearchIndex(entries).find(['ZINC'], null, 2).map((found) => found.name)).toEqual([
      'Zinc',
      'Zinc pommade',
    ]);
  });

  it('finds nothing for no words', () => {
    expect(names([], [entry('substance', '2', 'Zinc')])).toEqual([]);
  });

  it('finds what looking at every word of every entry finds, in that order', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C', '5'), minLength: 1, maxLength: 7 });
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const drawn = fc.record({
      type: fc.constantFrom('substance' as const, 'speciality' as const),
      code: fc.nat(99).map(String),
      name: text,
      searchText: text,
      weight: fc.nat(2),
    });
    const entries = fc.uniqueArray(drawn, { maxLength: 30, selector: ({ type, code }) => type + code });
    const asked = fc.record({
      typed: fc.array(word, { maxLength: 3 }),
      type: fc.constantFrom(null, 'substance' as const, 'speciality' as const),
      limit: fc.constantFrom(1, 3, Infinity),
    });
    fc.assert(
      fc.property(entries, asked, (all, { typed, type, limit }) => {
        expect(new SearchIndex(all).find(typed, type, limit)).toEqual(slowly(all, typed, type).slice(0, limit));
      }),
      { numRuns: 500 },
    );
  });
});

/** The obvious slow way: each entry is graded, and all that answer are sorted. */
function slowly(entries: SearchEntry[], typed: string[], type: SearchEntry['type'] | null): SearchEntry[] {
  const [only = ''] = typed;
  const least = typed.length === 1 && only.length === 1 ? 1 : 0;
  return entries
    .filter((entry) => type === null || entry.type === type)
    .map((entry) => {
      const words = nameWords(entry.searchText);
      const best = typed.map((one) => {
        const grades = words.map((word) => gradeOf(one, word) ?? Infinity);
        const grade = Math.min(...grades);
        return { grade, place: grades.indexOf(grade) };
      });
      const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
      return {
        ...entry,
        entry,
        wordCount: nameWords(entry.name).length,
        grades: sum(best.map(({ grade }) => Math.max(grade, least))),
        places: sum(best.map(({ place }) => place)),
      };
    })
    .filter(({ grades }) => typed.length > 0 && grades < Infinity)
    .sort(
      (a, b) =>
        a.grades - b.grades ||
        Number(b.type === 'substance') - Number(a.type === 'substance') ||
        a.places - b.places ||
        byStanding(a, b),
    )
    .map(({ entry }) => entry);
}
