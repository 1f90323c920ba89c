import { CRITERIA } from '../sources/bnpv/rows.js';

/**
 * The public shapes of the figures (http.md). They are made out of figures that are decided and stored once, when a release is
 * made (`StoredFigures`), and nothing that speaks to the public can reach the numbers behind them.
 */
export const POPULATIONS = ['all', 'female', 'male', '0-19', '20-59', '60+'] as const;
export type Population = (typeof POPULATIONS)[number];

export const SEXES = ['female', 'male', 'unknown'] as const;
export const AGE_GROUPS = ['0-19', '20-59', '60+', 'unknown'] as const;
export const SERIOUSNESS_CRITERIA = CRITERIA;
export const SERIOUSNESS = ['serious', 'non_serious', 'unknown'] as const;

export interface Figure {
  count: number | null;
  suppressed: boolean;
}

export interface Period {
  from: number;
  to: number;
}

export interface NotificationRate {
  /** Cases per 100,000 consumers, 4 significant digits. */
  per100000: number;
  /** Exact Poisson interval (Garwood), same unit and rounding. */
  ci95: [number, number];
  cases: number;
  consumers: number;
  period: Period;
}

export interface Row {
  key: string;
  label: string;
  count: number | null;
  /** Share of the population's cases, 2 decimals; null when suppressed, 0 when there are no cases. */
  percent: number | null;
  suppressed: boolean;
  /** Only on rows for which counting.md defines a rate; null when it has none. */
  notificationRate?: NotificationRate | null;
}
export interface SexAndAgeRow extends Row {
  sex: (typeof SEXES)[number];
  ageGroup: (typeof AGE_GROUPS)[number];
}
export interface OrganClassRow extends Row {
  highLevelTerms: Row[];
}

/** Breakdowns by the population's own dimension are left out; bySexAndAgeGroup is there for `all` only. */
export interface AdverseReactions {
  population: Population;
  period: Period;
  cases: Figure;
  notificationRate: NotificationRate | null;
  bySex?: Row[];
  byAgeGroup?: Row[];
  bySexAndAgeGroup?: SexAndAgeRow[];
  byYear: Row[];
  bySeriousness: Row[];
  bySeriousnessCriterion: Row[];
  byReporter: Row[];
  byOrganClass: OrganClassRow[];
}

export type ExposureLevel = 'very_low' | 'low' | 'moderate' | 'high' | 'very_high';
export interface ConsumersOf {
  key: string;
  consumers: number;
  percent: number | null;
}
export interface Exposure {
  period: Period;
  consumers: number;
  annualAverage: number;
  level: ExposureLevel;
  bySex: ConsumersOf[];
  byAgeGroup: ConsumersOf[];
  byYear: { key: string; consumers: number }[];
}
