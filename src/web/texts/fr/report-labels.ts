import type { Population } from '../../../queries/answers.js';

/** How each population is called on a filter, and in a sentence. */
export const POPULATIONS: Record<Population, { name: string; among: string }> = {
  all: { name: 'Tous', among: '' },
  female: { name: 'Femmes', among: 'chez les femmes' },
  male: { name: 'Hommes', among: 'chez les hommes' },
  '0-19': { name: '0–19 ans', among: 'chez les 0–19 ans' },
  '20-59': { name: '20–59 ans', among: 'chez les 20–59 ans' },
  '60+': { name: '60 ans et plus', among: 'chez les 60 ans et plus' },
};

/** Labels of the rows of declarations by key; those of other keys come with the figures, in French. */
export const ROW_LABELS: Readonly<Record<string, string>> = {
  female: POPULATIONS.female.name,
  male: POPULATIONS.male.name,
  '0-19': POPULATIONS['0-19'].name,
  '20-59': POPULATIONS['20-59'].name,
  '60+': POPULATIONS['60+'].name,
  unknown: 'Non renseigné',
  serious: 'Grave',
  non_serious: 'Non grave',
  death: 'Décès',
  life_threatening: 'Mise en jeu du pronostic vital',
  hospitalisation: 'Hospitalisation ou prolongation d’hospitalisation',
  disability: 'Incapacité ou invalidité',
  congenital_anomaly: 'Anomalie congénitale',
  other: 'Autre critère médicalement significatif',
};
