import type { Paged, ReleaseAnswer } from '../queries/answers.js';

/** What every success looks like. Source: http.md. */
export interface Answer<T> {
  data: T;
  meta: { release: string };
}
export interface PageLinks {
  self: string;
  next: string | null;
  prev: string | null;
}
export interface ListAnswer<T> {
  data: T[];
  meta: { release: string; total: number; page: number; pageSize: number };
  links: PageLinks;
}

export function answer<T>(release: ReleaseAnswer, data: T): Answer<T> {
  return { data, meta: { release: release.id } };
}

export function listAnswer<T>(release: ReleaseAnswer, list: Paged<T>, links: PageLinks): ListAnswer<T> {
  const { items, total, page, pageSize } = list;
  return { data: items, meta: { release: release.id, total, page, pageSize }, links };
}
