import type { Frame } from './presenters/context.js';
import { type AssetLinks, readAssets } from './assets.js';
import { presentError } from './presenters/error.js';
import { template } from './templates.js';

interface Compiled {
  links: AssetLinks;
  body: ReturnType<typeof template>;
  layout: ReturnType<typeof template>;
}
let compiled: Compiled | undefined;

/**
 * A whole HTML page for an answer that failed: 404 with a search, 503 before the first release, 500 and the others
 * with what one can do. It needs no database, for that may be what failed.
 *
 * @param path of the request, as it came
 * @param frame what is known of the release: its banner and its date are then shown
 */
export function errorPage(status: number, path: string, frame: Frame): string {
  compiled ??= { links: readAssets().links, body: template('pages/error'), layout: template('layouts/page') };
  const model = { ...presentError(status, path, frame), assets: compiled.links };
  return compiled.layout({ ...model, body: compiled.body(model) });
}
