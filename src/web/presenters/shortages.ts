import { counted, dayInWords, duringYears, wholeNumber } from '../format.js';
import { type Context, type PageModel, type Provenance, pageModel } from './context.js';
import type { ContentsItem } from './declaration-details.js';
import { fileProvenance } from './parts.js';
import { SHORTAGES_METHOD, type ShortageHistory, shortageHistory, shortageProvenance } from './shortage-history.js';
import { type ShortageListModel, type ShortageLists, type ShortageSources, shortageList } from './shortage-list.js';
import { SHORTAGES_PATH } from './shortage-request.js';
import { type Segment, plain, strong } from './substance-lead.js';

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
  const { now, statistics } = sources;
  const list = shortageList(lists, sources);
  const lead = shortagesLead(sources);
  const history = statistics && shortageHistory(context, statistics);
  return {
    page: pageModel(context, {
      title: 'Ruptures de stock de médicaments',
      description: lead.map((segment) => segment.text).join(''),
      path: SHORTAGES_PATH,
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Ruptures', href: null },
      ],
      ...(list === null ? {} : { feed: { title: 'Changements de disponibilité', href: FEED } }),
    }),
    lead,
    contents: history === null ? [] : CONTENTS,
    list: list && { ...list, provenance: list.isNow ? nowProvenance(context) : historyProvenance(context, sources) },
    nowNote:
      now === null
        ? 'Cette version des données ne dit pas ce qui manque en ce moment : le fichier des disponibilités de la base de données publique des médicaments n’a pas été chargé.'
        : '',
    history,
    historyNote:
      history === null
        ? 'Cette version des données ne contient pas l’historique des ruptures : la source n’a pas été chargée.'
        : '',
    feed: list === null ? '' : FEED,
  };
}

const CONTENTS = [
  { id: 'liste', label: 'La liste' },
  { id: 'annees', label: 'Au fil des ans' },
  { id: 'nature', label: 'Nature' },
  { id: 'causes', label: 'Causes' },
  { id: 'classes', label: 'Classes' },
  { id: 'laboratoires', label: 'Laboratoires' },
  { id: 'mesures', label: 'Mesures' },
  { id: 'duree', label: 'Durée' },
];

/** The sentences that answer first: what is short now, then how much the history holds. */
function shortagesLead({ now, statistics }: ShortageSources): Segment[] {
  if (now === null && statistics === null)
    return [plain('Les ruptures de stock ne sont pas connues de cette version des données.')];
  const today =
    now === null
      ? []
      : [
          plain(now.latest === null ? 'Dans cette version des données, ' : `Au ${dayInWords(now.latest)}, `),
          strong(counted(now.shortage, 'médicament')),
          plain(` ${now.shortage < 2 ? 'est' : 'sont'} en rupture de stock et `),
          strong(wholeNumber(now.tension)),
          plain(' en tension d’approvisionnement. '),
        ];
  const ever =
    statistics === null
      ? []
      : [
          plain(`${duringYears(statistics.period)}, `),
          strong(counted(statistics.medicines, 'signalement')),
          plain(' de rupture ou de risque de rupture.'),
        ];
  return [...today, ...ever];
}

function nowProvenance(context: Context): Provenance {
  return { ...fileProvenance(context, { source: 'bdpm', table: 'CIS_CIP_Dispo_Spec' }), method: SHORTAGES_METHOD };
}

function historyProvenance(context: Context, { statistics }: ShortageSources): Provenance | null {
  return statistics && shortageProvenance(context, statistics);
}
