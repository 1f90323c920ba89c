import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { VIEWS } from '../../src/web/templates.js';
import { linkedIn } from '../../src/web/link-language.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';
import { textAt } from '../../src/web/texts/text-at.js';
import { inLanguage, visitOf } from '../../src/web/visit.js';

describe('the language of a visit', () => {
  it('is French unless the address asks for English', () => {
    const codes = ['/', '/?lang=fr', '/?lang=de', '/x?lang=en&q=a', '/x?q=a&lang=en'].map(
      (url) => visitOf(url).language.code,
    );
    expect(codes).toEqual(['fr', 'fr', 'fr', 'en', 'en']);
  });
  it('is no part of the address', () => {
    expect(visitOf('/x?lang=en&population=60%2B&tri=a').address).toBe('/x?population=60%2B&tri=a');
    expect(visitOf('/x?lang=en').address).toBe('/x');
  });
  it('is said by the addresses that lead on in it', () => {
    expect(inLanguage('/x?a=1#b', ENGLISH)).toBe('/x?a=1&lang=en#b');
    expect(inLanguage('/x#b', ENGLISH)).toBe('/x?lang=en#b');
    expect(inLanguage('/x?a=1#b', FRENCH)).toBe('/x?a=1#b');
  });
});

describe('the links of a page in English', () => {
  const linked = (html: string): string => linkedIn(html, ENGLISH);
  it('keep the language, before the fragment, beside what is asked already', () => {
    expect(linked('<a href="/x">')).toBe('<a href="/x?lang=en">');
    expect(linked('<a class="b" href="/x?p&#x3D;f#y">')).toBe('<a class="b" href="/x?p&#x3D;f&amp;lang=en#y">');
    expect(linked('<a href="/">')).toBe('<a href="/?lang=en">');
  });
  it('leave alone what is no page, what lies elsewhere, and what names a language', () => {
    const others = [
      '<a href="#y">',
      '<a href="https://site.test/x">',
      '<a href="/api/v1/substances">',
      '<a href="/ruptures.atom">',
      '<link href="/assets/style.css">',
      '<a href="/x?lang&#x3D;fr">',
      '<a href="/x?a&#x3D;b&amp;lang&#x3D;fr">',
    ].join('');
    expect(linked(others)).toBe(others);
  });
  it('reach the pages behind forms', () => {
    expect(linked('<form class="find" action="/recherche">')).toBe(
      '<form class="find" action="/recherche"><input type="hidden" name="lang" value="en">',
    );
  });
});

describe('the catalogue', () => {
  it('has every text that a template names', () => {
    const files = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
    const places = files.flatMap((name) =>
      [...readFileSync(join(VIEWS, name), 'utf8').matchAll(/\{\{\{?t "([^"]+)"|\(t "([^"]+)"\)/g)].map(
        ([, inText, inPartial]) => inText ?? inPartial ?? '',
      ),
    );
    expect(places).toContain('site.masked');
    for (const place of new Set(places)) for (const language of [FRENCH, ENGLISH]) textAt(language, place);
  });
  it('says nothing where it has nothing', () => {
    expect(() => textAt(FRENCH, 'site.nothing')).toThrow('no text at « site.nothing »');
    expect(() => textAt(FRENCH, 'site.paging.where')).toThrow('no text');
  });
});
