import type { ShortageState, UnavailableStatus } from '../../queries/shortage-answers.js';
import { address, atcOf, pageOf, textOf } from './paging.js';

/** What both lists of /ruptures can be narrowed by. */
interface Narrowed {
  q: string | undefined;
  atc: string | undefined;
  /** Key of a laboratory. */
  laboratory: string | undefined;
  /** undefined: the newest first. */
  sort: 'name' | undefined;
  page: number;
}
/** Medicines that are short now. */
export interface NowRequest extends Narrowed {
  list: 'now';
  status: UnavailableStatus | undefined;
}
/** Declarations of the history. */
export interface HistoryRequest extends Narrowed {
  list: 'history';
  state: ShortageState | undefined;
  year: number | undefined;
}
export type ShortageRequest = NowRequest | HistoryRequest;

export const SHORTAGES_PATH = '/ruptures';

/** The words that addresses use for the states of each list, and for its order. */
const STATUSES = { rupture: 'shortage', tension: 'tension' } as const;
const SORTS = { nom: 'name' } as const;
const STATES = { 'en-cours': 'open', clos: 'closed' } as const;

/**
 * What the address asks for; what makes no sense in it is as if absent.
 *
 * @param hasNow whether the release knows what is short now: without, what the history has open stands first
 */
export function readShortages(query: Record<string, unknown>, hasNow: boolean): ShortageRequest {
  const narrowed = {
    q: textOf(query, 'q'),
    atc: atcOf(query),
    laboratory: textOf(query, 'laboratoire'),
    sort: valueOf(SORTS, textOf(query, 'tri')),
    page: pageOf(query),
  };
  const word = textOf(query, 'etat');
  const history = textOf(query, 'liste') === 'historique';
  if (hasNow && !history) return { ...narrowed, list: 'now', status: valueOf(STATUSES, word) };
  const year = textOf(query, 'annee');
  return {
    ...narrowed,
    list: 'history',
    state: valueOf(STATES, word) ?? (history ? undefined : 'open'),
    year: year !== undefined && /^(19|20)\d\d$/.test(year) ? Number(year) : undefined,
  };
}

function valueOf<V>(words: Readonly<Record<string, V>>, word: string | undefined): V | undefined {
  return word !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;
}

/** The parameters of an address that asks for the same, but its page. */
export function shortageParameters(request: ShortageRequest): Record<string, string | undefined> {
  const { q, atc, laboratory } = request;
  const common = { q, atc, laboratoire: laboratory };
  const tri = wordOf(SORTS, request.sort);
  if (request.list === 'now') return { ...common, etat: wordOf(STATUSES, request.status), tri };
  const { state, year } = request;
  return {
    liste: 'historique',
    ...common,
    etat: wordOf(STATES, state),
    annee: year === undefined ? year : String(year),
    tri,
  };
}

function wordOf<V>(words: Readonly<Record<string, V>>, value: V | undefined): string | undefined {
  return Object.entries(words).find(([, one]) => one === value)?.[0];
}

/** A list of /ruptures, where it begins on the page. */
export function shortageAddress(parameters: Record<string, string | undefined>): string {
  return `${address(SHORTAGES_PATH, parameters)}#liste`;
}
