import {
  EXACT,
  type Grade,
  ONE_EDIT,
  ONE_EDIT_PREFIX,
  PREFIX,
  toleratesError,
  toleratesErrorInBeginning,
} from './search-ranking.js';

/** Words that stand one after another, by their numbers; `to` is the first after them. */
interface Range {
  from: number;
  to: number;
}

/** Told of words that answer; of a word more than once, maybe: its smallest grade counts. */
type Tell = (from: number, to: number, grade: Grade) => void;

/**
 * Different words in the order of their signs, numbered from 0: those that begin alike stand together. So what one
 * typing error leads to is found beginning by beginning, without looking at the thousands of words that are far from
 * it, and without missing any: the error stands at some place, before which all signs are as typed, and after which too.
 */
export class SearchVocabulary {
  /** By their numbers. */
  readonly words: readonly string[];

  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)].sort();
  }

  /** Tells of all words that answer a typed one, as `gradeOf` grades them. */
  answer(typed: string, tell: Tell): void {
    const all = { from: 0, to: this.words.length };
    const { from, to } = this.goingOn(all, 0, typed, 0);
    const whole = this.firstLonger({ from, to }, typed.length);
    tell(from, whole, EXACT);
    tell(whole, to, PREFIX);
    if (toleratesError(typed)) this.answerWithError(typed, all, tell);
  }

  /** @param same those that begin as typed, up to the place of the error: at first, all */
  private answerWithError(typed: string, same: Range, tell: Tell): void {
    const isBeginningEnough = toleratesErrorInBeginning(typed);
    // an error made at `at`: the word goes on at `depth` as what was typed does at `then`
    const tellOf = (range: Range, depth: number, then: number): void => {
      const { from, to } = this.goingOn(range, depth, typed, then);
      if (from === to) return;
      const longer = this.firstLonger({ from, to }, depth + typed.length - then);
      tell(from, longer, ONE_EDIT);
      if (isBeginningEnough) tell(longer, to, ONE_EDIT_PREFIX);
    };
    for (let at = 0; at < typed.length && same.from < same.to; at += 1) {
      const sign = typed.charCodeAt(at);
      tellOf(same, at, at + 1);
      let next: Range = { from: same.to, to: same.to };
      for (const [other, words] of this.bySign(same, at)) {
        if (other === sign) {
          // a sign that is typed once too little where it stands twice is missing at the second place, too
          next = words;
          continue;
        }
        tellOf(words, at + 1, at + 1);
        tellOf(words, at + 1, at);
        if (typed.charCodeAt(at + 1) === other)
          tellOf(this.goingOn(words, at + 1, typed.charAt(at), 0), at + 2, at + 2);
      }
      same = next;
    }
  }

  /** The words of a range, by their sign at `depth`; without those that end before. */
  private *bySign(range: Range, depth: number): Iterable<[sign: number, words: Range]> {
    let from = this.firstLonger(range, depth);
    while (from < range.to) {
      const sign = this.words[from]?.charCodeAt(depth) ?? 0;
      const to = this.firstWith(sign + 1, depth, { from, to: range.to });
      yield [sign, { from, to }];
      from = to;
    }
  }

  /** The words of a range, which begin alike up to `depth`, that go on there as `text` does from `at` on. */
  private goingOn(range: Range, depth: number, text: string, at: number): Range {
    let { from, to } = range;
    for (let i = at; i < text.length && from < to; i += 1) {
      const sign = text.charCodeAt(i);
      from = this.firstWith(sign, depth + i - at, { from, to });
      to = this.firstWith(sign + 1, depth + i - at, { from, to });
    }
    return { from, to };
  }

  /** The first word of a range, which begin alike up to `length`, that does not end there: only the very first may. */
  private firstLonger({ from, to }: Range, length: number): number {
    return from < to && this.words[from]?.length === length ? from + 1 : from;
  }

  /** The first word of a range, which begin alike up to `depth`, whose sign there is `sign` or a later one. */
  private firstWith(sign: number, depth: number, { from, to }: Range): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      // a word that ends there has none, and stands before all others
      if ((this.words[middle]?.charCodeAt(depth) ?? 0) >= sign) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
