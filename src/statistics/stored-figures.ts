import type { Figure, Period } from './figures.js';

/** A public number of cases; null: hidden. */
export type Count = number | null;

/** A number of cases as the public reads it. What is not there is taken as hidden. */
export function figureOf(count: Count | undefined): Figure {
  return { count: count ?? null, suppressed: count === null || count === undefined };
}

/** Numbers of cases in the six populations, in the order of POPULATIONS. */
export type InPopulations = readonly Count[];

/** What a published rate rests on; null: there is no rate, or it is hidden. */
export type RateBasis = readonly [cases: number, consumers: number] | null;

/**
 * The public figures of a substance, or of all declarations together, in all populations: each number once, already
 * disclosed, and nothing that can be worked out of others. Stored so when a release is made; labels, shares, rates and
 * their order are added when it is read (`PopulationFigures`).
 */
export interface StoredFigures {
  readonly total: Count;
  /** In the orders of SEXES and AGE_GROUPS; `cells` as Cells. */
  readonly sexes: readonly Count[];
  readonly ageGroups: readonly Count[];
  readonly cells: readonly Count[];
  /** null: there are no rates at all. */
  readonly rates: StoredRates | null;
  /** Ascending, all years of the release's declarations. */
  readonly years: readonly InPopulations[];
  /** In the orders of SERIOUSNESS and SERIOUSNESS_CRITERIA. */
  readonly seriousness: readonly InPopulations[];
  readonly criteria: readonly InPopulations[];
  /** By key, all reporters of the release. */
  readonly reporters: Readonly<Record<string, InPopulations>>;
  /** By key, those that occur; of the others the number is 0, or hidden where that of the population is. */
  readonly organClasses: Readonly<Record<string, StoredOrganClass>>;
}

export interface StoredRates {
  /** First and last of the years that both sources cover. */
  readonly period: Period;
  readonly populations: readonly RateBasis[];
  /** As Cells. */
  readonly cells: readonly RateBasis[];
  /** By year, the consumers of each population; null: without a rate. Its cases are those of the year. */
  readonly years: Readonly<Record<string, readonly (number | null)[]>>;
}

export interface StoredOrganClass {
  readonly cases: InPopulations;
  /** High level terms in the order of their keys, which are the slugs of their labels. */
  readonly terms: readonly (readonly [label: string, cases: InPopulations])[];
}

/** What all figures of a release have in common. */
export interface FiguresFrame {
  /** First and last year of the declarations. */
  readonly period: Period;
  /** Every reporter of the release, `unknown` included. */
  readonly reporters: readonly { readonly key: string; readonly label: string }[];
}
