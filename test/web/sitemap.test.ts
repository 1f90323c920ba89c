import { describe, expect, it } from '@jest/globals';
import {
  ADDRESSES_A_FILE,
  type PagePlace,
  presentRobots,
  presentSitemap,
  presentSitemapFile,
} from '../../src/web/presenters/sitemap.js';
import { CONTEXT } from './samples.js';

const PLACES: PagePlace[] = [
  { kind: 'substance', code: '02202' },
  { kind: 'speciality', code: '60002283' },
  { kind: 'atc', code: 'N02' },
];
const located = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1] ?? '');

describe('the sitemap', () => {
  it('has every page once, as new as the release', () => {
    const xml = presentSitemap(CONTEXT, PLACES);
    const addresses = located(xml);
    expect(addresses.slice(-3)).toEqual([
      'https://site.test/substances/02202',
      'https://site.test/specialites/60002283',
      'https://site.test/classes-atc/N02',
    ]);
    expect(addresses).toContain('https://site.test/mentions-legales');
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(xml.match(/<lastmod>2026-02-16<\/lastmod>/g)).toHaveLength(addresses.length);
    expect(presentSitemapFile(CONTEXT, PLACES, 1)).toBeNull();
  });
  it('becomes an index of files when one cannot hold it', () => {
    const many = Array.from({ length: ADDRESSES_A_FILE + 1 }, (_, index): PagePlace => ({
      kind: 'speciality',
      code: String(60_000_000 + index),
    }));
    expect(located(presentSitemap(CONTEXT, many))).toEqual([
      'https://site.test/sitemaps/1.xml',
      'https://site.test/sitemaps/2.xml',
    ]);
    const files = [1, 2].map((number) => located(presentSitemapFile(CONTEXT, many, number) ?? ''));
    expect(files[0]).toHaveLength(ADDRESSES_A_FILE);
    const all = new Set(files.flat());
    expect(many.filter(({ code }) => !all.has(`https://site.test/specialites/${code}`))).toEqual([]);
    expect([0, 3, NaN].map((number) => presentSitemapFile(CONTEXT, many, number))).toEqual([null, null, null]);
  });
});

it('robots are told of the sitemap, and of nothing private', () => {
  expect(presentRobots('https://site.test')).toBe(
    'User-agent: *\nDisallow: /recherche\n\nSitemap: https://site.test/sitemap.xml\n',
  );
});
