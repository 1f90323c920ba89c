import { readYearOfPartialDate } from '../dates.js';
import { normalise } from '../normalise.js';
import type { AgeGroup } from './rows.js';

/** AGE and U_AGE as given; empty cells are empty strings. */
export interface Age {
  readonly number: string;
  readonly unit: string;
}

/**
 * Group of the age in completed years: AGE by its unit (none: years), or without AGE the year of notification minus
 * the year of birth. `unknown` below 0, above 125, and for what cannot be read. Source: counting.md, Cases.
 */
export function ageGroup(age: Age, birthDate: string, notificationYear: number): AgeGroup {
  if (age.number !== '') return ageGroupOf(completedYears(readAge(age.number), readUnit(age.unit)));
  const birthYear = readBirthYear(birthDate);
  return ageGroupOf(birthYear === null ? null : notificationYear - birthYear);
}

/** AGE, decimal comma or point; null when it cannot be read. */
export function readAge(number: string): number | null {
  return /^\d+(?:[.,]\d+)?$/.test(number) ? Number(number.replace(',', '.')) : null;
}

/** What U_AGE counts, as its parts of a year: 1, or 12 for months; 0 where nobody is a year old; null for no such unit. */
export function readUnit(unit: string): number | null {
  if (unit === '') return 1;
  switch (normalise(unit)) {
    case 'ANS':
      return 1;
    case 'MOIS':
      return 12;
    case 'SEMAINES':
    case 'JOURS':
    case 'HEURES':
      return 0;
    default:
      return null;
  }
}

/** Year of DATE_NAISS; null when it is absent or cannot be read. */
export function readBirthYear(birthDate: string): number | null {
  return birthDate === '' ? null : readYearOfPartialDate(birthDate);
}

export function completedYears(age: number | null, unit: number | null): number | null {
  if (age === null || unit === null) return null;
  return unit === 0 ? 0 : Math.floor(age / unit);
}

export function ageGroupOf(years: number | null): AgeGroup {
  if (years === null || years < 0 || years > 125) return 'unknown';
  if (years < 20) return '0-19';
  return years < 60 ? '20-59' : '60+';
}
