import { nameWords } from '../substances/name-words.js';
import { byStanding, EXACT, type Grade, PREFIX, rankOf, standingOf } from './search-ranking.js';
import { SearchVocabulary } from './search-vocabulary.js';

/** What can be found: `searchText` is the normalised name with the synonyms, `weight` its popularity. */
export interface SearchEntry {
  type: 'substance' | 'speciality';
  code: string;
  name: string;
  searchText: string;
  weight: number;
}

/** Instead of a grade: no answer. */
const NONE = 255;

/**
 * The names of one release by their words. It lies in memory because a release never changes and has some twenty
 * thousand names: every word that one typing error leads to is found, whereas trigrams hardly know « advli » from
 * « advil ». Entries go by their standing: their place among all were they to answer equally well.
 */
export class SearchIndex<Entry extends SearchEntry = SearchEntry> {
  private readonly entries: readonly Entry[];
  private readonly vocabulary: SearchVocabulary;
  /** The words of each entry, in order, by their numbers. */
  private readonly words: Lists;
  /** The entries that have a word, by its number. */
  private readonly having: Lists;

  constructor(entries: readonly Entry[]) {
    this.entries = entries
      .map((entry) => {
        const { name, code, weight } = entry;
        return { entry, name, code, weight, wordCount: nameWords(name).length };
      })
      .sort(byStanding)
      .map(({ entry }) => entry);
    const texts = this.entries.map(({ searchText }) => nameWords(searchText));
    this.vocabulary = new SearchVocabulary(texts.flat());
    const numbers = new Map(this.vocabulary.words.map((word, number) => [word, number]));
    this.words = new Lists(texts.map((words) => words.map((word) => numbers.get(word) ?? 0)));
    this.having = this.words.turned(this.vocabulary.words.length);
  }

  /** The entries in which a word answers each typed word, best first, at most `limit`. No words: nothing. */
  find(typed: readonly string[], type: SearchEntry['type'] | null, limit = Infinity): Entry[] {
    const answering = typed.map((word) => new Answering(word, this.vocabulary, this.having));
    const [rarest] = answering.toSorted((a, b) => a.occurrences - b.occurrences);
    if (rarest === undefined) return [];
    // a letter alone is the beginning of a word: as a word, « à » is in half of the names
    const bestGrade = typed.length === 1 && typed[0]?.length === 1 ? PREFIX : EXACT;
    const ranks = new Float64Array(Math.min(rarest.occurrences, this.entries.length));
    let found = 0;
    for (const standing of this.havingAny(rarest.words, ranks.length)) {
      if (type !== null && this.entries[standing]?.type !== type) continue;
      const rank = this.rankOf(standing, answering, bestGrade);
      if (rank !== null) ranks[found++] = rank;
    }
    const best = ranks.subarray(0, found).sort().subarray(0, limit);
    return Array.from(best).flatMap((rank) => this.entries[standingOf(rank)] ?? []);
  }

  /** The entry of a code; undefined: there is none. */
  entryOf(type: SearchEntry['type'], code: string): Entry | undefined {
    return this.entries.find((entry) => entry.code === code && entry.type === type);
  }

  /** The entries that have any of the words, each once. */
  private havingAny(words: readonly number[], atMost: number): Uint32Array {
    const seen = new Uint8Array(this.entries.length);
    const { starts, items } = this.having;
    const found = new Uint32Array(atMost);
    let count = 0;
    for (const word of words)
      for (let i = starts[word] ?? 0; i < (starts[word + 1] ?? 0); i += 1) {
        const standing = items[i] ?? 0;
        if (seen[standing] === 1) continue;
        seen[standing] = 1;
        found[count++] = standing;
      }
    return found.subarray(0, count);
  }

  /** How well an entry answers all that was typed, as a number; null where a typed word has no answer. */
  private rankOf(standing: number, answering: readonly Answering[], bestGrade: number): number | null {
    const { starts, items } = this.words;
    const start = starts[standing] ?? 0;
    const end = starts[standing + 1] ?? 0;
    let grades = 0;
    let places = 0;
    for (const { grades: graded } of answering) {
      let best = NONE;
      let place = 0;
      for (let i = start; i < end && best !== EXACT; i += 1) {
        const grade = graded[items[i] ?? 0] ?? NONE;
        if (grade >= best) continue;
        best = grade;
        place = i - start;
      }
      if (best === NONE) return null;
      grades += Math.max(best, bestGrade);
      places += place;
    }
    return rankOf({ grades, isSubstance: this.entries[standing]?.type === 'substance', places, standing });
  }
}

/** How each word of an index answers one typed word. */
class Answering {
  /** Of each word, by its number. */
  readonly grades: Uint8Array;
  /** The numbers of those that do. */
  readonly words: number[] = [];
  /** In so many places of the index. */
  occurrences = 0;

  constructor(typed: string, vocabulary: SearchVocabulary, having: Lists) {
    this.grades = new Uint8Array(vocabulary.words.length).fill(NONE);
    vocabulary.answer(typed, (from, to, grade) => {
      for (let word = from; word < to; word += 1) this.grade(word, grade, having);
    });
  }

  private grade(word: number, grade: Grade, having: Lists): void {
    const known = this.grades[word] ?? NONE;
    if (grade >= known) return;
    this.grades[word] = grade;
    if (known !== NONE) return;
    this.words.push(word);
    this.occurrences += having.lengthOf(word);
  }
}

/** Many lists of small whole numbers, one behind the other: list `n` is `items` from `starts[n]` to `starts[n + 1]`. */
class Lists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;

  constructor(lists: readonly (readonly number[])[]) {
    this.starts = new Uint32Array(lists.length + 1);
    for (const [n, list] of lists.entries()) this.starts[n + 1] = (this.starts[n] ?? 0) + list.length;
    this.items = new Uint32Array(this.starts[lists.length] ?? 0);
    for (const [n, list] of lists.entries()) this.items.set(list, this.starts[n]);
  }

  lengthOf(n: number): number {
    return (this.starts[n + 1] ?? 0) - (this.starts[n] ?? 0);
  }

  /** For each number below `size` the lists that hold it, each once, in order. */
  turned(size: number): Lists {
    const holders = Array.from({ length: size }, (): number[] => []);
    for (let n = 0; n + 1 < this.starts.length; n += 1)
      for (const item of new Set(this.items.subarray(this.starts[n], this.starts[n + 1]))) holders[item]?.push(n);
    return new Lists(holders);
  }
}
