import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSql } from '../database/sql.js';
import { nameWords } from '../substances/name-words.js';
import { EXACT, gradeOf, PREFIX } from './search-ranking.js';

const TEXTS = readSql(import.meta.url, './search-texts.sql');

/** How one typed word can be looked for. */
export interface WordPattern {
  /** A regular expression that every entry with an answering word matches, and few others. */
  pattern: string;
  /** How many times answering words occur in the release. */
  occurrences: number;
}

/** The words of a release's names, kept in memory for the release that was asked last: it never changes. */
@Injectable()
export class SearchVocabulary {
  private known: { releaseId: string; words: Promise<Map<string, number>> } | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** null where no word of the release answers the typed one, not even with one typing error. */
  async patternOf(releaseId: string, typed: string): Promise<WordPattern | null> {
    let occurrences = 0;
    const looked: string[] = [];
    let begun = false;
    for (const [word, count] of await this.wordsOf(releaseId)) {
      const grade = gradeOf(typed, word);
      if (grade === null) continue;
      occurrences += count;
      if (grade === EXACT || grade === PREFIX) begun = true;
      else looked.push(word);
    }
    if (occurrences === 0) return null;
    return { pattern: patternOfAny(begun ? [typed, ...looked] : looked), occurrences };
  }

  private wordsOf(releaseId: string): Promise<Map<string, number>> {
    if (this.known?.releaseId !== releaseId) {
      const words = this.load(releaseId);
      this.known = { releaseId, words };
      // a failed reading must not be remembered
      words.catch(() => {
        if (this.known?.words === words) this.known = null;
      });
    }
    return this.known.words;
  }

  private async load(releaseId: string): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const rows = await this.dataSource.query<{ searchText: string }[]>(TEXTS, [releaseId]);
    for (const { searchText } of rows)
      for (const word of nameWords(searchText)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  }
}

/** Words hold letters and digits only, so nothing in them has a meaning of its own in a pattern. */
function patternOfAny(words: readonly string[]): string {
  const [first = ''] = words;
  if (words.length > 1 || first.length >= 3) return words.join('|');
  // a short word is found in the middle of too many others
  return /\d/.test(first) ? `(^|[^0-9])${first}` : `(^|[^A-Z])${first}`;
}
