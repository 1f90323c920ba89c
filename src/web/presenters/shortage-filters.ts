import type { AtcItem } from '../../queries/answers.js';
import type { ShortageStatistics, UnavailableNow } from '../../queries/shortage-answers.js';
import type { Language } from '../texts/language.js';
import { type ShortageRequest, shortageAddress, shortageParameters } from './shortage-request.js';

export interface ShortageSources {
  now: UnavailableNow | null;
  statistics: ShortageStatistics | null;
  /** The first level of the tree. */
  classes: AtcItem[];
}

interface Option {
  value: string;
  label: string;
  selected: boolean;
}
interface Choice {
  label: string;
  href: string;
  current: boolean;
}
export interface ShortageFilters {
  tabs: Choice[];
  form: {
    q: string;
    classes: Option[];
    laboratories: Option[];
    /** Whether the class and the laboratory are shown at once: one of them is set. */
    open: boolean;
    /** What else the address asks for, and keeps. */
    kept: { name: string; value: string }[];
  };
  /** What the list is narrowed to, each with the address of the list without it. */
  set: { text: string; href: string }[];
  /** Leads to the list without any filter; empty: there is none. */
  all: string;
  /** Links to the same list of one state, and in the other order. */
  choices: { name: string; links: Choice[] }[];
}

/** What leads from a list of shortages to others, and what it is narrowed to. */
export function shortageFilters(
  language: Language,
  request: ShortageRequest,
  sources: ShortageSources,
): ShortageFilters {
  const { list: words } = language.texts.shortages;
  const { liste, etat, annee, tri } = shortageParameters(request);
  const classes = classOptions(language, request.atc, sources.classes);
  const laboratories = laboratoryOptions(request, sources);
  const kept = { liste, etat, annee, tri };
  const set = setFilters(language, request, [...classes, ...laboratories]);
  return {
    tabs: tabs(language, request, sources),
    form: {
      q: request.q ?? '',
      classes,
      laboratories,
      open: request.atc !== undefined || request.laboratory !== undefined,
      kept: Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    },
    set,
    all: set.length === 0 ? '' : shortageAddress({ liste, tri }),
    choices: [
      { name: words.state, links: stateLinks(language, request) },
      {
        name: words.order,
        links: choiceLinks(request, 'tri', [
          [undefined, words.newest],
          ['nom', words.byName],
        ]),
      },
    ],
  };
}

/** What was typed and the class mean the same in every list; states and laboratories do not. */
function tabs({ texts }: Language, request: ShortageRequest, { now, statistics }: ShortageSources): Choice[] {
  const { q, atc } = request;
  const { tabs: words } = texts.shortages.list;
  const isHistory = request.list === 'history';
  const isOpen = isHistory && request.state === 'open' && request.year === undefined;
  const history = (label: string, etat: string | undefined, current: boolean): Choice => ({
    label,
    href: shortageAddress({ liste: 'historique', q, atc, etat }),
    current,
  });
  return [
    ...(now === null
      ? []
      : [{ label: words.now(now.shortage + now.tension), href: shortageAddress({ q, atc }), current: !isHistory }]),
    ...(statistics === null
      ? []
      : [
          history(words.open(statistics.open), 'en-cours', isOpen),
          history(words.all(statistics.medicines), undefined, isHistory && !isOpen),
        ]),
  ];
}

function classOptions({ texts }: Language, current: string | undefined, classes: readonly AtcItem[]): Option[] {
  const { classOption } = texts.shortages.list;
  const options = classes.map(({ code, label }) => ({ value: code, label: classOption(code, label) }));
  return withCurrent(options, current);
}

const BY_LABEL = new Intl.Collator('fr');

function laboratoryOptions(request: ShortageRequest, sources: ShortageSources): Option[] {
  const { now, statistics } = sources;
  const declared = (statistics?.byLaboratory ?? []).filter(({ key }) => key !== 'unknown');
  const laboratories = request.list === 'now' ? (now?.holders ?? []) : declared;
  const options = laboratories.map(({ key, label }) => ({ value: key, label }));
  options.sort((a, b) => BY_LABEL.compare(a.label, b.label));
  return withCurrent(options, request.laboratory);
}

/** What comes from a link may be none of the options: a class of a lower level, a laboratory of the other list. */
function withCurrent(options: readonly Omit<Option, 'selected'>[], current: string | undefined): Option[] {
  const marked = options.map((option) => ({ ...option, selected: option.value === current }));
  if (current === undefined || marked.some(({ selected }) => selected)) return marked;
  return [...marked, { value: current, label: current, selected: true }];
}

/** @param options of which the selected ones name the class and the laboratory */
function setFilters({ texts }: Language, request: ShortageRequest, options: readonly Option[]): ShortageFilters['set'] {
  const { list: words } = texts.shortages;
  const parameters = shortageParameters(request);
  const named = (value: string): string =>
    options.find((option) => option.selected && option.value === value)?.label ?? value;
  const states = stateWords(texts, request);
  const filters: [name: string, label: string, valueOf: (value: string) => string][] = [
    ['q', words.words, (value) => value],
    ['atc', words.atc, named],
    ['laboratoire', words.laboratory, named],
    ['etat', words.state, (value) => states.find(([key]) => key === value)?.[1] ?? value],
    ['annee', words.year, (value) => value],
  ];
  return filters.flatMap(([name, label, valueOf]) => {
    const value = parameters[name];
    if (value === undefined) return [];
    return [{ text: words.filter(label, valueOf(value)), href: shortageAddress({ ...parameters, [name]: undefined }) }];
  });
}

type Word = [value: string | undefined, label: string];

function stateWords({ shortages }: Language['texts'], { list }: ShortageRequest): Word[] {
  const { statuses, list: words } = shortages;
  return list === 'now'
    ? [
        ['rupture', statuses.shortage],
        ['tension', statuses.tension],
      ]
    : [
        ['en-cours', words.open],
        ['clos', words.closed],
      ];
}

function stateLinks({ texts }: Language, request: ShortageRequest): Choice[] {
  return choiceLinks(request, 'etat', [[undefined, texts.shortages.list.anyState], ...stateWords(texts, request)]);
}

function choiceLinks(request: ShortageRequest, name: string, words: readonly Word[]): Choice[] {
  const parameters = shortageParameters(request);
  return words.map(([value, label]) => ({
    label,
    href: shortageAddress({ ...parameters, [name]: value }),
    current: parameters[name] === value,
  }));
}
