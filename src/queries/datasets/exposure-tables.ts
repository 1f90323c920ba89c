import type { ConsumersOf, Exposure } from '../answers.js';
import { type Dataset, type DatasetRow, made, optional, required } from './dataset.js';
import { CIS, CIS_CODES, OF_SPECIALITY, OF_SUBSTANCE, readingOf, SUBSTANCE, SUBSTANCE_CODES } from './parts.js';

interface Exposed {
  code: string;
  name: string;
  exposure: Exposure;
}

const OWN: Pick<Dataset, 'needs' | 'fields'> = {
  needs: ['open-medic'],
  fields: [
    required('by', 'string', 'year (année), sex (sexe) ou age_group (âge).'),
    required('key', 'string', 'L’année, le sexe ou l’âge.'),
    required('consumers', 'integer', 'Patients traités.'),
    optional('percent', 'number', 'Part des patients traités, en %, deux décimales ; vide pour une année.'),
  ],
};

function exposureRows({ code, name, exposure }: Exposed): DatasetRow[] {
  const part = (by: string, { key, consumers, percent }: ConsumersOf): DatasetRow => [
    code,
    name,
    by,
    key,
    consumers,
    percent,
  ];
  return [
    ...exposure.byYear.map((row) => part('year', { ...row, percent: null })),
    ...exposure.bySex.map((row) => part('sex', row)),
    ...exposure.byAgeGroup.map((row) => part('age_group', row)),
  ];
}

/** The tables of treated patients. */
export const EXPOSURE_TABLES: readonly Dataset[] = [
  {
    name: 'exposure',
    title: 'Patients traités',
    description: 'Patients traités par substance active, par année, par sexe et par âge (Open Medic).',
    needs: OWN.needs,
    fields: [...SUBSTANCE, ...OWN.fields],
    primaryKey: ['substance_code', 'by', 'key'],
    foreignKeys: [OF_SUBSTANCE],
    ...made(readingOf('./exposure-of-substances.sql', SUBSTANCE_CODES, 200), exposureRows),
  },
  {
    name: 'speciality-exposure',
    title: 'Patients traités par spécialité',
    description: 'Patients traités par spécialité, par année, par sexe et par âge (Open Medic).',
    needs: OWN.needs,
    fields: [CIS, required('name', 'string', 'Dénomination.'), ...OWN.fields],
    primaryKey: ['cis', 'by', 'key'],
    foreignKeys: [OF_SPECIALITY],
    ...made(readingOf('./exposure-of-specialities.sql', CIS_CODES, 200), exposureRows),
  },
];
