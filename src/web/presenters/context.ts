import type { ReleaseAnswer, SubstanceAnswer } from '../../queries/answers.js';
import { ENGLISH, FRENCH, type Language } from '../texts/language.js';
import { inLanguage, type Visit } from '../visit.js';
import { sitePicture } from './pictures.js';

/** What every page is made from, besides its own answer. */
export interface Context extends Visit {
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

/** What the layout knows of any page, that of an error too. */
export interface Frame {
  language: Language;
  demo: boolean;
  /** Day of the release, in words; null where it is not known. */
  version: string | null;
}

interface MenuLink {
  label: string;
  href: string;
  /** Whether the page is this one or below it. */
  current: boolean;
}

/** What the layout shows around a page. */
export interface PageModel extends Frame {
  title: string;
  description: string;
  /** Absolute address of the page among its variants; null: none. */
  canonical: string | null;
  /** Absolute addresses of the page in each language. */
  alternates: { code: string; href: string }[];
  /** The same page, filters and all, in the other language; null where it has none. */
  otherLanguage: { code: string; href: string } | null;
  menu: MenuLink[];
  crumbs: Crumb[];
  /** What stands in the field of the search in the header. */
  search: string;
  noindex: boolean;
  /** The header's own search is left out of pages that open with a larger one. */
  ownSearch: boolean;
  /** The feed of the page; absent: none. */
  feed?: Feed;
  /** Picture of the page for those who share it, absolute; absent: none. */
  picture?: { href: string; alt: string };
  /** What the page is about, for machines (schema.org, JSON-LD); absent: nothing. */
  about?: object;
}

interface Feed {
  title: string;
  href: string;
}

export interface PageWords {
  title: string;
  description: string;
  /** Path of the page among its variants. */
  path: string;
  /** From below the home page, which leads them all, to the page itself; absent: none are shown. */
  crumbs?: Crumb[];
  search?: string;
  noindex?: boolean;
  ownSearch?: boolean;
  feed?: Feed;
  /** Path of the picture; absent: that of the site. */
  picture?: { path: string; alt: string };
  about?: object;
}

export const SITE_NAME = 'Pharmacovigie';

/** The frame of a page of the given release. */
export function pageModel(context: Context, words: PageWords): PageModel {
  const { language, baseUrl, address } = context;
  const absolute = (path: string): string => `${baseUrl}${path}`;
  const { title, description, path, picture = sitePicture(language), feed, about } = words;
  return {
    language,
    title: title === SITE_NAME ? SITE_NAME : `${title} – ${SITE_NAME}`,
    description,
    canonical: absolute(inLanguage(path, language)),
    alternates: [FRENCH, ENGLISH].map((each) => ({ code: each.code, href: absolute(inLanguage(path, each)) })),
    otherLanguage: otherLanguage(context, address),
    menu: menuLinks(language, path),
    crumbs: words.crumbs === undefined ? [] : [{ label: language.texts.site.home, href: '/' }, ...words.crumbs],
    search: words.search ?? '',
    demo: context.demo,
    version: language.format.dayInWords(context.release.publishedAt),
    noindex: words.noindex ?? false,
    ownSearch: words.ownSearch ?? false,
    ...(feed && { feed }),
    picture: { href: absolute(picture.path), alt: picture.alt },
    ...(about && { about }),
  };
}

const MENU = [
  ['substances', '/substances'],
  ['specialities', '/specialites'],
  ['declarations', '/declarations'],
  ['shortages', '/ruptures'],
  ['compare', '/comparer'],
  ['data', '/donnees'],
  ['methodology', '/methodologie'],
] as const;

/** @param path of the page; empty: it is none of those in the menu */
export function menuLinks({ texts }: Language, path: string): MenuLink[] {
  const isAt = (href: string): boolean => path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`);
  return MENU.map(([name, href]) => ({ label: texts.site.nav[name], href, current: isAt(href) }));
}

/** @param address path and query, without the parameter of the language */
export function otherLanguage({ language }: Pick<Frame, 'language'>, address: string): PageModel['otherLanguage'] {
  if (language.code === 'fr') return { code: 'en', href: inLanguage(address, ENGLISH) };
  // said, though it goes without saying: a link that names a language keeps it
  return { code: 'fr', href: `${address}${address.includes('?') ? '&' : '?'}lang=fr` };
}

/** Where the figures of a block come from, as its last line says. */
export interface Provenance {
  sources: string;
  /** The release, by its day. */
  version: string;
  /** The part of the methodology that explains the block. */
  method: string;
}

/** @param method anchor of /methodologie */
export function provenance(
  { language, release }: Context,
  method: string,
  periods: { declarations?: Period | null; exposure?: Period | null },
): Provenance {
  const { yearSpan, dayInWords } = language.format;
  const sources = [
    periods.declarations ? `BNPV ${yearSpan(periods.declarations)}` : '',
    periods.exposure ? `Open Medic ${yearSpan(periods.exposure)}` : '',
  ].filter((source) => source !== '');
  return {
    sources: sources.join(', '),
    version: language.texts.site.provenance.version(dayInWords(release.publishedAt)),
    method: `/methodologie#${method}`,
  };
}
