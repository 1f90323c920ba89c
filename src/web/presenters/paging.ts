import type { Language } from '../texts/language.js';

export interface PagingModel {
  text: string;
  previous: string | null;
  next: string | null;
}
export interface LetterLink {
  letter: string;
  href: string;
  current: boolean;
}

/** An address with the parameters that are set, in the order given. */
export function address(path: string, parameters: Record<string, string | undefined>): string {
  const set = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return set.length === 0 ? path : `${path}?${set.join('&')}`;
}

/** Where one is in a list, with links to the pages around. */
export function paging(
  { texts, format }: Language,
  list: { total: number; page: number; pageSize: number },
  hrefOf: (page: string | undefined) => string,
): PagingModel {
  const pages = Math.max(1, Math.ceil(list.total / list.pageSize));
  return {
    text: texts.site.paging.where(format.wholeNumber(list.page), format.wholeNumber(pages)),
    previous: list.page > 1 ? hrefOf(list.page === 2 ? undefined : String(list.page - 1)) : null,
    next: list.page < pages ? hrefOf(String(list.page + 1)) : null,
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

export function letterLinks(current: string | undefined, hrefOf: (letter: string) => string): LetterLink[] {
  return LETTERS.map((letter) => ({ letter, href: hrefOf(letter), current: letter === current }));
}

type Query = Record<string, unknown>;

/** A parameter of an address, trimmed and of a bearable length; undefined when it is absent, empty or given twice. */
export function textOf(query: Query, name: string): string | undefined {
  const value = query[name];
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, 200);
  return text === '' ? undefined : text;
}

/** The page asked for; the first when the address says nothing sensible. */
export function pageOf(query: Query): number {
  const text = textOf(query, 'page') ?? '1';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** A code of the ATC tree, in its own case; undefined when what is given has not the form of one. */
export function atcOf(query: Query): string | undefined {
  const code = textOf(query, 'atc')?.toUpperCase();
  return code !== undefined && /^[A-Z](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?$/.test(code) ? code : undefined;
}

export function letterOf(query: Query): string | undefined {
  const letter = textOf(query, 'lettre')?.toUpperCase();
  return letter !== undefined && LETTERS.includes(letter) ? letter : undefined;
}
