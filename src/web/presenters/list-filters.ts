import type { AtcItem, Paged } from '../../queries/answers.js';
import type { ListFilters } from '../texts/fr/lists.js';
import type { Language } from '../texts/language.js';
import { address } from './paging.js';

/** Parameters of the address of a list, in their order. */
export type ListParameters = Record<string, string | undefined>;

/** A filter that is set, with the address of the list without it. */
interface SetFilter {
  text: string;
  href: string;
}
interface ClassOption {
  value: string;
  label: string;
  selected: boolean;
}
export interface ListFiltersModel {
  q: string;
  classes: ClassOption[];
  /** What else the address asks for, and the form keeps. */
  kept: { name: string; value: string }[];
  set: SetFilter[];
  /** The list without any filter; empty: none is set. */
  clear: string;
}

/** The form of a list and what it is narrowed to. */
export interface ListOf {
  path: string;
  parameters: ListParameters;
  words: ListFilters;
  /** The first level of the tree; none where the release has no ATC source. */
  classes: readonly AtcItem[];
}

export function listFilters(language: Language, { path, parameters, words, classes }: ListOf): ListFiltersModel {
  const { filter } = language.texts.lists;
  const { q, atc, tri, ...others } = parameters;
  const without = (name: string): string => address(path, { ...parameters, [name]: undefined });
  const set = [
    words.substance ? { text: filter.setSubstance(words.substance), href: without('substance') } : null,
    words.atc ? { text: filter.setAtc(words.atc), href: without('atc') } : null,
    q === undefined ? null : { text: filter.setName(q), href: without('q') },
    words.letter === undefined ? null : { text: filter.setLetter(words.letter), href: without('lettre') },
  ].filter((one) => one !== null);
  return {
    q: q ?? '',
    classes: classOptions(classes, atc, words.atc ?? ''),
    kept: Object.entries({ ...others, tri }).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    set,
    clear: set.length < 2 ? '' : address(path, { tri }),
  };
}

/** The first level, and the class that is chosen where it lies deeper, under its own first level. */
function classOptions(roots: readonly AtcItem[], chosen: string | undefined, words: string): ClassOption[] {
  const options = roots.map(({ code, label }) => ({
    value: code,
    label: label === null ? code : `${code} ${label}`,
    selected: code === chosen,
  }));
  if (chosen === undefined || options.some((option) => option.selected)) return options;
  const after = options.findIndex((option) => chosen.startsWith(option.value)) + 1;
  return options.toSpliced(after, 0, { value: chosen, label: words, selected: true });
}

/** Where a page of a list lies in it, or why it has no rows. */
export interface ListPlace {
  /** « 51 à 100 sur 305 »; empty for a list of one page. */
  range: string;
  /** Asked for beyond the last page; the first one is at `first`. */
  beyond: boolean;
  first: string;
}

export function listPlace(language: Language, list: Omit<Paged<unknown>, 'items'>, first: string): ListPlace {
  const { total, page, pageSize } = list;
  const from = (page - 1) * pageSize + 1;
  const isWhole = total <= pageSize || from > total;
  return {
    range: isWhole ? '' : language.texts.lists.range(from, Math.min(total, page * pageSize), total),
    beyond: total > 0 && from > total,
    first,
  };
}
