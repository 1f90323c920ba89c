import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { InterfaceDocument } from '../../src/web/interface-routes.js';
import type { Context } from '../../src/web/presenters/context.js';
import { presentMethodology } from '../../src/web/presenters/methodology.js';
import { pieces, presentFaq } from '../../src/web/presenters/prose-faq.js';
import { presentProgramming } from '../../src/web/presenters/prose-programming.js';
import { aboutSubstance } from '../../src/web/presenters/substance-about.js';
import { presentAbout, presentAccessibility, presentLegal } from '../../src/web/presenters/prose.js';
import { VIEWS, template } from '../../src/web/templates.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';
import { CONTEXT, RELEASE, substance } from './samples.js';

const IN_ENGLISH: Context = { ...CONTEXT, language: ENGLISH };
const NOBODY = { publisherName: null, publisherContact: null, hostedBy: null };
const DOCUMENT: InterfaceDocument = {
  paths: {
    '/api/v1/substances': {
      get: { summary: 'List', tags: ['Substances'], parameters: [{ $ref: '#/components/parameters/page' }] },
    },
    '/api/v1/substances/{code}': {
      get: { summary: 'One', tags: ['Substances'], parameters: [{ name: 'code', in: 'path', required: true }] },
    },
    '/api/v1/search': {
      get: { summary: 'Find', tags: ['Search'], parameters: [{ name: 'q', in: 'query', required: true }] },
    },
    '/api/v1/new-thing': { get: { summary: 'New thing', tags: ['New'] } },
  },
  components: { parameters: { page: { name: 'page', in: 'query' } } },
};
const html = (page: string, model: object): string => template(`pages/${page}`)(model);

/** What a menu leads to, and what has an anchor. */
function anchors(text: string): { led: string[]; there: string[] } {
  const of = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  return { led: of(/href="#([^"]+)"/g), there: of(/<(?:section|h3) id="([^"]+)"/g) };
}

describe.each([
  ['French', CONTEXT],
  ['English', IN_ENGLISH],
])('the pages of running text in %s', (_language, context) => {
  it.each([
    ['methodology', presentMethodology(context)],
    ['faq', presentFaq(context)],
    ['prose', presentAbout(context)],
    ['prose', presentAccessibility(context, NOBODY)],
    ['prose', presentLegal(context, NOBODY)],
    ['prose', presentProgramming(context, DOCUMENT, substance(), 600)],
  ])('have a menu that leads to every section, and nowhere else (%s)', (page, model) => {
    const { led, there } = anchors(html(page, model));
    expect(led.filter((id) => !there.includes(id) && id !== 'routes-datasets')).toEqual([]);
    expect(model.contents.map(({ id }) => id)).toEqual(
      there.filter((id) => !id.startsWith('routes-') && !id.startsWith('code-')),
    );
  });
  it('show figures of the release, and what the operator said', () => {
    const operator = { publisherName: 'Une association', publisherContact: 'a@b.test', hostedBy: 'Un hébergeur' };
    const legal = html('prose', presentLegal(context, operator));
    for (const text of ['Une association', 'mailto:a@b.test', 'Un hébergeur']) expect(legal).toContain(text);
    expect(html('prose', presentAccessibility(context, operator))).toContain('mailto:a@b.test');
  });
});

describe('every text of a page', () => {
  it('is there in both languages, with the same sections and the same figures', () => {
    const files = readdirSync(join(VIEWS, 'prose'));
    const names = [...new Set(files.map((file) => file.replace(/\.(fr|en)\.hbs$/, '')))];
    expect(names).toContain('methodology');
    for (const name of names) {
      const [french, english] = ['fr', 'en'].map((code) =>
        readFileSync(join(VIEWS, 'prose', `${name}.${code}.hbs`), 'utf8'),
      );
      const marks = (text = ''): string[] =>
        [...text.matchAll(/ id="[^"]+"|data-name="[^"]+"|\{\{[^}"]+\}\}/g)].map(([mark]) => mark);
      expect(marks(english).sort()).toEqual(marks(french).sort());
    }
  });
});

describe('the methodology', () => {
  it('keeps the anchors that other pages lead to', () => {
    const { there } = anchors(html('methodology', presentMethodology(CONTEXT)));
    for (const id of [
      'sources',
      'substances',
      'declarations',
      'gravite',
      'noms',
      'effets',
      'exposition',
      'taux',
      'masquage',
      'ruptures',
      'titres',
    ])
      expect(there).toContain(id);
  });
  it('writes its figures as the language does', () => {
    expect(html('methodology', presentMethodology(IN_ENGLISH))).toContain('<td class="n">1,200</td>');
    expect(presentMethodology(IN_ENGLISH).masking.amounts[1]).toEqual({
      label: 'Hidden, being from 1 to 10',
      value: '700',
      percent: '14.0%',
    });
  });
});

describe('the questions', () => {
  it('name the limit that the release was made with', () => {
    const disclosure = { minCell: 21, figures: 10, suppressed: { primary: 1, complementary: 1 } };
    const text = JSON.stringify(presentFaq({ ...CONTEXT, release: { ...RELEASE, disclosure } }).questions);
    expect(text).toContain('de 1 à 20 n’est pas publié');
    expect(text).not.toContain('de 1 à 10');
  });
  it('have the same anchors in both languages', () => {
    const ids = (context: Context): string[] => presentFaq(context).questions.map(({ id }) => id);
    expect(ids(IN_ENGLISH)).toEqual(ids(CONTEXT));
  });
  it('are for machines what they are for people, with absolute links', () => {
    const page = presentFaq(CONTEXT);
    const about = page.page.about as { mainEntity: { name: string; acceptedAnswer: { text: string } }[] };
    expect(about.mainEntity.map(({ name }) => name)).toEqual(page.questions.map(({ question }) => question));
    const answers = about.mainEntity.map(({ acceptedAnswer }) => acceptedAnswer.text).join('');
    expect(answers).toContain('<a href="https://site.test/methodologie#taux">');
    expect(answers).not.toMatch(/\]\(|href="\//);
  });
  it('hold links in their text', () => {
    expect(pieces('Voir [ici](/x), ou [là](https://y.test).')).toEqual([
      { text: 'Voir ', href: null },
      { text: 'ici', href: '/x' },
      { text: ', ou ', href: null },
      { text: 'là', href: 'https://y.test' },
      { text: '.', href: null },
    ]);
  });
});

describe('the legal notice', () => {
  it('says what it was not told', () => {
    expect(presentLegal(CONTEXT, NOBODY)).toMatchObject({
      publisher: 'non renseigné par l’exploitant',
      contact: null,
      host: 'non renseigné par l’exploitant',
    });
  });
  it('links to a page of contact as to an address', () => {
    const operator = { ...NOBODY, publisherContact: 'https://a.test/contact' };
    expect(presentLegal(CONTEXT, operator).contact).toEqual({
      text: 'https://a.test/contact',
      href: 'https://a.test/contact',
    });
  });
  it('has nobody cite fictitious figures as real ones', () => {
    expect(presentLegal(CONTEXT, NOBODY).citation).toContain('données fictives');
    const real = presentLegal({ ...CONTEXT, demo: false }, NOBODY).citation;
    expect(real).toContain('16 février 2026');
    expect(real).not.toContain('fictives');
  });
});

describe('the page of the interface', () => {
  const page = presentProgramming(CONTEXT, DOCUMENT, substance(), 600);
  it('lists every address of its document, and links to those that need nothing filled in', () => {
    const routes = page.groups.flatMap((group) => group.routes);
    expect(routes.map(({ path, href }) => [path, href])).toEqual([
      ['/api/v1/substances', '/api/v1/substances'],
      ['/api/v1/substances/{code}', null],
      ['/api/v1/search', null],
      ['/api/v1/new-thing', '/api/v1/new-thing'],
    ]);
    expect(routes.map(({ parameters }) => parameters)).toEqual(['page', '', 'q', '']);
  });
  it('says in English what has no French words yet, and marks it', () => {
    const unknown = page.groups.flatMap((group) => group.routes).at(-1);
    expect(unknown).toMatchObject({ what: 'New thing', isEnglish: true });
    const inEnglish = presentProgramming(IN_ENGLISH, DOCUMENT, substance(), 600).groups.flatMap(
      (group) => group.routes,
    );
    expect(inEnglish.map(({ what }) => what)).toEqual(['List', 'One', 'Find', 'New thing']);
    expect(inEnglish.every(({ isEnglish }) => !isEnglish)).toBe(true);
  });
  it('cuts its example honestly: what is left is the answer’s own', () => {
    const answer = page.example?.answer ?? '';
    expect(answer).toContain('"cases": { "count": 1000, "suppressed": false }');
    const whole = JSON.stringify({ data: substance(), meta: { release: '7' } });
    for (const [, name, value] of answer.matchAll(/("\w+"): ("[^"]*"|[\d.]+|true|false|null)/g))
      expect(whole).toContain(`${name ?? ''}:${value ?? ''}`);
    expect(answer.match(/…/g)).toHaveLength(4);
  });
  it('does without an example where there is no substance', () => {
    expect(html('prose', presentProgramming(CONTEXT, DOCUMENT, null, 600))).not.toContain('<pre');
    expect(FRENCH.texts.programming.contents[0]?.id).toBe('premier-appel');
  });
});

describe('what a substance’s page is about, for machines', () => {
  const about = (context: Context, changes = {}): Record<string, unknown> =>
    aboutSubstance(context, substance(changes), 'In a sentence.') as Record<string, unknown>;
  it('names the licence, the years of all its figures, and where they can be had', () => {
    expect(about({ ...CONTEXT, demo: false })).toMatchObject({
      '@type': 'Dataset',
      name: 'EXEMPLARINE',
      temporalCoverage: '2014/2018',
      url: 'https://site.test/substances/02202',
      distribution: { contentUrl: 'https://site.test/api/v1/substances/02202' },
      isBasedOn: [{ '@type': 'Dataset' }, { '@type': 'Dataset' }, { '@type': 'Dataset' }],
    });
  });
  it('names no source of what is fictitious or absent', () => {
    expect(about(CONTEXT)).not.toHaveProperty('isBasedOn');
    const bare = about({ ...CONTEXT, demo: false }, { exposure: null, adverseReactions: null });
    expect(bare['isBasedOn']).toHaveLength(1);
    expect(bare).not.toHaveProperty('temporalCoverage');
  });
});
