/** How well a word of a name answers a word that was typed; smaller is better. */
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
  if (word.startsWith(typed)) return word.length === typed.length ? EXACT : PREFIX;
  if (typed.length < TOLERANT_LENGTH || DIGITS.test(typed)) return null;
  if (isOneEdit(typed, word)) return ONE_EDIT;
  return typed.length >= TOLERANT_PREFIX_LENGTH && beginsWithOneEdit(typed, word) ? ONE_EDIT_PREFIX : null;
}

/** Whether one insertion, deletion, substitution or transposition of neighbours leads from `a` to `b` (not zero). */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const start = sharedStart(a, b);
  if (a.length > b.length) return a.slice(start + 1) === b.slice(start);
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  return (
    a.slice(start + 1) === b.slice(start + 1) || (isSwapped(a, b, start) && a.slice(start + 2) === b.slice(start + 2))
  );
}

/** Whether one edit leads from `typed`, which is no beginning of `word`, to a beginning of it. */
export function beginsWithOneEdit(typed: string, word: string): boolean {
  const start = sharedStart(typed, word);
  const after = typed.slice(start + 1);
  return (
    word.startsWith(after, start) ||
    word.startsWith(after, start + 1) ||
    word.startsWith(typed.slice(start), start + 1) ||
    (isSwapped(typed, word, start) && word.startsWith(typed.slice(start + 2), start + 2))
  );
}

function sharedStart(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  return start;
}

function isSwapped(a: string, b: string, at: number): boolean {
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at];
}

/** What decides which of two entries stands first where both answer equally well. */
export interface Standing {
  /** Words of the name, without synonyms. */
  wordCount: number;
  /** Popularity. */
  weight: number;
  name: string;
  code: string;
}

/** Short names first, popular ones first; then by name and code. */
export function byStanding(a: Standing, b: Standing): number {
  return (
    a.wordCount - b.wordCount ||
    b.weight - a.weight ||
    a.name.length - b.name.length ||
    compare(a.name, b.name) ||
    compare(a.code, b.code)
  );
}

/** How well an entry answers. */
export interface Merits {
  /** Sum of the grades of the words typed. */
  grades: number;
  isSubstance: boolean;
  /** Sum of the places, from 0, of the words that answered. */
  places: number;
  /** Its place among all entries by standing. */
  standing: number;
}

/** Fewest liberties first, substances before specialities, words found early, then by standing. */
export function byMerits(a: Merits, b: Merits): number {
  return (
    a.grades - b.grades ||
    Number(b.isSubstance) - Number(a.isSubstance) ||
    a.places - b.places ||
    a.standing - b.standing
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
