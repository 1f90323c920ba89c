import type { AvailabilityAnswer } from '../../../queries/answers.js';
import type { SpecialityShortage } from '../../../queries/shortage-answers.js';
import type { Years } from '../format.js';
import { counted, dayInWords } from './format.js';

const meanings: Record<AvailabilityAnswer['status'], string> = {
  shortage:
    'Le laboratoire ne peut plus fournir ce médicament. Un pharmacien peut dire s’il en reste et par quoi le remplacer.',
  tension: 'Ce médicament est encore fourni, mais en quantités insuffisantes : il peut manquer par endroits.',
  discontinued:
    'Le laboratoire cesse de vendre ce médicament. Un médecin ou un pharmacien peut dire par quoi le remplacer.',
  back: 'Ce médicament a manqué ; il est de nouveau fourni.',
};

function between({ from, to }: Years): string {
  return from === to ? `en ${String(from)}` : `entre ${String(from)} et ${String(to)}`;
}

/** Whether a medicine can be had, and the times it could not. */
export const availability = {
  label: 'Disponibilité',
  title: (supply: string): string => `Disponibilité\u00a0: ${supply}`,
  sentence: (supply: string): string => `Disponibilité : ${supply}.`,
  meanings,
  some: (state: string): string => `${state} d’une partie des présentations`,
  warning: 'La base de données publique des médicaments signale une difficulté de disponibilité pour ce médicament.',
  notMarketed: 'Non commercialisé',
  /** By the base itself, without saying which. */
  warned: 'Difficulté signalée',
  calm: 'Aucune difficulté signalée',
  unknown: 'Non connue',
  since: (day: string): string => `depuis le ${dayInWords(day)}`,
  all: 'toutes les présentations',
  pack: (cip13: string): string => `présentation ${cip13}`,
  backOn: (day: string): string => `remise à disposition le ${dayInWords(day)}`,
  backExpected: (day: string): string => `retour annoncé pour le ${dayInWords(day)}`,
  updated: (day: string): string => `information mise à jour le ${dayInWords(day)}`,
  link: 'Page de l’ANSM',
  many: 'présentations',
  none: 'Aucune rupture, aucune tension et aucun arrêt de commercialisation n’est signalé pour ce médicament.',
  history: {
    title: 'Ruptures et risques de rupture signalés',
    counted: (count: number, years: Years): string =>
      `${counted(count, 'signalement')} de rupture ou de risque de rupture ${between(years)}`,
    /** @param period that the history of all medicines covers; null: not known */
    intro: (period: Years | null): string =>
      `Ce que les laboratoires ont déclaré à l’ANSM${period === null ? '' : ` ${between(period)}`}. Un risque de rupture n’est pas une rupture.`,
    many: 'signalements',
    none: (period: Years | null): string =>
      `Aucun signalement de rupture ou de risque de rupture${period === null ? '' : ` reçu ${between(period)}`} n’a pu être rattaché à ce médicament.`,
    when({ reported, year, state, closed }: SpecialityShortage): string {
      const since = reported === null ? `de ${String(year)}` : `du ${dayInWords(reported)}`;
      const end = closed === null ? 'clos' : `clos le ${dayInWords(closed)}`;
      return `signalement ${since}, ${state === 'open' ? 'en cours dans cette version des données' : end}`;
    },
    causes: (causes: string): string => `Cause : ${causes}.`,
    measures: 'Mesures :',
    number: (number: string): string => `Signalement ${number}`,
  },
};

/** What the authorities published about the safety of a medicine. */
export const safety = {
  label: 'Sécurité',
  title: 'Informations de sécurité',
  inForce: (count: number): string => (count === 0 ? 'Aucune information' : counted(count, 'information')),
  now: 'en cours',
  /** With the triangle that the leaflet has. */
  surveillance: '▼\u00a0surveillance renforcée',
  alert: 'alerte dans la base publique',
  sentence: (count: number): string =>
    `${counted(count, 'information de sécurité', 'informations de sécurité')} en cours.`,
  intro: 'Rappels de bon usage, alertes et retraits de lots publiés pour ce médicament.',
  many: 'informations de sécurité',
  none: 'Aucune information de sécurité n’est publiée pour ce médicament.',
  published: (day: string): string => `publiée le ${dayInWords(day)}`,
  until: (day: string): string => `affichée jusqu’au ${dayInWords(day)}`,
  ended: (day: string | null): string => (day === null ? 'terminée' : `terminée le ${dayInWords(day)}`),
};
