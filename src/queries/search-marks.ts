import { nameWords } from '../substances/name-words.js';
import { type Grade, gradeOf, ONE_EDIT, PREFIX } from './search-ranking.js';

/** A piece of a name; `hit`: it answers what was typed. */
export interface MarkedPiece {
  text: string;
  hit: boolean;
}
interface NameWord {
  /** As the name has it, and where. */
  text: string;
  start: number;
  word: string;
}

/** Letters with their accents, or digits: what becomes one word of the index. */
const RUNS = /[\p{L}\p{M}]+|\p{N}+/gu;

/**
 * A name in pieces, those that answer `q` as the search compares them marked: whole words, their beginnings, or where
 * a typed word has neither in this name, the words that one typing error leads to.
 */
export function markedName(name: string, q: string): MarkedPiece[] {
  const words = wordsOf(name);
  const lengths = new Map<NameWord, number>();
  for (const typed of nameWords(q))
    for (const { word, grade } of answersTo(typed, words))
      lengths.set(word, Math.max(lengths.get(word) ?? 0, hitLength(word, typed, grade)));
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const [word, length] of [...lengths].sort(([a], [b]) => a.start - b.start)) {
    if (word.start > end) pieces.push({ text: name.slice(end, word.start), hit: false });
    end = word.start + length;
    pieces.push({ text: name.slice(word.start, end), hit: true });
  }
  return end < name.length ? [...pieces, { text: name.slice(end), hit: false }] : pieces;
}

/**
 * What was typed, its words with an error replaced by those of the name that was found best; null when none has one.
 * Lower case: it is a word that somebody may have meant, not a name.
 */
export function nearSpelling(name: string, q: string): string | null {
  const words = wordsOf(name);
  const typed = nameWords(q);
  const meant = typed.map((one) => {
    const [best] = answersTo(one, words);
    return best === undefined || best.grade < ONE_EDIT ? null : best.word.text;
  });
  if (meant.every((one) => one === null)) return null;
  return typed.map((one, index) => (meant[index] ?? one).toLowerCase()).join(' ');
}

function wordsOf(name: string): NameWord[] {
  return Array.from(name.matchAll(RUNS), ({ 0: text, index }) => ({
    text,
    start: index,
    word: nameWords(text).join(''),
  }));
}

/** The words that answer a typed one without an error; if there are none, those with the fewest liberties. */
function answersTo(typed: string, words: readonly NameWord[]): { word: NameWord; grade: Grade }[] {
  const answers = words.flatMap((word) => {
    const grade = gradeOf(typed, word.word);
    return grade === null ? [] : [{ word, grade }];
  });
  const best = Math.max(PREFIX, Math.min(...answers.map(({ grade }) => grade)));
  return answers.filter(({ grade }) => grade <= best);
}

/** Only the beginning is marked where it is what was typed, letter for letter. */
function hitLength({ text, word }: NameWord, typed: string, grade: Grade): number {
  return grade === PREFIX && text.length === word.length ? typed.length : text.length;
}
