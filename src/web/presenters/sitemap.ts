import type { Context } from './context.js';

/** A page of its own of each thing that has a code. */
export interface PagePlace {
  kind: 'substance' | 'speciality' | 'atc';
  code: string;
}

/** Addresses in one file: the protocol allows 50,000. */
export const ADDRESSES_A_FILE = 45_000;

const FOLDERS: Record<PagePlace['kind'], string> = {
  substance: '/substances/',
  speciality: '/specialites/',
  atc: '/classes-atc/',
};
const PAGES = [
  '/',
  '/substances',
  '/specialites',
  '/declarations',
  '/ruptures',
  '/classes-atc',
  '/comparer',
  '/donnees',
  '/methodologie',
  '/faq',
  '/api',
  '/a-propos',
  '/accessibilite',
  '/mentions-legales',
];
const OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * `/sitemap.xml`: every page in French, each of which names its English twin itself; or, where one file cannot hold
 * them all, the files that do. All of a release is as new as the release.
 */
export function presentSitemap(context: Context, places: readonly PagePlace[]): string {
  const files = filesOf(places);
  if (files.length === 1) return addresses(context, files[0] ?? []);
  const entries = files.map((_, index) => entry(context, 'sitemap', `/sitemaps/${index + 1}.xml`));
  return `${OPENING}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('')}</sitemapindex>\n`;
}

/** `/sitemaps/1.xml` and so on; null: there is no such file. */
export function presentSitemapFile(context: Context, places: readonly PagePlace[], number: number): string | null {
  const files = filesOf(places);
  const file = files.length === 1 ? undefined : files[number - 1];
  return file === undefined ? null : addresses(context, file);
}

function filesOf(places: readonly PagePlace[]): string[][] {
  const paths = [...PAGES, ...places.map(({ kind, code }) => FOLDERS[kind] + code)];
  const count = Math.ceil(paths.length / ADDRESSES_A_FILE);
  return Array.from({ length: count }, (_, index) =>
    paths.slice(index * ADDRESSES_A_FILE, (index + 1) * ADDRESSES_A_FILE),
  );
}

function addresses(context: Context, paths: readonly string[]): string {
  const entries = paths.map((path) => entry(context, 'url', path));
  return `${OPENING}<urlset xmlns="${NAMESPACE}">\n${entries.join('')}</urlset>\n`;
}

function entry({ baseUrl, release }: Context, element: 'url' | 'sitemap', path: string): string {
  const day = release.publishedAt.slice(0, 10);
  return `<${element}><loc>${escaped(baseUrl + path)}</loc><lastmod>${day}</lastmod></${element}>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `/robots.txt`. Results of searches are left out: there is no end of them. */
export function presentRobots(baseUrl: string): string {
  return `User-agent: *\nDisallow: /recherche\n\nSitemap: ${baseUrl}/sitemap.xml\n`;
}
