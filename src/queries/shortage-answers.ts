export type { MedicationErrors, MedicationErrorStatistics } from '../statistics/medication-errors.js';
export type { CountRow, DurationRow, Durations, ShortageStatistics } from '../statistics/shortages.js';

export const SHORTAGE_CLASSIFICATIONS = ['shortage', 'risk', 'end_of_marketing', 'other', 'unknown'] as const;
export type ShortageClassification = (typeof SHORTAGE_CLASSIFICATIONS)[number];
export const SHORTAGE_STATES = ['open', 'closed'] as const;
export type ShortageState = (typeof SHORTAGE_STATES)[number];

/** A cause by the table of rules. */
export interface ShortageCause {
  key: string;
  label: string;
}

/** One medicine of one declaration about availability. Dates are `yyyy-mm-dd`. */
export interface SpecialityShortage {
  number: string;
  /** As declared. */
  name: string;
  classification: ShortageClassification;
  state: ShortageState;
  /** null in older histories, which give the year alone. */
  reported: string | null;
  closed: string | null;
  year: number;
  causes: ShortageCause[];
  measures: string[];
}
export interface ShortageItem extends SpecialityShortage {
  /** The speciality of the release that it is about; null where none was found. */
  speciality: { cis: string; name: string } | null;
  /** The substance, as declared. */
  dci: string | null;
  /** Of any level: as declared, else that of the speciality. */
  atc: { code: string; label: string | null } | null;
  therapeuticClass: string | null;
  laboratory: string | null;
  /** Where it is short, as declared. */
  circuit: string | null;
}

/** A change in the availability of a medicine. */
export interface AvailabilityChange {
  /** The same in every release that has it. */
  id: string;
  /** `yyyy-mm-dd` */
  date: string;
  kind: 'shortage' | 'tension' | 'discontinued' | 'back' | 'reported' | 'closed';
  name: string;
  cis: string | null;
  /** What the source says of it; null for declarations. */
  label: string | null;
  /** The number of a declaration. */
  number: string | null;
}

export type UnavailableStatus = 'shortage' | 'tension';
/** How many specialities are short or tense, by the latest known availability. */
export interface UnavailableNow {
  shortage: number;
  tension: number;
  /** The latest day of the source, `yyyy-mm-dd`; null when it gives none. */
  latest: string | null;
  /** Who holds them, by name. */
  holders: Holder[];
}
/** A laboratory, with the spellings of its name. */
interface Holder {
  key: string;
  label: string;
  spellings: string[];
}
/** A speciality, in one of the two states. Dates are `yyyy-mm-dd`. */
export interface UnavailableItem {
  cis: string;
  name: string;
  status: UnavailableStatus;
  /** CIP13 of the packs that it is about; null: all. */
  packs: string[] | null;
  from: string | null;
  updated: string | null;
  back: string | null;
  href: string | null;
  holders: string[];
  atc: { code: string; label: string | null } | null;
}
