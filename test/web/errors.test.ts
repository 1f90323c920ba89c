import { describe, expect, it } from '@jest/globals';
import { errorPage } from '../../src/web/error-page.js';
import { type Guesses, codeAskedFor, presentError } from '../../src/web/presenters/error.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';

const IN_FRENCH = { language: FRENCH, demo: false, version: null };
const IN_ENGLISH = { ...IN_FRENCH, language: ENGLISH };

describe('an error page', () => {
  it.each([400, 404, 405, 410, 429, 500, 503])('has words of its own in each language for %i', (status) => {
    const french = presentError(status, '/x', IN_FRENCH);
    const english = presentError(status, '/x?lang=en', IN_ENGLISH);
    expect(french.heading).not.toBe(english.heading);
    expect(french.sentences).not.toHaveLength(0);
    expect(english.sentences).toHaveLength(french.sentences.length);
    expect([french.page.noindex, english.page.noindex]).toEqual([true, true]);
    expect(french.offersSearch).toBe(english.offersSearch);
  });
  it('leads to the same address in the other language', () => {
    expect(presentError(404, '/substances/1?population=female', IN_FRENCH).page.otherLanguage?.href).toBe(
      '/substances/1?population=female&lang=en',
    );
    expect(presentError(404, '/substances/1?lang=en', IN_ENGLISH).page.otherLanguage?.href).toBe(
      '/substances/1?lang=fr',
    );
  });
  it('offers the pages that may have been meant', () => {
    const guesses: Guesses = {
      others: [{ kind: 'speciality', code: '60002283', name: 'EXEMPLIUM' }],
      near: [{ code: '02202', name: 'EXEMPLARINE' }],
    };
    const page = presentError(404, '/substances/02203?lang=en', IN_ENGLISH, guesses);
    expect(page.others).toEqual([
      { code: '60002283', name: 'EXEMPLIUM', href: '/specialites/60002283', kind: 'medicine' },
    ]);
    expect(page.near).toEqual([{ code: '02202', name: 'EXEMPLARINE', href: '/substances/02202', kind: '' }]);
  });
  it('repeats what was asked for only as text', () => {
    const html = errorPage(404, '/substances/%3Cscript%3E', IN_FRENCH);
    expect(html).toContain('« &lt;script&gt; »');
    expect(html).not.toContain('« <script>');
  });
});

it.each([
  ['/substances/02202?x=1', { kind: 'substance', code: '02202' }],
  ['/specialites/60002283/', { kind: 'speciality', code: '60002283' }],
  ['/classes-atc/N02', { kind: 'atc', code: 'N02' }],
  ['/substances', null],
  ['/substances/', null],
  ['/substances/02202/x', null],
  [`/substances/${'9'.repeat(21)}`, null],
])('the code that %s asks for', (url, asked) => {
  expect(codeAskedFor(url)).toEqual(asked);
});
