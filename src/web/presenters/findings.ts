import { percentage, wholeNumber } from '../format.js';
import type { AdverseReactions, Row } from './context.js';
import { POPULATION_WORDS } from './populations.js';

/**
 * Titles. One states a finding only when the figures bear it (intervals that do not overlap); otherwise it names the
 * measure. Pure.
 */

/**
 * The key whose rate is above every other's, intervals apart. null when two intervals meet or a rate is missing: a
 * group whose figure is hidden may be the highest.
 */
export function highestRate(rows: readonly Row[] | undefined): string | null {
  const known = (rows ?? []).filter((row) => row.key !== 'unknown');
  const top = known.find((row) => known.every((other) => other === row || isAbove(row, other)));
  return known.length > 1 && top !== undefined ? top.key : null;
}

function isAbove(row: Row, other: Row): boolean {
  const [lowest, highest] = [row.notificationRate?.ci95[0], other.notificationRate?.ci95[1]];
  return lowest !== undefined && highest !== undefined && lowest > highest;
}

/** @param hasRates whether treated patients stand beside the declarations */
export function peopleTitle(reactions: AdverseReactions, hasRates: boolean): string {
  const found = [highestRate(reactions.bySex), highestRate(reactions.byAgeGroup)].flatMap((key) => amongWords(key));
  if (found.length > 0) return `Taux de notification plus élevé ${found.join(', et ')}`;
  return peopleMeasure(reactions, hasRates);
}

/** « Déclarations et patients traités selon le sexe et l’âge »: what a population has of it. */
export function peopleMeasure(reactions: AdverseReactions, hasRates: boolean): string {
  const by = [reactions.bySex && 'le sexe', reactions.byAgeGroup && 'l’âge'].filter((word) => word !== undefined);
  return `Déclarations${hasRates ? ' et patients traités' : ''} selon ${by.join(' et ')}`;
}

function amongWords(key: string | null): string[] {
  const words = Object.entries(POPULATION_WORDS).find(([population]) => population === key);
  return words === undefined ? [] : [words[1].among];
}

/** « De 402 déclarations en 2014 à 662 en 2023 »; the measure when an end is hidden. `noun`: in the singular. */
export function yearsTitle(
  years: readonly Pick<Row, 'key' | 'count'>[],
  noun: 'déclaration' | 'signalement' = 'déclaration',
): string {
  const [first, last] = [years.at(0), years.at(-1)];
  const [before, after] = [first?.count ?? null, last?.count ?? null];
  if (first === undefined || last === undefined || first === last || before === null || after === null)
    return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}s par année`;
  return `De ${wholeNumber(before)} ${before < 2 ? noun : `${noun}s`} en ${first.key} à ${wholeNumber(after)} en ${last.key}`;
}

/** « 46,2 % des déclarations sont graves »; the measure when hidden. */
export function seriousnessTitle(rows: readonly Row[]): string {
  const percent = rows.find((row) => row.key === 'serious')?.percent ?? null;
  return percent === null ? 'Gravité des déclarations' : `${percentage(percent)} des déclarations sont graves`;
}
