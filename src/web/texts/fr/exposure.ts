import type { ExposureLevel } from '../../../queries/answers.js';
import { type Years, yearSpan } from '../format.js';
import { aboutOf, wholeNumber } from './format.js';

const LEVELS: Record<ExposureLevel, string> = {
  very_low: 'très faible',
  low: 'faible',
  moderate: 'modérée',
  high: 'élevée',
  very_high: 'très élevée',
};

/** Treated patients, of a substance or of a medicine. */
export const exposure = {
  levels: LEVELS,
  title: (average: number): string => `Environ ${aboutOf(average, 'patients traités par an')} en ville`,
  untitled: 'Patients traités',
  averageStart: 'En moyenne ',
  average: (average: number): string => wholeNumber(average),
  averageEnd: (period: Years, total: number, level: ExposureLevel): string =>
    ` patients traités par an en ville, d’après les remboursements de ${yearSpan(period)} (${wholeNumber(total)} en additionnant les années) : utilisation ${LEVELS[level]}. Une personne qui a reçu deux présentations différentes dans l’année compte deux fois ; l’hôpital et les ventes sans ordonnance ne sont pas comptés.`,
  byYear: 'Patients traités en ville, par année',
  patients: 'Patients traités',
  patientsNarrow: 'Patients',
  bySexAndAge: (period: Years): string => `Patients traités en ville selon le sexe et l’âge, ${yearSpan(period)}`,
  missing: {
    notLoaded:
      'Cette version des données ne contient pas les nombres de patients traités : la source Open Medic n’a pas été chargée.',
    none: (what: 'substance' | 'speciality'): string =>
      `Open Medic ne connaît aucun remboursement en ville ${what === 'substance' ? 'des médicaments qui contiennent cette substance' : 'de ce médicament'} : médicaments de l’hôpital, non remboursés ou vendus sans ordonnance n’y figurent pas.`,
  },

  /** Any drawing of a line by years. `noun`: a plural with a capital. */
  line: {
    allMasked: (noun: string): string => `${noun} par an : toutes les années sont masquées`,
    one: (noun: string, count: number, year: string): string => `${noun} par an : ${wholeNumber(count)} en ${year}`,
    ends: (noun: string, [before, from]: [number, string], [after, to]: [number, string]): string =>
      `${noun} par an : de ${wholeNumber(before)} en ${from} à ${wholeNumber(after)} en ${to}`,
    maskedYear: 'année dont la ',
    maskedLink: 'donnée est masquée',
  },
};
