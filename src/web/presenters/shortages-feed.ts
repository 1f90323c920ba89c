import type { AvailabilityChange } from '../../queries/shortage-answers.js';
import { shortagesFeed as texts } from '../texts/fr/shortages-feed.js';
import type { AtomFeed } from './atom.js';
import { type Context, SITE_NAME } from './context.js';

const PATH = '/ruptures.atom';

/** The feed of the latest changes. It was last changed when the release was published that holds them. */
export function presentShortagesFeed(context: Context, changes: readonly AvailabilityChange[]): AtomFeed {
  const { release, baseUrl, demo } = context;
  const id = `${baseUrl}${PATH}`;
  const inFull = (text: string): string => textOfXml(demo ? texts.demo(text) : text);
  return {
    id,
    title: inFull(texts.title),
    subtitle: texts.subtitle,
    page: `${baseUrl}/ruptures`,
    updated: new Date(release.publishedAt).toISOString(),
    author: SITE_NAME,
    entries: changes.map((change) => ({
      id: `${id}#${encodeURIComponent(change.id)}`,
      title: inFull(texts.entry(change)),
      page: change.cis === null ? `${baseUrl}/ruptures` : `${baseUrl}/specialites/${change.cis}`,
      // the sources give days: the hour is none that anybody knows
      updated: `${change.date}T00:00:00Z`,
      summary: inFull(texts.summary(change)),
    })),
  };
}

/** Without the characters that XML has no place for, not even escaped. Source: XML 1.0, production 2. */
function textOfXml(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}
