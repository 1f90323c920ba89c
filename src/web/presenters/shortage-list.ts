import { FRENCH } from '../texts/language.js';
import type { AtcItem, Paged } from '../../queries/answers.js';
import type {
  ShortageClassification,
  ShortageItem,
  ShortageStatistics,
  UnavailableItem,
  UnavailableNow,
} from '../../queries/shortage-answers.js';
import { counted, dayInWords, listed, wholeNumber } from '../format.js';
import { type PagingModel, paging } from './paging.js';
import {
  type HistoryRequest,
  type NowRequest,
  type ShortageRequest,
  shortageAddress,
  shortageParameters,
} from './shortage-request.js';

interface Option {
  value: string;
  label: string;
  selected: boolean;
}
interface ListRow {
  name: string;
  /** The page of the medicine; empty: none. */
  href: string;
  state: string;
  /** Whether it lasts. */
  lasts: boolean;
  /** Dates, then all else that is known, a line each. */
  lines: string[];
  /** The page of the ANSM; empty: none. */
  official: string;
}
interface Tab {
  label: string;
  href: string;
  current: boolean;
}
export interface ShortageListModel {
  /** Which of the two lists it is. */
  isNow: boolean;
  tabs: Tab[];
  note: string;
  form: {
    q: string;
    classes: Option[];
    laboratories: Option[];
    states: Option[];
    /** « historique », or empty. */
    list: string;
    year: string;
  };
  count: string;
  rows: ListRow[];
  /** Leads to the list without any filter; empty: there is none. */
  all: string;
  paging: PagingModel;
}

export type ShortageLists =
  | { list: 'now'; request: NowRequest; found: Paged<UnavailableItem> }
  | { list: 'history'; request: HistoryRequest; found: Paged<ShortageItem> | null };
export interface ShortageSources {
  now: UnavailableNow | null;
  statistics: ShortageStatistics | null;
  /** The first level of the tree. */
  classes: AtcItem[];
}

const PAGE_OF_NONE = { items: [], total: 0, page: 1, pageSize: 1 };

/** One of the two lists: what is short now, or the history of declarations; null when the release has neither. */
export function shortageList(lists: ShortageLists, sources: ShortageSources): ShortageListModel | null {
  const { now, statistics } = sources;
  if (now === null && statistics === null) return null;
  const { request } = lists;
  const isNow = request.list === 'now';
  const found = lists.found ?? PAGE_OF_NONE;
  const parameters = shortageParameters(request);
  const { liste, ...filters } = parameters;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return {
    isNow,
    tabs: tabs(request, sources),
    note: isNow ? '' : historyNote(statistics),
    form: {
      q: request.q ?? '',
      classes: classOptions(request.atc, sources.classes),
      laboratories: laboratoryOptions(request.laboratory, isNow ? (now?.holders ?? []) : known(statistics)),
      states: stateOptions(request),
      list: liste ?? '',
      year: filters['annee'] ?? '',
    },
    count: isNow ? counted(found.total, 'médicament') : counted(found.total, 'signalement'),
    rows: lists.list === 'now' ? nowRows(lists.found) : historyRows(lists.found),
    all: filtered ? shortageAddress({ liste }) : '',
    paging: paging(FRENCH, found, (page) => shortageAddress({ ...parameters, page })),
  };
}

/** What was typed and the class mean the same in every list; states and laboratories do not. */
function tabs(request: ShortageRequest, { now, statistics }: ShortageSources): Tab[] {
  const { q, atc } = request;
  const isOpen = request.list === 'history' && request.state === 'open' && request.year === undefined;
  const history = (label: string, count: number, etat: string | undefined, current: boolean): Tab => ({
    label: `${label} (${wholeNumber(count)})`,
    href: shortageAddress({ liste: 'historique', q, atc, etat }),
    current,
  });
  return [
    ...(now === null
      ? []
      : [
          {
            label: `En ce moment (${wholeNumber(now.shortage + now.tension)})`,
            href: shortageAddress({ q, atc }),
            current: request.list === 'now',
          },
        ]),
    ...(statistics === null
      ? []
      : [
          history('Signalements en cours', statistics.open, 'en-cours', isOpen),
          history('Tous les signalements', statistics.medicines, undefined, request.list === 'history' && !isOpen),
        ]),
  ];
}

function historyNote(statistics: ShortageStatistics | null): string {
  if (statistics === null) return '';
  return `Les derniers signalements de l’historique sont de ${String(statistics.period.to)}. «\u00a0En cours\u00a0» veut dire que l’historique ne donne pas leur fin, non qu’ils durent encore aujourd’hui.`;
}

function known(statistics: ShortageStatistics | null): { key: string; label: string }[] {
  return (statistics?.byLaboratory ?? []).filter(({ key }) => key !== 'unknown');
}

function classOptions(current: string | undefined, classes: readonly AtcItem[]): Option[] {
  const options = classes.map(({ code, label }) => ({
    value: code,
    label: label === null ? code : `${code} – ${label}`,
    selected: code === current,
  }));
  // a class of a lower level comes from a link
  const listedAlready = current === undefined || options.some((option) => option.selected);
  return listedAlready ? options : [...options, { value: current, label: current, selected: true }];
}

const BY_LABEL = new Intl.Collator('fr');

function laboratoryOptions(
  current: string | undefined,
  laboratories: readonly { key: string; label: string }[],
): Option[] {
  const options = laboratories
    .map(({ key, label }) => ({ value: key, label, selected: key === current }))
    .sort((a, b) => BY_LABEL.compare(a.label, b.label));
  const listedAlready = current === undefined || options.some((option) => option.selected);
  return listedAlready ? options : [...options, { value: current, label: current, selected: true }];
}

function stateOptions(request: ShortageRequest): Option[] {
  const option = (value: string, label: string, selected: boolean): Option => ({ value, label, selected });
  if (request.list === 'now')
    return [
      option('rupture', 'Rupture de stock', request.status === 'shortage'),
      option('tension', 'Tension d’approvisionnement', request.status === 'tension'),
    ];
  return [option('en-cours', 'En cours', request.state === 'open'), option('clos', 'Clos', request.state === 'closed')];
}

function nowRows({ items }: Paged<UnavailableItem>): ListRow[] {
  return items.map((item) => ({
    name: item.name,
    href: `/specialites/${item.cis}`,
    state: item.status === 'shortage' ? 'Rupture de stock' : 'Tension d’approvisionnement',
    lasts: true,
    lines: lines([
      dates([
        ['depuis le', item.from],
        ['mis à jour le', item.updated === item.from ? null : item.updated],
        ['remise à disposition annoncée pour le', item.back],
      ]),
      item.packs === null
        ? ''
        : `Seulement ${item.packs.length < 2 ? 'la présentation' : 'les présentations'} ${listed(item.packs)}`,
      [listed(item.holders), atcText(item.atc)].filter((text) => text !== '').join(' · '),
    ]),
    official: item.href ?? '',
  }));
}

/** « Depuis le 14 avril 2026, mis à jour le 18 mai 2026 ». */
function dates(days: [string, string | null][]): string {
  const text = days.flatMap(([words, day]) => (day === null ? [] : [`${words} ${dayInWords(day)}`])).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function atcText(atc: { code: string; label: string | null } | null): string {
  if (atc === null) return '';
  return `classe ATC ${atc.code}${atc.label === null ? '' : ` (${atc.label})`}`;
}

const CLASSIFICATIONS: Record<ShortageClassification, string> = {
  shortage: 'Rupture de stock',
  risk: 'Risque de rupture',
  end_of_marketing: 'Arrêt de commercialisation',
  other: 'Autre signalement',
  unknown: 'Signalement de type non renseigné',
};

function historyRows(found: Paged<ShortageItem> | null): ListRow[] {
  return (found?.items ?? []).map((item) => ({
    name: item.name,
    href: item.speciality === null ? '' : `/specialites/${item.speciality.cis}`,
    state: `${CLASSIFICATIONS[item.classification]}, ${item.state === 'open' ? 'en cours' : 'clos'}`,
    lasts: item.state === 'open',
    lines: lines([
      reported(item),
      item.causes.length === 0 ? '' : `Cause : ${listed(item.causes.map(({ label }) => label))}`,
      item.measures.length === 0 ? '' : `Mesures : ${listed(item.measures)}`,
      [item.laboratory ?? '', item.dci ?? '', atcText(item.atc), item.circuit ?? '']
        .filter((text) => text !== '')
        .join(' · '),
    ]),
    official: '',
  }));
}

function reported({ number, reported: from, closed, year }: ShortageItem): string {
  const when = from === null ? `en ${String(year)}` : `le ${dayInWords(from)}`;
  return `Signalé ${when}${closed === null ? '' : `, clos le ${dayInWords(closed)}`} (n° ${number})`;
}

function lines(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== '');
}
