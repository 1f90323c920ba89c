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

/** Whether a word that was typed may hold an error. Numbers are doses: they tolerate none. */
export function toleratesError(typed: string): boolean {
  return typed.length >= TOLERANT_LENGTH && !DIGITS.test(typed);
}

/** Whether the beginning of a longer word may hold one. */
export function toleratesErrorInBeginning(typed: string): boolean {
  return typed.length >= TOLERANT_PREFIX_LENGTH && toleratesError(typed);
}

/** How `word` answers `typed`, both normalised; null where it does not. */
export function gradeOf(typed: string, word: string): Grade | null {
  if (word.startsWith(typed)) return word.length === typed.length ? EXACT : PREFIX;
  if (toleratesError(typed) && isOneEdit(typed, word)) return ONE_EDIT;
  return toleratesErrorInBeginning(typed) && beginsWithOneEdit(typed, word) ? ONE_EDIT_PREFIX : null;
}

/** Whether one insertion, deletion, substitution or transposition of neighbours leads from `a` to `b` (not zero). */
export function isOneEdit(a: string, b: string): boolean {
  const longer = a.length - b.length;
  if (longer > 1 || longer < -1 || a === b) return false;
  const start = sharedStart(a, b);
  if (longer > 0) return goesOn(a, start + 1, b, start);
  if (longer < 0) return goesOn(a, start, b, start + 1);
  return goesOn(a, start + 1, b, start + 1) || (isSwapped(a, b, start) && goesOn(a, start + 2, b, start + 2));
}

/** Whether one edit leads from `typed`, which is no beginning of `word`, to a beginning of it. */
export function beginsWithOneEdit(typed: string, word: string): boolean {
  const start = sharedStart(typed, word);
  return (
    goesOn(typed, start + 1, word, start) ||
    goesOn(typed, start + 1, word, start + 1) ||
    goesOn(typed, start, word, start + 1) ||
    (isSwapped(typed, word, start) && goesOn(typed, start + 2, word, start + 2))
  );
}

function sharedStart(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  return start;
}

/** Whether `a` from `i` on is what `b` has from `j` on, or the beginning of it. Every word of the index comes here. */
function goesOn(a: string, i: number, b: string, j: number): boolean {
  if (b.length - j < a.length - i) return false;
  for (let k = 0; i + k < a.length; k += 1) if (a.charCodeAt(i + k) !== b.charCodeAt(j + k)) return false;
  return true;
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
interface Merits {
  /** Sum of the grades of the words typed. */
  grades: number;
  isSubstance: boolean;
  /** Sum of the places, from 0, of the words that answered. */
  places: number;
  /** Its place among all entries by standing. */
  standing: number;
}

/** More than a name has words, times the words that are looked for; and more than a release has names. */
const PLACES = 2 ** 14;
const STANDINGS = 2 ** 24;

/**
 * The merits as one number, the smallest best: fewest liberties first, substances before specialities, words found
 * early, then by standing. Numbers sort many times faster than what they are made of.
 */
export function rankOf({ grades, isSubstance, places, standing }: Merits): number {
  const kind = grades * 2 + (isSubstance ? 0 : 1);
  return (kind * PLACES + Math.min(places, PLACES - 1)) * STANDINGS + standing;
}

/** The place among all entries by standing of the entry that has a rank. */
export function standingOf(rank: number): number {
  return rank % STANDINGS;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
