/** Rows of the optional BDPM files. Codes are text; dates are ISO `yyyy-mm-dd`; texts and addresses are free of HTML. */

/** A generic « by complementary dosage » makes up the dosage of the reference with several units, or a part of one. */
export type GenericType = 'reference' | 'generic' | 'complementary_generic' | 'substitutable';

/** CIS_GENER_bdpm: a member of a generic group. */
export interface GenericMemberRow {
  group: string;
  label: string;
  cis: string;
  type: GenericType;
}

/** CIS_CPD_bdpm: one condition of prescription or dispensing. */
export interface ConditionRow {
  cis: string;
  condition: string;
}

/** CIS_HAS_SMR_bdpm, CIS_HAS_ASMR_bdpm: what an opinion of the HAS says of a speciality. */
export interface OpinionRow {
  cis: string;
  fileCode: string;
  reason: string | null;
  date: string;
  value: string;
  text: string | null;
}

/** HAS_LiensPageCT_bdpm: the page of an opinion. */
export interface OpinionLinkRow {
  fileCode: string;
  address: string;
}

/** CIS_InfoImportantes: a safety notice. */
export interface SafetyNoticeRow {
  cis: string;
  from: string | null;
  to: string | null;
  text: string;
  address: string | null;
}

/** In the order of their codes, from 1. */
export const AVAILABILITY_STATUSES = ['shortage', 'tension', 'discontinued', 'back'] as const;

/** CIS_CIP_Dispo_Spec: how a speciality, or one pack of it, can be had now. */
export interface AvailabilityRow {
  cis: string;
  cip13: string | null;
  status: (typeof AVAILABILITY_STATUSES)[number];
  label: string;
  from: string | null;
  updated: string | null;
  back: string | null;
  address: string | null;
}

/** CIS_MITM: a medicine of major therapeutic interest, with its ATC code. */
export interface MajorInterestRow {
  cis: string;
  atc: string;
}
