import type { ShortageCause, ShortageClassification, UnavailableStatus } from '../../../queries/shortage-answers.js';

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

/** Texts of /ruptures and of its feed, and the words of shortages for all other pages. */
export const shortages = {
  classifications,
  statuses,
  /** A cause by the table of rules; the answers bring its French label. */
  cause: ({ label }: ShortageCause): string => label,
};
