import { nameWords } from '../substances/name-words.js';
import { byStanding, EXACT, graderOf, PREFIX, rankOf, standingOf } from './search-ranking.js';

/** What can be found: `searchText` is the normalised name with the synonyms, `weight` its popularity. */
export interface SearchEntry {
  type: 'substance' | 'speciality';
  code: string;
  name: string;
  searchText: string;
  weight: number;
}

/** An entry, at its place among all were they to answer equally well. */
interface Indexed {
  entry: SearchEntry;
  /** Its words, by their numbers. */
  words: readonly number[];
}
/** How each word of the index, by its number, answers one typed word. */
interface Answering {
  grades: Uint8Array;
  /** The numbers of those that do. */
  words: number[];
  /** In so many places of the index. */
  occurrences: number;
}

/** Instead of a grade: no answer. */
const NONE = 255;

/**
 * The names of one release by their words. It lies in memory because a release never changes and has some twenty
 * thousand names: the words that one typing error leads to are found by looking at every word there is, which misses
 * none, whereas trigrams hardly know « advli » from « advil ».
 */
export class SearchIndex {
  private readonly indexed: Indexed[] = [];
  /** The words, by their numbers. */
  private readonly vocabulary: string[] = [];
  /** The places of the entries that have a word, by its number. */
  private readonly postings: number[][] = [];

  constructor(entries: readonly SearchEntry[]) {
    const numbers = new Map<string, number>();
    const ordered = entries
      .map((entry) => ({ ...entry, entry, wordCount: nameWords(entry.name).length }))
      .sort(byStanding);
    for (const [standing, { entry }] of ordered.entries()) {
      const words = nameWords(entry.searchText).map((word) => this.numberOf(word, numbers));
      this.indexed.push({ entry, words });
      for (const word of new Set(words)) this.postings[word]?.push(standing);
    }
  }

  /** The entries in which a word answers each typed word, best first, at most `limit`. No words: nothing. */
  find(typed: readonly string[], type: SearchEntry['type'] | null, limit = Infinity): SearchEntry[] {
    const answering = typed.map((word) => this.answeringTo(word));
    const [rarest] = answering.toSorted((a, b) => a.occurrences - b.occurrences);
    if (rarest === undefined) return [];
    // a letter alone is the beginning of a word: as a word, « à » is in half of the names
    const bestGrade = typed.length === 1 && typed[0]?.length === 1 ? PREFIX : EXACT;
    const ranks = new Float64Array(Math.min(rarest.occurrences, this.indexed.length));
    let found = 0;
    for (const standing of this.having(rarest.words)) {
      const indexed = this.indexed[standing];
      if (indexed === undefined || (type !== null && indexed.entry.type !== type)) continue;
      const rank = rankIn(indexed, standing, answering, bestGrade);
      if (rank !== null) ranks[found++] = rank;
    }
    const best = ranks.subarray(0, found).sort().subarray(0, limit);
    return Array.from(best).flatMap((rank) => this.indexed[standingOf(rank)]?.entry ?? []);
  }

  private numberOf(word: string, numbers: Map<string, number>): number {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    this.postings.push([]);
    numbers.set(word, this.vocabulary.push(word) - 1);
    return this.vocabulary.length - 1;
  }

  private answeringTo(typed: string): Answering {
    const grade = graderOf(typed);
    const answering: Answering = {
      grades: new Uint8Array(this.vocabulary.length).fill(NONE),
      words: [],
      occurrences: 0,
    };
    for (const [number, word] of this.vocabulary.entries()) {
      const found = grade(word);
      if (found === null) continue;
      answering.grades[number] = found;
      answering.words.push(number);
      answering.occurrences += this.postings[number]?.length ?? 0;
    }
    return answering;
  }

  /** The places of the entries that have any of the words, each once. */
  private having(words: readonly number[]): number[] {
    const seen = new Uint8Array(this.indexed.length);
    const places: number[] = [];
    for (const word of words)
      for (const place of this.postings[word] ?? []) {
        if (seen[place] === 1) continue;
        seen[place] = 1;
        places.push(place);
      }
    return places;
  }
}

/** How well an entry answers all that was typed, as a number; null where a typed word has no answer. */
function rankIn(
  { entry, words }: Indexed,
  standing: number,
  answering: readonly Answering[],
  bestGrade: number,
): number | null {
  let grades = 0;
  let places = 0;
  for (const one of answering) {
    let best = NONE;
    let place = 0;
    for (let i = 0; i < words.length && best !== EXACT; i += 1) {
      const grade = one.grades[words[i] ?? 0] ?? NONE;
      if (grade >= best) continue;
      best = grade;
      place = i;
    }
    if (best === NONE) return null;
    grades += Math.max(best, bestGrade);
    places += place;
  }
  return rankOf({ grades, isSubstance: entry.type === 'substance', places, standing });
}
