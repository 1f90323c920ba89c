import { slug } from '../sources/normalise.js';
import { CAUSE_RULES } from '../sources/ruptures/causes.js';

export { ORGAN_CLASSES } from '../sources/bnpv/organ-classes.js';

/** French labels of the fixed keys. Source: http.md. */
export const UNKNOWN_LABEL = 'Non renseigné';
export const SEX_LABELS = { female: 'Femmes', male: 'Hommes', unknown: UNKNOWN_LABEL } as const;
export const AGE_GROUP_LABELS = {
  '0-19': '0–19 ans',
  '20-59': '20–59 ans',
  '60+': '60 ans et plus',
  unknown: UNKNOWN_LABEL,
} as const;
export const SERIOUSNESS_LABELS = { serious: 'Grave', non_serious: 'Non grave', unknown: UNKNOWN_LABEL } as const;
export const CRITERION_LABELS = {
  death: 'Décès',
  life_threatening: 'Mise en jeu du pronostic vital',
  hospitalisation: 'Hospitalisation ou prolongation d’hospitalisation',
  disability: 'Incapacité ou invalidité',
  congenital_anomaly: 'Anomalie congénitale',
  other: 'Autre critère médicalement significatif',
} as const;

/** Of shortages. */
export const CLASSIFICATION_LABELS: Readonly<Record<string, string>> = {
  shortage: 'Rupture',
  risk: 'Risque de rupture',
  end_of_marketing: 'Arrêt de commercialisation',
  other: 'Autre',
  unknown: UNKNOWN_LABEL,
};

/** Of the causes of shortages, by key. */
export const CAUSE_LABELS: ReadonlyMap<string, string> = new Map(CAUSE_RULES.map(({ key, label }) => [key, label]));

/** Key of a laboratory from its name: names that differ in case, accents and signs only have the same. */
export const laboratoryKey = slug;

/** Of medication errors. */
export const EFFECT_LABELS = {
  with_effect: 'Avec effet indésirable',
  without_effect: 'Sans effet indésirable',
} as const;
export const STEP_LABELS = {
  prescription: 'Prescription',
  preparation: 'Préparation',
  dispensing: 'Délivrance',
  administration: 'Administration',
  follow_up: 'Suivi',
  other: 'Autre',
} as const;
