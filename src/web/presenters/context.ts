import type { ReleaseAnswer, SubstanceAnswer } from '../../queries/answers.js';
import { dayInWords, yearSpan } from '../format.js';

/** What every page is made from, besides its own answer. */
export interface Context {
  release: ReleaseAnswer;
  /** Whether the figures are fictitious: the setting, else what the release says. */
  demo: boolean;
  /** Public address of the site, without a slash at its end. */
  baseUrl: string;
  /** Counts from 1 to one below this are hidden. */
  minCell: number;
}

export type AdverseReactions = NonNullable<SubstanceAnswer['adverseReactions']>;
export type Exposure = NonNullable<SubstanceAnswer['exposure']>;
export type Row = AdverseReactions['byYear'][number];
export type NotificationRate = NonNullable<AdverseReactions['notificationRate']>;
export type Population = AdverseReactions['population'];
export type Period = AdverseReactions['period'];

interface Crumb {
  label: string;
  /** null: the page itself. */
  href: string | null;
}

/** What the layout shows around a page. */
export interface PageModel {
  title: string;
  description: string;
  /** Absolute address of the page among its variants; null: none. */
  canonical: string | null;
  crumbs: Crumb[];
  /** What stands in the field of the search in the header. */
  search: string;
  demo: boolean;
  /** Day of the release, in words; null where it is not known. */
  version: string | null;
  noindex: boolean;
  /** The header's own search is left out of pages that open with a larger one. */
  ownSearch: boolean;
  /** Address of the feed of the page; absent: none. */
  feed?: string;
}

export interface PageWords {
  title: string;
  description: string;
  /** Path of the page among its variants. */
  path: string;
  crumbs?: Crumb[];
  search?: string;
  noindex?: boolean;
  ownSearch?: boolean;
  feed?: string;
}

export const SITE_NAME = 'Pharmacovigie';

/** The frame of a page of the given release. */
export function pageModel(context: Context, words: PageWords): PageModel {
  return {
    title: words.title === SITE_NAME ? SITE_NAME : `${words.title} – ${SITE_NAME}`,
    description: words.description,
    canonical: `${context.baseUrl}${words.path}`,
    crumbs: words.crumbs ?? [],
    search: words.search ?? '',
    demo: context.demo,
    version: dayInWords(context.release.publishedAt),
    noindex: words.noindex ?? false,
    ownSearch: words.ownSearch ?? false,
    ...(words.feed === undefined ? {} : { feed: words.feed }),
  };
}

/** Where the figures of a block come from, as its last line says. */
export interface Provenance {
  sources: string;
  /** Day of the release, in words. */
  version: string;
  /** The part of the methodology that explains the block. */
  method: string;
}

/** @param method anchor of /methodologie */
export function provenance(
  context: Context,
  method: string,
  periods: { declarations?: Period | null; exposure?: Period | null },
): Provenance {
  const sources = [
    periods.declarations ? `BNPV ${yearSpan(periods.declarations)}` : '',
    periods.exposure ? `Open Medic ${yearSpan(periods.exposure)}` : '',
  ].filter((source) => source !== '');
  return {
    sources: sources.join(', '),
    version: dayInWords(context.release.publishedAt),
    method: `/methodologie#${method}`,
  };
}
