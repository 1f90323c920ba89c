import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { PACKAGE_ROOT } from '../config/package-root.js';

export const VIEWS = join(PACKAGE_ROOT, 'views');

/** Handlebars with the site's partials, under their file names. Everything is escaped but the layout's `body`. */
export const templates = Handlebars.create();

for (const file of readdirSync(join(VIEWS, 'partials')))
  templates.registerPartial(basename(file, '.hbs'), readFileSync(join(VIEWS, 'partials', file), 'utf8'));

/** A template that needs no request, compiled: « layouts/page », « pages/error ». */
export function template(name: string): Handlebars.TemplateDelegate {
  return templates.compile(readFileSync(join(VIEWS, `${name}.hbs`), 'utf8'));
}
