/** Rows of the pharmacovigilance extraction, derived values already worked out: what is staged is what is counted. */
export type Sex = 'female' | 'male' | 'unknown';
export type AgeGroup = '0-19' | '20-59' | '60+' | 'unknown';
export type Seriousness = 'serious' | 'non_serious' | 'unknown';
export const CRITERIA = [
  'death',
  'life_threatening',
  'hospitalisation',
  'disability',
  'congenital_anomaly',
  'other',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The version of a case that a row speaks of. `aerId` and `cas` are kept as text; `version` is a whole number. */
export interface CaseVersion {
  aerId: string;
  cas: string;
  version: number;
}

/** Cas-Patients: one version of one case. */
export interface CaseRow extends CaseVersion {
  /** Year of NOTIF. */
  year: number;
  sex: Sex;
  ageGroup: AgeGroup;
  seriousness: Seriousness;
  criteria: Criterion[];
  /** As given; null when absent. */
  reporter: string | null;
  /** PAYS_SURVENUE or PAYS_CAS is given and is not France. */
  foreign: boolean;
}

/** Effets: one reaction of one version. */
export interface ReactionRow extends CaseVersion {
  /** Key of one of the 27 organ classes. */
  organClass: string;
  /** Label as given; null when absent. */
  highLevelTerm: string | null;
}

/** In the order of their codes in staging. */
export const DRUG_TYPES = ['speciality', 'brand', 'substance', 'other'] as const;
export type DrugType = (typeof DRUG_TYPES)[number];

/** Médicaments: one drug of one version. `type` is `other` when TYPE is absent or unknown. */
export interface DrugRow extends CaseVersion {
  name: string;
  type: DrugType;
  /** ROLE is absent, Suspect or Interaction. Concomitant drugs are read and do not count. */
  counts: boolean;
}
