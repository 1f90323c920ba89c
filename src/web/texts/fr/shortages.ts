import type { ShortageCause, ShortageClassification, UnavailableStatus } from '../../../queries/shortage-answers.js';
import type { Years } from '../format.js';
import { counted, dayInWords, duringYears, listed, wholeNumber } from './format.js';
import { history } from './shortage-history.js';

/** What a declaration of a laboratory is about: one wording, wherever declarations are shown. */
const classifications: Record<ShortageClassification, string> = {
  shortage: 'Rupture de stock',
  risk: 'Risque de rupture de stock',
  end_of_marketing: 'Arrêt de commercialisation',
  other: 'Autre signalement',
  unknown: 'Nature non renseignée',
};

/** How a medicine can be had now, by the file of availability. */
const statuses: Record<UnavailableStatus | 'discontinued' | 'back', string> = {
  shortage: 'Rupture de stock',
  tension: 'Tension d’approvisionnement',
  discontinued: 'Arrêt de commercialisation',
  back: 'De nouveau disponible',
};

/** Days as the sources give them: `yyyy-mm-dd`, or null. */
interface NowDays {
  from: string | null;
  updated: string | null;
  back: string | null;
}
interface Reported {
  number: string;
  reported: string | null;
  closed: string | null;
  year: number;
}

function nowDays({ from, updated, back }: NowDays): string {
  const parts = [
    from === null ? '' : `depuis le ${dayInWords(from)}`,
    updated === null ? '' : `mis à jour le ${dayInWords(updated)}`,
    back === null ? '' : `remise à disposition annoncée pour le ${dayInWords(back)}`,
  ].filter((part) => part !== '');
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Texts of /ruptures, and the words of shortages for all other pages. */
export const shortages = {
  classifications,
  statuses,
  /** A cause by the table of rules; the answers bring its French label. */
  cause: ({ label }: Pick<ShortageCause, 'key' | 'label'>): string => label,
  title: 'Ruptures de stock de médicaments',
  heading: 'Ruptures de stock',
  crumb: 'Ruptures',
  feedTitle: 'Changements de disponibilité',
  follow: 'Suivre les changements de disponibilité (flux Atom)',
  followWith: 'pour un lecteur de flux',
  caution: {
    strong: 'Un médicament signalé peut rester disponible dans certaines pharmacies',
    text: ', et un médicament qui n’est pas signalé peut manquer par endroits. N’arrêtez pas un traitement de vous-même : votre pharmacien sait ce qui reste, et par quoi le remplacer.',
  },
  /** With `**` around what carries the answer. */
  lead: {
    unknown: 'Les ruptures de stock ne sont pas connues de cette version des données.',
    now: ({ latest, shortage, tension }: { latest: string | null; shortage: number; tension: number }): string =>
      `${latest === null ? 'Dans cette version des données' : `Au ${dayInWords(latest)}`}, **${counted(shortage, 'médicament')}** ${shortage < 2 ? 'est' : 'sont'} en rupture de stock et **${wholeNumber(tension)}** en tension d’approvisionnement.`,
    ever: (period: Years, medicines: number): string =>
      `${duringYears(period)}, **${counted(medicines, 'signalement')}** de rupture ou de risque de rupture.`,
  },
  nowUnknown:
    'Cette version des données ne dit pas ce qui manque en ce moment : le fichier des disponibilités de la base de données publique des médicaments n’a pas été chargé.',
  historyUnknown:
    'Cette version des données ne contient pas l’historique des ruptures : la source n’a pas été chargée.',
  contents: {
    list: 'La liste',
    years: 'Au fil des ans',
    nature: 'Nature',
    causes: 'Causes',
    classes: 'Classes',
    laboratories: 'Laboratoires',
    measures: 'Mesures',
    durations: 'Durée',
  },
  list: {
    nowHeading: 'Ce qui manque en ce moment',
    historyHeading: 'Les signalements',
    pastHeading: 'Historique',
    tabs: {
      name: 'Listes',
      now: (count: number): string => `En ce moment (${wholeNumber(count)})`,
      open: (count: number): string => `Signalements en cours (${wholeNumber(count)})`,
      all: (count: number): string => `Tous les signalements (${wholeNumber(count)})`,
    },
    shortageMeans: ' : le laboratoire ne peut plus fournir le médicament. ',
    tensionMeans: ' : il le fournit, mais moins qu’on ne lui en demande.',
    historyNote: (until: number): string =>
      `Les derniers signalements de l’historique sont de ${String(until)}. «\u00a0En cours\u00a0» veut dire que l’historique ne donne pas leur fin, non qu’ils durent encore aujourd’hui.`,
    medicines: (count: number): string => counted(count, 'médicament'),
    declarations: (count: number): string => counted(count, 'signalement'),
    none: 'Rien ici. Qu’un médicament ne soit pas dans cette liste ne veut pas dire qu’il est disponible partout.',
    words: 'Médicament ou substance',
    atc: 'Classe ATC',
    anyAtc: 'Toutes',
    laboratory: 'Laboratoire',
    anyLaboratory: 'Tous',
    state: 'État',
    anyState: 'Tous',
    year: 'Année',
    open: 'En cours',
    closed: 'Clos',
    more: 'Par classe ou par laboratoire',
    submit: 'Filtrer',
    clear: 'Retirer les filtres',
    clearOne: 'retirer ce filtre',
    filter: (name: string, value: string): string => `${name} : ${value}`,
    order: 'Ordre',
    newest: 'Les plus récents d’abord',
    byName: 'Par nom',
    nowDays,
    packs: (packs: readonly string[]): string =>
      `Seulement ${packs.length < 2 ? 'la présentation' : 'les présentations'} ${listed(packs)}`,
    atcClass: (code: string, label: string | null): string =>
      `classe ATC ${code}${label === null ? '' : ` (${label})`}`,
    classOption: (code: string, label: string | null): string => (label === null ? code : `${code} – ${label}`),
    declared: (classification: string, open: boolean): string => `${classification}, ${open ? 'en cours' : 'clos'}`,
    reported({ number, reported, closed, year }: Reported): string {
      const when = reported === null ? `en ${String(year)}` : `le ${dayInWords(reported)}`;
      return `Signalé ${when}${closed === null ? '' : `, clos le ${dayInWords(closed)}`} (n° ${number})`;
    },
    causes: (causes: readonly string[]): string => `Cause : ${listed(causes)}`,
    measures: (measures: readonly string[]): string => `Mesures : ${listed(measures)}`,
    official: 'Page de l’ANSM',
  },
  history,
};
