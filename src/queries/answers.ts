import type { AdverseReactions, Exposure, Figure, Period } from '../statistics/figures.js';

export { AGE_GROUPS, POPULATIONS, SEXES } from '../statistics/figures.js';
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
  atc: null;
  genericGroup: null;
  availability: [];
  medicationErrors: null;
  shortages: [];
  safetyNotices: [];
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
