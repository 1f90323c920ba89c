import { nameWords } from '../substances/name-words.js';
import { byMerits, byStanding, EXACT, type Grade, gradeOf, type Merits, PREFIX } from './search-ranking.js';

/** What can be found: `searchText` is the normalised name with the synonyms, `weight` its popularity. */
export interface SearchEntry {
  type: 'substance' | 'speciality';
  code: string;
  name: string;
  searchText: string;
  weight: number;
}

interface Indexed {
  entry: SearchEntry;
  words: readonly string[];
  /** Its place among all entries, were they to answer equally well. */
  standing: number;
}
/** The words of the index that answer one typed word. */
interface Answering {
  grades: Map<string, Grade>;
  /** In so many places of the index. */
  occurrences: number;
}

/**
 * The names of one release by their words. It lies in memory because a release never changes and has some twenty
 * thousand names: the words that one typing error leads to are found by looking at every word there is, which misses
 * none, whereas trigrams hardly know « advli » from « advil ».
 */
export class SearchIndex {
  /** Word → the entries that have it. */
  private readonly postings = new Map<string, Indexed[]>();

  constructor(entries: readonly SearchEntry[]) {
    const ordered = entries
      .map((entry) => ({ ...entry, entry, wordCount: nameWords(entry.name).length }))
      .sort(byStanding);
    for (const [standing, { entry }] of ordered.entries()) {
      const indexed = { entry, words: nameWords(entry.searchText), standing };
      for (const word of new Set(indexed.words)) {
        const others = this.postings.get(word);
        if (others === undefined) this.postings.set(word, [indexed]);
        else others.push(indexed);
      }
    }
  }

  /** The entries in which a word answers each typed word, best first. No words: nothing. */
  find(typed: readonly string[], type: SearchEntry['type'] | null): SearchEntry[] {
    const answering = typed.map((word) => this.answeringTo(word));
    const [rarest] = answering.toSorted((a, b) => a.occurrences - b.occurrences);
    if (rarest === undefined) return [];
    // a letter alone is the beginning of a word: as a word, « à » is in half of the names
    const bestGrade = typed.length === 1 && typed[0]?.length === 1 ? PREFIX : EXACT;
    const found: (Merits & { entry: SearchEntry })[] = [];
    for (const indexed of this.having(rarest.grades.keys())) {
      if (type !== null && indexed.entry.type !== type) continue;
      const merits = meritsOf(indexed, answering, bestGrade);
      if (merits !== null) found.push(merits);
    }
    return found.sort(byMerits).map(({ entry }) => entry);
  }

  private answeringTo(typed: string): Answering {
    const grades = new Map<string, Grade>();
    let occurrences = 0;
    for (const [word, entries] of this.postings) {
      const grade = gradeOf(typed, word);
      if (grade === null) continue;
      grades.set(word, grade);
      occurrences += entries.length;
    }
    return { grades, occurrences };
  }

  private having(words: Iterable<string>): Set<Indexed> {
    const entries = new Set<Indexed>();
    for (const word of words) for (const entry of this.postings.get(word) ?? []) entries.add(entry);
    return entries;
  }
}

function meritsOf(
  { entry, words, standing }: Indexed,
  answering: readonly Answering[],
  bestGrade: Grade,
): (Merits & { entry: SearchEntry }) | null {
  let grades = 0;
  let places = 0;
  for (const one of answering) {
    const place = bestPlace(words, one.grades);
    const grade = one.grades.get(words[place] ?? '');
    if (grade === undefined) return null;
    grades += Math.max(grade, bestGrade);
    places += place;
  }
  return { entry, grades, isSubstance: entry.type === 'substance', places, standing };
}

/** Where the word is that answers best, the first of equals; -1 where none answers. */
function bestPlace(words: readonly string[], grades: ReadonlyMap<string, Grade>): number {
  let best: Grade | undefined;
  let found = -1;
  for (let place = 0; place < words.length; place += 1) {
    const grade = grades.get(words[place] ?? '');
    if (grade === undefined || (best !== undefined && grade >= best)) continue;
    best = grade;
    found = place;
    if (grade === EXACT) break;
  }
  return found;
}
