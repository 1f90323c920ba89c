import type { Language } from '../texts/language.js';
import { type Context, type PageModel, type Provenance, pageModel } from './context.js';
import type { ContentsItem } from './declaration-details.js';
import { fileProvenance } from './parts.js';
import type { ShortageSources } from './shortage-filters.js';
import { SHORTAGES_METHOD, type ShortageHistory, shortageHistory, shortageProvenance } from './shortage-history.js';
import { type ShortageListModel, type ShortageLists, shortageList } from './shortage-list.js';
import { SHORTAGES_PATH } from './shortage-request.js';
import { type Segment, segments } from './substance-lead.js';

export interface ShortagesPage {
  page: PageModel;
  lead: Segment[];
  contents: ContentsItem[];
  /** null: the release has neither source. */
  list: (ShortageListModel & { provenance: Provenance | null }) | null;
  /** Why what is short now is not known; empty when it is. */
  nowNote: string;
  /** null: the release has no history, the sentence says so. */
  history: ShortageHistory | null;
  historyNote: string;
  /** Address of the feed; empty without any source. */
  feed: string;
}

const FEED = '/ruptures.atom';

/** What is short now, and the history of shortages. */
export function presentShortages(context: Context, lists: ShortageLists, sources: ShortageSources): ShortagesPage {
  const { language } = context;
  const { shortages } = language.texts;
  const { now, statistics } = sources;
  const list = shortageList(language, lists, sources);
  const lead = shortagesLead(language, sources);
  const history = statistics && shortageHistory(context, statistics);
  return {
    page: pageModel(context, {
      title: shortages.title,
      description: lead.map((segment) => segment.text).join(''),
      path: SHORTAGES_PATH,
      crumbs: [{ label: shortages.crumb, href: null }],
      ...(list === null ? {} : { feed: { title: shortages.feedTitle, href: FEED } }),
    }),
    lead,
    contents: history === null ? [] : contents(language),
    list: list && { ...list, provenance: list.isNow ? nowProvenance(context) : historyProvenance(context, sources) },
    nowNote: now === null ? shortages.nowUnknown : '',
    history,
    historyNote: history === null ? shortages.historyUnknown : '',
    feed: list === null ? '' : FEED,
  };
}

function contents({ texts }: Language): ContentsItem[] {
  const { contents: words } = texts.shortages;
  return [
    { id: 'liste', label: words.list },
    { id: 'annees', label: words.years },
    { id: 'nature', label: words.nature },
    { id: 'causes', label: words.causes },
    { id: 'classes', label: words.classes },
    { id: 'laboratoires', label: words.laboratories },
    { id: 'mesures', label: words.measures },
    { id: 'duree', label: words.durations },
  ];
}

/** The sentences that answer first: what is short now, then how much the history holds. */
function shortagesLead({ texts }: Language, { now, statistics }: ShortageSources): Segment[] {
  const { lead } = texts.shortages;
  const sentences = [
    ...(now === null ? [] : [lead.now(now)]),
    ...(statistics === null ? [] : [lead.ever(statistics.period, statistics.medicines)]),
  ];
  return segments(sentences.length === 0 ? lead.unknown : sentences.join(' '));
}

function nowProvenance(context: Context): Provenance {
  return { ...fileProvenance(context, { source: 'bdpm', table: 'CIS_CIP_Dispo_Spec' }), method: SHORTAGES_METHOD };
}

function historyProvenance(context: Context, { statistics }: ShortageSources): Provenance | null {
  return statistics && shortageProvenance(context, statistics);
}
