import type { MedicationErrors, SpecialityShortage } from './shortage-answers.js';
import type { AdverseReactions, Exposure, Figure, Period } from '../statistics/figures.js';

export { AGE_GROUPS, POPULATIONS, SEXES } from '../statistics/figures.js';
export { ORGAN_CLASSES } from '../statistics/labels.js';
export type {
  AdverseReactions,
  ConsumersOf,
  Exposure,
  ExposureLevel,
  Figure,
  NotificationRate,
  OrganClassRow,
  Period,
  Population,
  Row,
  SexAndAgeRow,
} from '../statistics/figures.js';

/** What the readers get: the shapes of http.md. Every query takes the release it reads, so that no answer mixes two. */

export interface ReleaseAnswer {
  id: string;
  publishedAt: string;
  demo: boolean;
  sources: SourceAnswer[];
  declarations: DeclarationsAnswer | null;
  /** How much is hidden; null without declarations. */
  disclosure: DisclosureAnswer | null;
  exposure: ExposureRowsAnswer | null;
  periods: { declarations: Period | null; exposure: Period | null };
}
export interface SourceAnswer {
  source: string;
  file: string;
  vintage: string | null;
  sha256: string;
  bytes: number;
  encoding: string;
  rowsRead: number;
  rowsAccepted: number;
  rejected: Record<string, number>;
}
/** Rows of Open Medic that were accepted, and those of packs that no speciality has. */
export interface ExposureRowsAnswer {
  rows: number;
  unmatchedRows: number;
  unmatchedPacks: number;
}
export interface DeclarationsAnswer {
  casesRead: number;
  casesKept: number;
  excluded: { foreign: number; superseded: number };
  drugRows: number;
  matched: { speciality: number; brand: number; substance: number; alias: number };
  ambiguous: number;
  unmatched: number;
}

/** Numbers of cases of a release, each once, and how many of them are hidden. Source: disclosure.md. */
export interface DisclosureAnswer {
  /** The smallest number, other than 0, that is published. */
  minCell: number;
  figures: number;
  /** For being small; so that no other can be worked out. */
  suppressed: { primary: number; complementary: number };
}

/** One page of a list; `total` counts the whole list. */
export interface Paged<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

export interface SubstanceItem {
  code: string;
  name: string;
  specialityCount: number;
  /** null when the release has no declarations at all. */
  cases: Figure | null;
}
export interface AtcItem {
  code: string;
  label: string | null;
}
export interface SubstanceAnswer {
  code: string;
  name: string;
  synonyms: string[];
  memberCodes: string[];
  specialityCount: number;
  atc: AtcItem[];
  exposure: Exposure | null;
  adverseReactions: AdverseReactions | null;
}
export interface SpecialityItem {
  cis: string;
  name: string;
  status: string | null;
  substances: { code: string; name: string }[];
}
/** A class of the ATC tree, with the public figures of its substances. */
export interface AtcAnswer extends AtcItem {
  parent: AtcItem | null;
  /** The classes above, the first level first. */
  path: AtcItem[];
  /** The classes right below. */
  children: AtcItem[];
  /** Of the specialities that have the code, or one below it. */
  substances: { code: string; name: string; cases: Figure | null }[];
}
/** The ATC code of a speciality. */
export interface SpecialityAtcAnswer extends AtcItem {
  /** From the other members of its generic group. */
  inferred: boolean;
  /** The classes above, the first level first. */
  path: AtcItem[];
}
export interface GenericGroupAnswer {
  id: string;
  label: string;
  type: GenericType;
  /** All of them, the speciality itself included: the reference first, then by name. */
  members: { cis: string; name: string; type: GenericType }[];
}
type GenericType = 'reference' | 'generic' | 'complementary_generic' | 'substitutable';
/** What an opinion of the HAS says of the medical benefit (SMR), or of its improvement (ASMR). */
export interface OpinionAnswer {
  date: string;
  reason: string | null;
  value: string;
  /** Plain text; `\n` where a line ends. */
  text: string | null;
  fileCode: string;
  /** The page of the opinion. */
  opinion: string | null;
}
export interface SafetyNoticeAnswer {
  from: string | null;
  to: string | null;
  text: string;
  href: string | null;
}
export interface AvailabilityAnswer {
  /** null: all packs. */
  cip13: string | null;
  status: 'shortage' | 'tension' | 'discontinued' | 'back';
  /** As published. */
  label: string;
  from: string | null;
  updated: string | null;
  back: string | null;
  href: string | null;
}
/** Whether the release was made with the source of each part: without it nothing is known, which is not « none ». */
export interface AvailableParts {
  atc: boolean;
  atcLabels: boolean;
  genericGroup: boolean;
  majorInterest: boolean;
  prescriptionConditions: boolean;
  smr: boolean;
  asmr: boolean;
  availability: boolean;
  safetyNotices: boolean;
  shortages: boolean;
  medicationErrors: boolean;
}
/** A speciality that an earlier release had and this one does not. */
export interface FormerSpecialityAnswer {
  cis: string;
  name: string;
  /** When the last release that had it was published, `yyyy-mm-dd`. */
  lastSeen: string;
  /** The specialities of its generic group. */
  replacedBy: { cis: string; name: string }[];
}
export interface SpecialityAnswer {
  cis: string;
  name: string;
  identity: {
    form: string | null;
    routes: string[];
    status: string | null;
    procedure: string | null;
    marketing: string | null;
    date: string | null;
    holders: string[];
    /** « Surveillance renforcée »: the black triangle. */
    surveillance: boolean;
    /** `Alerte` or `Warning disponibilité`, as published. */
    bdpmStatus: string | null;
    europeanNumber: string | null;
  };
  composition: {
    element: string;
    code: string;
    name: string;
    dosage: string | null;
    dosageReference: string | null;
    nature: 'SA' | 'FT';
    link: string;
    /** The substance this row is counted under; null for a therapeutic fraction that is none. */
    substance: string | null;
  }[];
  presentations: {
    cip13: string;
    cip7: string;
    label: string;
    status: string | null;
    marketing: string | null;
    declarationDate: string | null;
    hospitals: boolean | null;
    reimbursementRates: string[];
    /** Euros, decimal text. */
    priceWithoutFee: string | null;
    price: string | null;
    fee: string | null;
    reimbursementConditions: string | null;
  }[];
  /** The substances of the speciality with the public total of their declarations. */
  substances: SubstanceItem[];
  exposure: Exposure | null;
  atc: SpecialityAtcAnswer | null;
  genericGroup: GenericGroupAnswer | null;
  /** A medicine of major therapeutic interest (MITM). */
  majorInterest: boolean;
  prescriptionConditions: string[];
  /** The latest first, as all the lists below. */
  smr: OpinionAnswer[];
  asmr: OpinionAnswer[];
  availability: AvailabilityAnswer[];
  /** null when the release has no medication errors. */
  medicationErrors: MedicationErrors | null;
  /** Those whose speciality was found, the newest first. */
  shortages: SpecialityShortage[];
  safetyNotices: SafetyNoticeAnswer[];
  available: AvailableParts;
  links: { rel: string; href: string; label: string }[];
}
export type SearchAnswer =
  | { type: 'substance'; code: string; name: string; cases: Figure | null }
  | { type: 'speciality'; cis: string; name: string; substances: { code: string; name: string }[] };

/** One of the 27 MedDRA organ classes. */
export interface OrganClassAnswer {
  key: string;
  french: string;
  english: string;
}
