import type { Language } from '../texts/language.js';
import { POPULATIONS } from '../../queries/answers.js';
import type { AdverseReactions, Population, Row } from './context.js';

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
export function peopleTitle(language: Language, reactions: AdverseReactions, hasRates: boolean): string {
  const found = [highestRate(reactions.bySex), highestRate(reactions.byAgeGroup)].flatMap((key) => populationOf(key));
  if (found.length > 0) return language.texts.declarations.people.highest(found);
  return peopleMeasure(language, reactions, hasRates);
}

/** « Déclarations et patients traités selon le sexe et l’âge »: what a population has of it. */
export function peopleMeasure({ texts }: Language, reactions: AdverseReactions, hasRates: boolean): string {
  const by = (['sex', 'age'] as const).filter(
    (dimension) => (dimension === 'sex' ? reactions.bySex : reactions.byAgeGroup) !== undefined,
  );
  return texts.declarations.people.measure(hasRates, by);
}

function populationOf(key: string | null): Population[] {
  return POPULATIONS.filter((population) => population === key);
}

/** The first and the last of years, when there are two of which both figures are visible. */
export function yearEnds(
  years: readonly Pick<Row, 'key' | 'count'>[],
): Record<'first' | 'last', { year: string; count: number }> | null {
  const [first, last] = [years.at(0), years.at(-1)];
  const [before, after] = [first?.count ?? null, last?.count ?? null];
  if (first === undefined || last === undefined || first === last || before === null || after === null) return null;
  return { first: { year: first.key, count: before }, last: { year: last.key, count: after } };
}

/** « De 402 déclarations en 2014 à 662 en 2023 »; the measure when an end is hidden. */
export function reportsTitle({ texts }: Language, years: readonly Pick<Row, 'key' | 'count'>[]): string {
  const ends = yearEnds(years);
  const words = texts.declarations.years;
  if (ends === null) return words.byYear;
  return words.ends(ends.first.count, ends.first.year, ends.last.count, ends.last.year);
}

/** « 46,2 % des déclarations sont graves »; the measure when hidden. */
export function seriousnessTitle({ texts }: Language, rows: readonly Row[]): string {
  const percent = rows.find((row) => row.key === 'serious')?.percent ?? null;
  const words = texts.declarations.seriousness;
  return percent === null ? words.title : words.share(percent);
}
