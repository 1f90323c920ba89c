import { format as englishFormat } from './en/format.js';
import { ENGLISH_TEXTS } from './en/index.js';
import type { Format } from './format.js';
import { format as frenchFormat } from './fr/format.js';
import { FRENCH_TEXTS } from './fr/index.js';
import type { Texts } from './texts.js';

/** All that a page needs to speak a language. */
export interface Language {
  code: 'fr' | 'en';
  texts: Texts;
  format: Format;
}

export const FRENCH: Language = { code: 'fr', texts: FRENCH_TEXTS, format: frenchFormat };
export const ENGLISH: Language = { code: 'en', texts: ENGLISH_TEXTS, format: englishFormat };
