import { readYearOfPartialDate } from '../dates.js';
import type { AgeGroup } from './rows.js';

/**
 * Group of the age in completed years: AGE by its unit (none: years), or without AGE the year of notification minus
 * the year of birth. `unknown` below 0, above 125, and for what cannot be read. `unit` is in its normal form; empty cells are
 * empty strings. Source: counting.md, Cases.
 */
export function ageGroup(age: string, unit: string, birthDate: string, notificationYear: number): AgeGroup {
  if (age !== '') return groupOf(completedYears(age, unit));
  const birthYear = birthDate === '' ? null : readYearOfPartialDate(birthDate);
  return groupOf(birthYear === null ? null : notificationYear - birthYear);
}

function completedYears(age: string, unit: string): number | null {
  // decimal comma or point
  if (!/^\d+(?:[.,]\d+)?$/.test(age)) return null;
  const value = Number(age.replace(',', '.'));
  switch (unit) {
    case '':
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
