import type { Population } from '../../../queries/answers.js';

export const POPULATIONS: Record<Population, { name: string; among: string }> = {
  all: { name: 'Everybody', among: '' },
  female: { name: 'Women', among: 'among women' },
  male: { name: 'Men', among: 'among men' },
  '0-19': { name: '0–19 years', among: 'among those aged 0–19' },
  '20-59': { name: '20–59 years', among: 'among those aged 20–59' },
  '60+': { name: '60 years and over', among: 'among those aged 60 and over' },
};

/** The fixed keys, and the reporters that the source is known to name. */
export const ROW_LABELS: Readonly<Record<string, string>> = {
  female: POPULATIONS.female.name,
  male: POPULATIONS.male.name,
  '0-19': POPULATIONS['0-19'].name,
  '20-59': POPULATIONS['20-59'].name,
  '60+': POPULATIONS['60+'].name,
  unknown: 'Not stated',
  serious: 'Serious',
  non_serious: 'Not serious',
  death: 'Death',
  life_threatening: 'Life-threatening',
  hospitalisation: 'Hospitalisation, or a longer one',
  disability: 'Disability or incapacity',
  congenital_anomaly: 'Congenital anomaly',
  other: 'Other medically important condition',
  medecin: 'Physician',
  'medecin-specialiste': 'Specialist physician',
  'medecin-generaliste': 'General practitioner',
  pharmacien: 'Pharmacist',
  infirmier: 'Nurse',
  'chirurgien-dentiste': 'Dental surgeon',
  dentiste: 'Dentist',
  'sage-femme': 'Midwife',
  'autre-professionnel-de-sante': 'Other health professional',
  avocat: 'Lawyer',
  patient: 'Patient',
  'patient-ou-non-professionnel-de-sante': 'Patient or other non-professional',
  'association-de-patients': 'Patients’ association',
};
