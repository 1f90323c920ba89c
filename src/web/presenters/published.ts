import type { Language } from '../texts/language.js';
import { type Label, asInSource } from './figures.js';

export interface Fact extends Label {
  term: string;
}

/** A value from one of the short lists of the public medicines database, in the language of the page where it is known. */
export function published(language: Language, value: string): Label {
  const known = language.texts.speciality.values[value.replaceAll('’', "'")];
  return known === undefined ? inSource(language, value) : { label: known };
}

/** Several values of a list, as one text. */
export function publishedList(language: Language, items: readonly string[]): Label {
  const all = items.map((item) => published(language, item));
  const text = all.map(({ label }) => label).join(', ');
  return all.some(({ lang }) => lang !== undefined) ? inSource(language, text) : { label: text };
}

/** Words of the source, in French in every language. */
export function inSource(language: Language, text: string): Label {
  return asInSource({ label: text }, language);
}

/** The facts that are known, in order; a string is words of the page's own. */
export function known(facts: readonly [string, Label | string | null][]): Fact[] {
  return facts.flatMap(([term, fact]) => {
    if (fact === null) return [];
    const said = typeof fact === 'string' ? { label: fact } : fact;
    return said.label === '' ? [] : [{ term, ...said }];
  });
}
