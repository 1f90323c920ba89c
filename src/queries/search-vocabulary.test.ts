import fc from 'fast-check';
import { type Grade, gradeOf } from './search-ranking.js';
import { SearchVocabulary } from './search-vocabulary.js';

function graded(vocabulary: SearchVocabulary, typed: string): Record<string, Grade> {
  const grades: Record<string, Grade> = {};
  vocabulary.answer(typed, (from, to, grade) => {
    for (const word of vocabulary.words.slice(from, to)) grades[word] = Math.min(grades[word] ?? grade, grade) as Grade;
  });
  return grades;
}

/** The obvious slow way: every word by itself. */
function slowly(words: readonly string[], typed: string): Record<string, Grade> {
  return Object.fromEntries(
    words.flatMap((word) => {
      const grade = gradeOf(typed, word);
      return grade === null ? [] : [[word, grade]];
    }),
  );
}

describe('SearchVocabulary', () => {
  it('finds what looking at every word finds, whatever is typed', () => {
    // few signs, so that words are near each other; « 0 » makes numbers, « 𝐀 » is two signs of which the first is shared with « 𝐁 »
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'É', '0', '𝐀', '𝐁'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.array(word, { minLength: 1, maxLength: 20 }),
        (words, typed) => {
          const vocabulary = new SearchVocabulary(words);
          for (const one of [...typed, ...words.slice(0, 10)])
            expect(graded(vocabulary, one)).toEqual(slowly(words, one));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('numbers each word once, in the order of their signs', () => {
    expect(new SearchVocabulary(['B', 'A', 'B', 'AB']).words).toEqual(['A', 'AB', 'B']);
  });
});
