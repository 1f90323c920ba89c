import { type Years, yearSpan } from '../format.js';
import { aboutOf, counted } from './format.js';

/** The pictures that stand for pages where these are shared. */
export const picture = {
  alt: (name: string): string => `${name} : déclarations d’effets indésirables suspectés, par année`,
  siteAlt: 'Déclarations d’effets indésirables suspectés en France, par année',
  siteTitle: 'Que sait-on des effets indésirables d’un médicament ?',
  /** @param count null: hidden */
  cases(count: number | null): string {
    if (count === null) return 'Nombre de déclarations masqué';
    return count === 0 ? 'Aucune déclaration' : counted(count, 'déclaration');
  },
  notLoaded: 'Déclarations non disponibles',
  /** @param average patients a year; null: not known */
  detail: (period: Years, average: number | null): string =>
    `d’effets indésirables suspectés, ${yearSpan(period)}${average === null ? '' : `, pour environ ${aboutOf(average, 'patients traités')} par an en ville`}`,
  hiddenDetail: (period: Years): string =>
    `Effets indésirables suspectés, ${yearSpan(period)}. Le nombre est masqué pour que personne ne puisse être reconnu.`,
  siteDetail: (period: Years): string =>
    `d’effets indésirables suspectés, ${yearSpan(period)}, mises en regard du nombre de patients traités`,
  chart: 'Déclarations par année',
  maskedYear: 'année dont la donnée est masquée',
};
