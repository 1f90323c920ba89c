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
  if (age.number !== '') return groupOf(completedYears(age));
  const birthYear = birthDate === '' ? null : readYearOfPartialDate(birthDate);
  return groupOf(birthYear === null ? null : notificationYear - birthYear);
}

function completedYears({ number, unit }: Age): number | null {
  // decimal comma or point
  if (!/^\d+(?:[.,]\d+)?$/.test(number)) return null;
  const value = Number(number.replace(',', '.'));
  if (unit === 'ANS' || unit === '') return Math.floor(value);
  switch (normalise(unit)) {
    case 'ANS':
      return Math.floor(value);
    case 'MOIS':
      return Math.floor(value / 12);
    case 'SEMAINES':
    case 'JOURS':
    case 'HEURES':
      return 0;
    default:
      return null;
  }
}

function groupOf(years: number | null): AgeGroup {
  if (years === null || years < 0 || years > 125) return 'unknown';
  if (years < 20) return '0-19';
  return years < 60 ? '20-59' : '60+';
}
