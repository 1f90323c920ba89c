import type { Frame } from './presenters/context.js';
import { type AssetLinks, readAssets } from './assets.js';
import { type Guesses, presentError, type Reason } from './presenters/error.js';
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
 * @param reason the status, or what it does not tell
 * @param url path and query of the request, as they came
 * @param frame what is known of the release: its banner and its date are then shown
 * @param guesses what an unknown code may be meant for
 */
export function errorPage(reason: Reason, url: string, frame: Frame, guesses?: Guesses): string {
  compiled ??= { links: readAssets().links, body: template('pages/error'), layout: template('layouts/page') };
  const model = { ...presentError(reason, url, frame, guesses), assets: compiled.links };
  return compiled.layout({ ...model, body: compiled.body(model) });
}
