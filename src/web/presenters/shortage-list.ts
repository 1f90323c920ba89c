import type { Paged } from '../../queries/answers.js';
import type { ShortageItem, UnavailableItem } from '../../queries/shortage-answers.js';
import type { Language } from '../texts/language.js';
import { type PagingModel, paging } from './paging.js';
import { type ShortageFilters, type ShortageSources, shortageFilters } from './shortage-filters.js';
import { type HistoryRequest, type NowRequest, shortageAddress, shortageParameters } from './shortage-request.js';

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
export interface ShortageListModel extends ShortageFilters {
  /** Which of the two lists it is. */
  isNow: boolean;
  note: string;
  count: string;
  rows: ListRow[];
  paging: PagingModel;
}

export type ShortageLists =
  | { list: 'now'; request: NowRequest; found: Paged<UnavailableItem> }
  | { list: 'history'; request: HistoryRequest; found: Paged<ShortageItem> | null };

const PAGE_OF_NONE = { items: [], total: 0, page: 1, pageSize: 1 };

/** One of the two lists: what is short now, or the history of declarations; null when the release has neither. */
export function shortageList(
  language: Language,
  lists: ShortageLists,
  sources: ShortageSources,
): ShortageListModel | null {
  const { now, statistics } = sources;
  if (now === null && statistics === null) return null;
  const { list: words } = language.texts.shortages;
  const { request } = lists;
  const isNow = request.list === 'now';
  const found = lists.found ?? PAGE_OF_NONE;
  const parameters = shortageParameters(request);
  return {
    ...shortageFilters(language, request, sources),
    isNow,
    note: isNow || statistics === null ? '' : words.historyNote(statistics.period.to),
    count: isNow ? words.medicines(found.total) : words.declarations(found.total),
    rows: lists.list === 'now' ? nowRows(language, lists.found) : historyRows(language, lists.found),
    paging: paging(language, found, (page) => shortageAddress({ ...parameters, page })),
  };
}

function nowRows({ texts, format }: Language, { items }: Paged<UnavailableItem>): ListRow[] {
  const { statuses, list: words } = texts.shortages;
  return items.map((item) => ({
    name: item.name,
    href: `/specialites/${item.cis}`,
    state: statuses[item.status],
    lasts: true,
    lines: filled([
      words.nowDays({ ...item, updated: item.updated === item.from ? null : item.updated }),
      item.packs === null ? '' : words.packs(item.packs),
      joined([format.listed(item.holders), item.atc && words.atcClass(item.atc.code, item.atc.label)]),
    ]),
    official: item.href ?? '',
  }));
}

function historyRows({ texts }: Language, found: Paged<ShortageItem> | null): ListRow[] {
  const { classifications, cause, list: words } = texts.shortages;
  return (found?.items ?? []).map((item) => ({
    name: item.name,
    href: item.speciality === null ? '' : `/specialites/${item.speciality.cis}`,
    state: words.declared(classifications[item.classification], item.state === 'open'),
    lasts: item.state === 'open',
    lines: filled([
      words.reported(item),
      item.causes.length === 0 ? '' : words.causes(item.causes.map(cause)),
      item.measures.length === 0 ? '' : words.measures(item.measures),
      joined([item.laboratory, item.dci, item.atc && words.atcClass(item.atc.code, item.atc.label), item.circuit]),
    ]),
    official: '',
  }));
}

function filled(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== '');
}

function joined(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join(' · ');
}
