import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { PACKAGE_ROOT } from '../config/package-root.js';
import type { PageModel } from './presenters/context.js';
import { textAt } from './texts/text-at.js';

export const VIEWS = join(PACKAGE_ROOT, 'views');

interface Root {
  data: { root: { page?: PageModel } };
}

/** Handlebars with the site's partials, under their file names. Everything is escaped but the layout's `body`. */
export const templates = Handlebars.create();

for (const folder of ['partials', 'prose'])
  for (const file of readdirSync(join(VIEWS, folder))) {
    const name = folder === 'partials' ? basename(file, '.hbs') : `${folder}/${basename(file, '.hbs')}`;
    templates.registerPartial(name, readFileSync(join(VIEWS, folder, file), 'utf8'));
  }

/** `{{t "site.home"}}`: a text of the catalogue, in the language of the page. */
templates.registerHelper('t', (place: string, { data }: Root) => textAt(data.root.page?.language, place));

/** `{{> (prose "faq")}}`: the running text of a page, which is a template a language. */
templates.registerHelper(
  'prose',
  (name: string, { data }: Root) => `prose/${name}.${data.root.page?.language.code ?? 'fr'}`,
);

/** `{{{jsonLd page.about}}}`: JSON inside a script element, which nothing in it can close. */
templates.registerHelper('jsonLd', (about: object) => JSON.stringify(about).replaceAll('<', '\\u003c'));

/** A template that needs no request, compiled: « layouts/page », « pages/error ». */
export function template(name: string): Handlebars.TemplateDelegate {
  return templates.compile(readFileSync(join(VIEWS, `${name}.hbs`), 'utf8'));
}
