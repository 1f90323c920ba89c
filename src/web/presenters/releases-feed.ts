import type { ChangeCounts } from '../../queries/release-changes.js';
import { releasesFeed as texts } from '../texts/fr/releases-feed.js';
import type { AtomFeed } from './atom.js';
import { type Context, SITE_NAME } from './context.js';

/** A release of the feed, with what has changed since the one before it; null where there is none. */
export interface FeedRelease {
  id: string;
  publishedAt: string;
  demo: boolean;
  counts: ChangeCounts | null;
}

/** To be linked from pages: `<link rel="alternate" type="application/atom+xml">`. */
export const RELEASES_FEED = '/versions.atom';

/** @param releases the latest first */
export function presentReleasesFeed(context: Context, releases: readonly FeedRelease[]): AtomFeed {
  const { baseUrl, release, demo } = context;
  const address = `${baseUrl}${RELEASES_FEED}`;
  const inFull = (isDemo: boolean, text: string): string => (isDemo ? texts.demo(text) : text);
  return {
    id: address,
    title: inFull(demo, texts.title),
    subtitle: texts.subtitle,
    page: `${baseUrl}/donnees`,
    updated: release.publishedAt,
    author: SITE_NAME,
    entries: releases.map(({ id, publishedAt, demo: isDemo, counts }) => ({
      // two installations, or one made anew, may have the same numbers: the moment tells them apart
      id: `${address}#${id}-${publishedAt}`,
      title: inFull(isDemo, texts.entry(id, publishedAt)),
      page: `${baseUrl}/donnees`,
      related: counts === null ? `${baseUrl}/donnees` : `${baseUrl}/api/v1/releases/${id}/changes`,
      updated: publishedAt,
      summary: texts.summary(counts),
    })),
  };
}
