import type { AvailabilityChange } from '../../../queries/shortage-answers.js';
import { dayInWords } from './format.js';

const changes: Record<AvailabilityChange['kind'], string> = {
  shortage: 'rupture de stock',
  tension: 'tension d’approvisionnement',
  discontinued: 'arrêt de commercialisation',
  back: 'remise à disposition',
  reported: 'rupture ou risque de rupture signalé',
  closed: 'signalement clôturé',
};

/** The feed of the changes in availability. It speaks French to all: readers of feeds keep one address. */
export const shortagesFeed = {
  title: 'Ruptures de stock : changements de disponibilité des médicaments',
  subtitle: 'Derniers changements connus de la disponibilité des médicaments en France, du plus récent au plus ancien.',
  demo: (text: string): string => `[Données fictives] ${text}`,
  entry: ({ name, kind }: AvailabilityChange): string => `${name} : ${changes[kind]}`,
  summary({ name, label, number, kind, date }: AvailabilityChange): string {
    const what = number === null ? (label ?? changes[kind]) : `signalement ${number}, ${changes[kind]}`;
    return `${name} : ${what}, ${dayInWords(date)}.`;
  },
};
