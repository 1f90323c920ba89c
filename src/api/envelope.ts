import type { Paged, ReleaseAnswer } from '../queries/answers.js';
import { attributionOf, LICENCE, LICENCE_URL } from './attribution.js';

/** What is said of every answer. */
export interface Meta {
  /** Number of the release that the answer was made from. */
  release: string;
  licence: typeof LICENCE;
  licenceUrl: string;
  attribution: string;
}
export interface PageMeta extends Meta {
  total: number;
  page: number;
  pageSize: number;
}
/** What every success looks like. Source: http.md. */
export interface Answer<T> {
  data: T;
  meta: Meta;
}
export interface PageLinks {
  self: string;
  next: string | null;
  prev: string | null;
}
export interface ListAnswer<T> {
  data: T[];
  meta: PageMeta;
  links: PageLinks;
}

export function answer<T>(release: ReleaseAnswer, data: T): Answer<T> {
  return { data, meta: metaOf(release) };
}

export function listAnswer<T>(release: ReleaseAnswer, list: Paged<T>, links: PageLinks): ListAnswer<T> {
  const { items, total, page, pageSize } = list;
  return { data: items, meta: { ...metaOf(release), total, page, pageSize }, links };
}

function metaOf(release: ReleaseAnswer): Meta {
  return { release: release.id, licence: LICENCE, licenceUrl: LICENCE_URL, attribution: attributionOf(release) };
}
