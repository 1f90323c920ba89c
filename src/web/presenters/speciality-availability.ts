import type { AvailabilityAnswer, SpecialityAnswer } from '../../queries/answers.js';
import type { ShortageClassification, SpecialityShortage } from '../../queries/shortage-answers.js';
import { counted, dayInWords, listed } from '../format.js';
import type { Context } from './context.js';
import { type Part, part } from './parts.js';

interface AvailabilityRow {
  state: string;
  /** Which packs, since when, until when. */
  text: string;
  href: string;
}
interface ShortageRow {
  what: string;
  /** When it was declared and closed. */
  when: string;
  causes: string;
  measures: string;
  number: string;
}
export interface AvailabilityModel {
  /** The answer: « Rupture de stock ». */
  state: string;
  /** « depuis le … »; empty: not known, or nothing to date. */
  since: string;
  /** What the state means, in a sentence; empty: it speaks for itself. */
  meaning: string;
  /** Whether something is to be feared for the supply. */
  difficult: boolean;
  now: Part<AvailabilityRow>;
  history: Part<ShortageRow>;
}

type Status = AvailabilityAnswer['status'];
/** The gravest first: the medicine is said to be in the gravest state of its packs. */
const STATES: readonly { status: Status; words: string; meaning: string }[] = [
  {
    status: 'shortage',
    words: 'Rupture de stock',
    meaning:
      'Le laboratoire ne peut plus fournir ce médicament. Un pharmacien peut dire s’il en reste et par quoi le remplacer.',
  },
  {
    status: 'tension',
    words: 'Tension d’approvisionnement',
    meaning: 'Ce médicament est encore fourni, mais en quantités insuffisantes : il peut manquer par endroits.',
  },
  {
    status: 'discontinued',
    words: 'Arrêt de commercialisation',
    meaning:
      'Le laboratoire cesse de vendre ce médicament. Un médecin ou un pharmacien peut dire par quoi le remplacer.',
  },
  { status: 'back', words: 'De nouveau disponible', meaning: 'Ce médicament a manqué ; il est de nouveau fourni.' },
];

const CLASSIFICATIONS: Record<ShortageClassification, string> = {
  shortage: 'Rupture de stock',
  risk: 'Risque de rupture de stock',
  end_of_marketing: 'Arrêt de commercialisation',
  other: 'Autre signalement',
  unknown: 'Signalement, type non renseigné',
};

const SHORTAGES_OPEN = 3;
const STATES_OPEN = 4;

/** Whether the medicine can be had now, and the times it could not. */
export function availabilityModel(context: Context, answer: SpecialityAnswer): AvailabilityModel {
  const { availability, shortages, available } = answer;
  return {
    ...stateNow(answer),
    now: part(
      context,
      availability.map((item) => availabilityRow(item, answer)),
      {
        known: available.availability,
        open: STATES_OPEN,
        many: 'présentations',
        none: 'Aucune rupture, aucune tension et aucun arrêt de commercialisation n’est signalé pour ce médicament.',
        origin: { source: 'bdpm', table: 'CIS_CIP_Dispo_Spec' },
      },
    ),
    history: part(context, shortages.map(shortageRow), {
      known: available.shortages,
      open: SHORTAGES_OPEN,
      many: 'signalements',
      none: 'Aucun signalement de rupture ou de risque de rupture n’a pu être rattaché à ce médicament.',
      origin: { source: 'ruptures' },
    }),
  };
}

function stateNow(answer: SpecialityAnswer): Pick<AvailabilityModel, 'state' | 'since' | 'meaning' | 'difficult'> {
  const { availability, available, presentations } = answer;
  for (const { status, words, meaning } of STATES) {
    const items = availability.filter((item) => item.status === status);
    const [first] = items;
    if (first === undefined) continue;
    const packs = new Set(items.map((item) => item.cip13));
    const some = !packs.has(null) && packs.size < presentations.length;
    const day = status === 'back' ? (first.back ?? first.from) : first.from;
    return {
      state: some ? `${words} d’une partie des présentations` : words,
      since: day === null ? '' : `depuis le ${dayInWords(day)}`,
      meaning,
      difficult: status !== 'back',
    };
  }
  const calm = { since: '', meaning: '', difficult: false };
  if (/^non commercialis/i.test(answer.identity.marketing ?? '')) return { ...calm, state: 'Non commercialisé' };
  return { ...calm, state: available.availability ? 'Aucune difficulté signalée' : 'Non connue' };
}

function availabilityRow(item: AvailabilityAnswer, { presentations }: SpecialityAnswer): AvailabilityRow {
  const pack = presentations.find((one) => one.cip13 === item.cip13)?.label ?? `présentation ${item.cip13 ?? ''}`;
  const back = item.status === 'back' ? 'remise à disposition le' : 'retour annoncé pour le';
  const dates = [
    item.from === null ? '' : `depuis le ${dayInWords(item.from)}`,
    item.back === null ? '' : `${back} ${dayInWords(item.back)}`,
    item.updated === null ? '' : `information mise à jour le ${dayInWords(item.updated)}`,
  ].filter((date) => date !== '');
  return {
    state: item.label,
    text: [item.cip13 === null ? 'toutes les présentations' : pack, ...dates].join(', '),
    href: item.href ?? '',
  };
}

function shortageRow(item: SpecialityShortage): ShortageRow {
  const reported =
    item.reported === null ? `signalement de ${String(item.year)}` : `signalement du ${dayInWords(item.reported)}`;
  const closed = item.closed === null ? 'clos' : `clos le ${dayInWords(item.closed)}`;
  return {
    what: CLASSIFICATIONS[item.classification],
    when: `${reported}, ${item.state === 'open' ? 'en cours dans cette version des données' : closed}`,
    causes: listed(item.causes.map((cause) => cause.label)),
    measures: item.measures.join(' ; '),
    number: item.number,
  };
}

/** « 3 signalements depuis 2014 », for the heading of the history; empty without any. */
export function historyTitle(shortages: readonly SpecialityShortage[]): string {
  const years = shortages.map((shortage) => shortage.year);
  if (years.length === 0) return '';
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const when = from === to ? `en ${String(from)}` : `entre ${String(from)} et ${String(to)}`;
  return `${counted(years.length, 'signalement')} de rupture ou de risque de rupture ${when}`;
}
