import { nameWords } from '../substances/name-words.js';

/** What can be found: `searchText` is the normalised name with the synonyms, `weight` its popularity. */
export interface SearchEntry {
  type: 'substance' | 'speciality';
  code: string;
  name: string;
  searchText: string;
  weight: number;
}

/** How well a word of an entry answers a word that was typed; smaller is better. */
export const EXACT = 0;
export const PREFIX = 1;
export const ONE_EDIT = 2;
export const ONE_EDIT_PREFIX = 3;
export type Grade = typeof EXACT | typeof PREFIX | typeof ONE_EDIT | typeof ONE_EDIT_PREFIX;

/** From this length on a word may hold a typing error; shorter ones resemble too many others. */
const TOLERANT_LENGTH = 3;
/** From this length on the beginning of a word may hold one too. */
const TOLERANT_PREFIX_LENGTH = 5;
const DIGITS = /^\p{N}+$/u;

/** How `word` answers `typed`, both normalised; null where it does not. Numbers are doses: they tolerate no error. */
export function gradeOf(typed: string, word: string): Grade | null {
  if (word === typed) return EXACT;
  if (word.startsWith(typed)) return PREFIX;
  if (typed.length < TOLERANT_LENGTH || DIGITS.test(typed)) return null;
  if (isOneEdit(typed, word)) return ONE_EDIT;
  if (typed.length < TOLERANT_PREFIX_LENGTH || word.length <= typed.length - 1) return null;
  return [-1, 0, 1].some((more) => isOneEdit(typed, word.slice(0, typed.length + more))) ? ONE_EDIT_PREFIX : null;
}

/** Whether one insertion, deletion, substitution or transposition of neighbours leads from `a` to `b` (not zero). */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  if (a.length > b.length) return a.slice(start + 1) === b.slice(start);
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  if (a.slice(start + 1) === b.slice(start + 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
}

interface Ranked {
  entry: SearchEntry;
  /** Sum of the grades of the words typed. */
  grades: number;
  /** Sum of the places of the words that answered. */
  places: number;
  wordCount: number;
}

/**
 * The entries in which every typed word is answered by a word, best first: fewest liberties taken, substances before
 * specialities, words found early, short names, popular ones. Ties keep the order of names and codes.
 */
export function rank(typed: readonly string[], entries: readonly SearchEntry[]): SearchEntry[] {
  return entries
    .map((entry) => ranked(typed, entry))
    .filter((found) => found !== null)
    .sort(better)
    .map((found) => found.entry);
}

function ranked(typed: readonly string[], entry: SearchEntry): Ranked | null {
  const words = nameWords(entry.searchText);
  let grades = 0;
  let places = 0;
  for (const one of typed) {
    const best = bestAnswer(one, words);
    if (best === null) return null;
    grades += best.grade;
    places += best.place;
  }
  return { entry, grades, places, wordCount: nameWords(entry.name).length };
}

function bestAnswer(typed: string, words: readonly string[]): { grade: Grade; place: number } | null {
  let best: { grade: Grade; place: number } | null = null;
  for (const [place, word] of words.entries()) {
    const grade = gradeOf(typed, word);
    if (grade !== null && (best === null || grade < best.grade)) best = { grade, place };
    if (grade === EXACT) break;
  }
  return best;
}

function better(a: Ranked, b: Ranked): number {
  return (
    a.grades - b.grades ||
    Number(a.entry.type === 'speciality') - Number(b.entry.type === 'speciality') ||
    a.places - b.places ||
    a.wordCount - b.wordCount ||
    b.entry.weight - a.entry.weight ||
    a.entry.name.length - b.entry.name.length ||
    (a.entry.name < b.entry.name ? -1 : a.entry.name > b.entry.name ? 1 : 0) ||
    (a.entry.code < b.entry.code ? -1 : 1)
  );
}
