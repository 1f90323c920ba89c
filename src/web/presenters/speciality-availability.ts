import type { AvailabilityAnswer, SpecialityAnswer } from '../../queries/answers.js';
import type { SpecialityShortage } from '../../queries/shortage-answers.js';
import { yearSpan } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { lowerFirst } from '../texts/lower-first.js';
import type { Context, Period } from './context.js';
import type { Label } from './figures.js';
import { type Part, part } from './parts.js';
import { inSource } from './published.js';

interface AvailabilityRow {
  state: string;
  packs: Label;
  /** Since when, until when, each led by a comma. */
  dates: string;
  href: string;
}
interface ShortageRow {
  what: string;
  /** When it was declared and closed. */
  when: string;
  causes: string;
  /** As declared, in French. */
  measures: string;
  number: string;
}
export interface AvailabilityModel {
  /** The answer: « Rupture de stock ». */
  state: string;
  /** « depuis le … »; empty: not known, or nothing to date. */
  since: string;
  /** Both, as a sentence goes on: « rupture de stock depuis le 3 mai 2026 ». */
  supply: string;
  /** What the state means, in a sentence; empty: it speaks for itself. */
  meaning: string;
  /** Whether something is to be feared for the supply. */
  difficult: boolean;
  now: Part<AvailabilityRow>;
  historyTitle: string;
  /** Empty without history. */
  historyIntro: string;
  history: Part<ShortageRow>;
}
/** The gravest first: the medicine is said to be in the gravest state of its packs. */
const STATES: readonly AvailabilityAnswer['status'][] = ['shortage', 'tension', 'discontinued', 'back'];
const SHORTAGES_OPEN = 1;
const STATES_OPEN = 3;
/** What the base says of a medicine that is hard to have, without saying why. */
export const SUPPLY_WARNING = 'Warning disponibilité';

/**
 * Whether the medicine can be had now, and the times it could not.
 *
 * @param shortagePeriod the years that the history of the shortages of all medicines covers; null: there is none
 */
export function availabilityModel(
  context: Context,
  answer: SpecialityAnswer,
  shortagePeriod: Period | null,
): AvailabilityModel {
  const { language } = context;
  const { history, ...words } = language.texts.speciality.availability;
  const rows = answer.availability.map((item) => availabilityRow(language, item, answer));
  const state = stateNow(language, answer);
  return {
    ...state,
    supply: [lowerFirst(state.state), state.since].filter(Boolean).join(' '),
    now: part(context, rows, {
      known: answer.available.availability,
      open: STATES_OPEN,
      many: words.many,
      none: words.none,
      origin: { source: 'bdpm', table: 'CIS_CIP_Dispo_Spec' },
    }),
    historyTitle: historyTitle(language, answer.shortages),
    historyIntro: answer.shortages.length === 0 ? '' : history.intro(shortagePeriod),
    history: part(
      context,
      answer.shortages.map((item) => shortageRow(language, item)),
      {
        known: answer.available.shortages,
        open: SHORTAGES_OPEN,
        many: history.many,
        none: history.none(shortagePeriod),
        origin: { source: 'ruptures', ...(shortagePeriod && { years: yearSpan(shortagePeriod) }) },
      },
    ),
  };
}

type State = Pick<AvailabilityModel, 'state' | 'since' | 'meaning' | 'difficult'>;

function stateNow({ texts }: Language, answer: SpecialityAnswer): State {
  const { availability, available, presentations } = answer;
  const words = texts.speciality.availability;
  for (const status of STATES) {
    const items = availability.filter((item) => item.status === status);
    const [first] = items;
    if (first === undefined) continue;
    const packs = new Set(items.map((item) => item.cip13));
    const some = !packs.has(null) && packs.size < presentations.length;
    const day = status === 'back' ? (first.back ?? first.from) : first.from;
    const state = texts.shortages.statuses[status];
    return {
      state: some ? words.some(state) : state,
      since: day === null ? '' : words.since(day),
      meaning: words.meanings[status],
      difficult: status !== 'back',
    };
  }
  const calm = { since: '', meaning: '', difficult: false };
  if (/^non commercialis/i.test(answer.identity.marketing ?? '')) return { ...calm, state: words.notMarketed };
  if (answer.identity.bdpmStatus === SUPPLY_WARNING)
    return { since: '', state: words.warned, meaning: words.warning, difficult: true };
  return { ...calm, state: available.availability ? words.calm : words.unknown };
}

function availabilityRow(
  language: Language,
  item: AvailabilityAnswer,
  { presentations }: SpecialityAnswer,
): AvailabilityRow {
  const { texts } = language;
  const words = texts.speciality.availability;
  const label = presentations.find((one) => one.cip13 === item.cip13)?.label;
  const named = item.cip13 === null ? words.all : words.pack(item.cip13);
  const back = item.status === 'back' ? words.backOn : words.backExpected;
  const dates = [
    item.from === null ? '' : words.since(item.from),
    item.back === null ? '' : back(item.back),
    item.updated === null ? '' : words.updated(item.updated),
  ].filter((date) => date !== '');
  return {
    state: texts.shortages.statuses[item.status],
    packs: label === undefined ? { label: named } : inSource(language, label),
    dates: dates.map((date) => `, ${date}`).join(''),
    href: item.href ?? '',
  };
}

function shortageRow({ texts, format }: Language, item: SpecialityShortage): ShortageRow {
  const words = texts.speciality.availability.history;
  const causes = format.listed(item.causes.map((cause) => texts.shortages.cause(cause)));
  return {
    what: texts.shortages.classifications[item.classification],
    when: words.when(item),
    causes: causes === '' ? '' : words.causes(causes),
    measures: item.measures.join(' ; '),
    number: words.number(item.number),
  };
}

/** « 3 signalements entre 2014 et 2020 », for the heading of the history. */
function historyTitle({ texts }: Language, shortages: readonly SpecialityShortage[]): string {
  const words = texts.speciality.availability.history;
  const years = shortages.map((shortage) => shortage.year);
  if (years.length === 0) return words.title;
  return words.counted(years.length, { from: Math.min(...years), to: Math.max(...years) });
}
