import type { ReleaseAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { type Drawing, drawing } from './data-drawing.js';
import {
  type MatchingModel,
  matching,
  type ReleaseRow,
  releaseRows,
  type SourceModel,
  sourceModels,
} from './data-sources.js';
import { dictionary, type Download, downloads, type TableFacts, type TableModel } from './data-tables.js';
import type { ContentsItem } from './declaration-details.js';
import { RELEASES_FEED } from './releases-feed.js';
import { type Segment, segments } from './substance-lead.js';

export interface DataPage {
  page: PageModel;
  lead: Segment[];
  /** What follows the strong words of the caution. */
  caution: string;
  contents: ContentsItem[];
  downloads: Download[];
  /** Why there are no numbers of rows yet; empty where there are. */
  measuring: string;
  /** The sentence to cite; in a demonstration, that there is none. */
  citation: string;
  drawing: Drawing;
  tables: TableModel[];
  dictionaryNote: string;
  sources: SourceModel[];
  sourcesNote: string;
  matching: MatchingModel;
  releases: ReleaseRow[];
  /** Address of the feed of the releases. */
  feed: string;
}

const PATH = '/donnees';

/** Downloads, what each field means, and where all of it comes from. */
export function presentData(
  context: Context,
  tables: readonly TableFacts[],
  releases: readonly ReleaseAnswer[],
): DataPage {
  const { language, release, minCell } = context;
  const { data } = language.texts;
  const datasets = tables.map(({ dataset }) => dataset);
  const rows = tables.map((table) => table.rows);
  const isMeasured = rows.every((count) => count !== null);
  const lead = segments(data.lead(tables.length, isMeasured ? rows.reduce((sum, count) => sum + count, 0) : null));
  return {
    page: pageModel(context, {
      title: data.title,
      description: lead.map(({ text }) => text).join(''),
      path: PATH,
      crumbs: [{ label: data.crumb, href: null }],
      feed: { title: data.releases.feedTitle, href: RELEASES_FEED },
    }),
    lead,
    caution: data.caution.text(release.disclosure?.minCell ?? minCell),
    contents: contents(language),
    downloads: downloads(language, tables),
    measuring: isMeasured ? '' : data.downloads.measuring,
    citation: citation(context),
    drawing: drawing(language, datasets),
    tables: dictionary(language, datasets),
    dictionaryNote: data.dictionary.note(datasets.reduce((sum, { fields }) => sum + fields.length, 0)),
    sources: sourceModels(language, release),
    sourcesNote: data.sources.note(release.publishedAt),
    matching: matching(language, release),
    releases: releaseRows(context, releases),
    feed: RELEASES_FEED,
  };
}

function contents({ texts }: Language): ContentsItem[] {
  const { contents: words } = texts.data;
  return [
    { id: 'telecharger', label: words.downloads },
    { id: 'tableur', label: words.spreadsheet },
    { id: 'licence', label: words.licence },
    { id: 'tables', label: words.drawing },
    { id: 'dictionnaire', label: words.dictionary },
    { id: 'sources', label: words.sources },
    { id: 'comptes', label: words.matching },
    { id: 'versions', label: words.releases },
  ];
}

function citation({ language, release, demo, baseUrl }: Context): string {
  const { licence, dictionary: words } = language.texts.data;
  if (demo) return licence.demo;
  const given = new Set(release.sources.map(({ source }) => source));
  const producers = Object.entries(words.names).flatMap(([source, name]) => (given.has(source) ? [name] : []));
  return licence.citation(producers, release.id, release.publishedAt, `${baseUrl}${PATH}`);
}
