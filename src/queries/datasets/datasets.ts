import { readSql } from '../../database/sql.js';

type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year';

/** One column of a dataset, as its Table Schema says. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** In French. */
  readonly description: string;
}

/** A whole table of a release for those who reuse the data; it holds what the pages show and nothing else. */
export interface Dataset {
  readonly name: string;
  /** In French. */
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  /** Gives the cells of some units of a release; what the table is read by, so that memory does not grow with it. */
  readonly sql: string;
  readonly units: keyof typeof UNITS;
  /** The block of the figures that the rows are of; null where the table has a query of its own. */
  readonly block: string | null;
}

/** The codes that a table is read by, in order. */
export const UNITS = {
  substances: `SELECT code AS unit FROM substance WHERE release_id = $1 ORDER BY code COLLATE "C"`,
  specialities: `SELECT cis AS unit FROM speciality WHERE release_id = $1 ORDER BY cis COLLATE "C"`,
  shortages: `SELECT DISTINCT number AS unit FROM shortage WHERE release_id = $1 ORDER BY number`,
} as const;

const sql = (file: string): string => readSql(import.meta.url, file);

const SUBSTANCE: readonly Field[] = [
  { name: 'substance_code', type: 'string', description: 'Code de la substance active, cinq chiffres.' },
  { name: 'substance', type: 'string', description: 'Nom de la substance active.' },
];
const POPULATION: Field = {
  name: 'population',
  type: 'string',
  description: 'all (tous), female (femmes), male (hommes), 0-19, 20-59 ou 60+ (âges).',
};
const FIGURE: readonly Field[] = [
  { name: 'cases', type: 'integer', description: 'Nombre de déclarations ; vide si la donnée est masquée.' },
  {
    name: 'percent',
    type: 'number',
    description: 'Part des déclarations de la même population, en %, deux décimales ; vide si la donnée est masquée.',
  },
  {
    name: 'suppressed',
    type: 'boolean',
    description: 'Vrai si la donnée est masquée pour que personne ne soit reconnu.',
  },
];

interface Block {
  readonly name: string;
  readonly title: string;
  readonly block: string;
  readonly key: string;
  readonly keyDescription: string;
}

const breakdown = ({ name, title, block, key, keyDescription }: Block): Dataset => ({
  name,
  title,
  description: `${title}, par substance active et par population.`,
  fields: [
    ...SUBSTANCE,
    POPULATION,
    { name: key, type: key === 'year' ? 'year' : 'string', description: keyDescription },
    { name: 'label', type: 'string', description: 'Libellé français.' },
    ...FIGURE,
  ],
  primaryKey: ['substance_code', 'population', key],
  sql: sql('./breakdown.sql'),
  units: 'substances',
  block,
});

const SUBSTANCES: Dataset = {
  name: 'substances',
  title: 'Substances actives',
  description: 'Les substances actives, les sels étant comptés avec leur base, et le nombre de leurs déclarations.',
  fields: [
    ...SUBSTANCE,
    { name: 'synonyms', type: 'string', description: 'Autres noms, séparés par « | ».' },
    { name: 'member_codes', type: 'string', description: 'Codes comptés sous cette substance, séparés par « | ».' },
    { name: 'speciality_count', type: 'integer', description: 'Nombre de spécialités.' },
    ...FIGURE.filter(({ name }) => name !== 'percent'),
    { name: 'consumers', type: 'integer', description: 'Patients traités, somme sur les années et les présentations.' },
    { name: 'annual_average', type: 'integer', description: 'Patients traités par an, en moyenne.' },
    { name: 'exposure_level', type: 'string', description: 'very_low, low, moderate, high ou very_high.' },
  ],
  primaryKey: ['substance_code'],
  sql: sql('./substances.sql'),
  units: 'substances',
  block: null,
};

const SPECIALITIES: Dataset = {
  name: 'specialities',
  title: 'Spécialités',
  description: 'Les médicaments tels qu’ils sont autorisés, leurs substances et leur classe ATC.',
  fields: [
    { name: 'cis', type: 'string', description: 'Code CIS, huit chiffres.' },
    { name: 'name', type: 'string', description: 'Dénomination.' },
    { name: 'form', type: 'string', description: 'Forme pharmaceutique.' },
    { name: 'routes', type: 'string', description: 'Voies d’administration, séparées par « | ».' },
    { name: 'status', type: 'string', description: 'Statut de l’autorisation de mise sur le marché.' },
    { name: 'marketing', type: 'string', description: 'État de commercialisation.' },
    { name: 'authorisation_date', type: 'date', description: 'Date de l’autorisation.' },
    { name: 'holders', type: 'string', description: 'Titulaires, séparés par « | ».' },
    { name: 'enhanced_surveillance', type: 'boolean', description: 'Surveillance renforcée.' },
    { name: 'atc_code', type: 'string', description: 'Code ATC.' },
    { name: 'atc_inferred', type: 'boolean', description: 'Vrai si le code ATC est celui du groupe générique.' },
    { name: 'substance_codes', type: 'string', description: 'Codes de ses substances actives, séparés par « | ».' },
    { name: 'consumers', type: 'integer', description: 'Patients traités, somme sur les années et les présentations.' },
  ],
  primaryKey: ['cis'],
  sql: sql('./specialities.sql'),
  units: 'specialities',
  block: null,
};

const PRESENTATIONS: Dataset = {
  name: 'presentations',
  title: 'Présentations',
  description: 'Les conditionnements des spécialités, avec leur prix et leur remboursement.',
  fields: [
    { name: 'cip13', type: 'string', description: 'Code CIP à treize chiffres.' },
    { name: 'cip7', type: 'string', description: 'Code CIP à sept chiffres.' },
    { name: 'cis', type: 'string', description: 'Code CIS de la spécialité.' },
    { name: 'label', type: 'string', description: 'Libellé.' },
    { name: 'status', type: 'string', description: 'Statut administratif.' },
    { name: 'marketing', type: 'string', description: 'État de commercialisation.' },
    { name: 'reimbursement_rates', type: 'string', description: 'Taux de remboursement, séparés par « | ».' },
    { name: 'price', type: 'number', description: 'Prix public en euros, honoraire compris.' },
  ],
  primaryKey: ['cip13'],
  sql: sql('./presentations.sql'),
  units: 'specialities',
  block: null,
};

const CASES_BY_SEX_AND_AGE: Dataset = {
  name: 'cases-by-sex-and-age',
  title: 'Déclarations par sexe et âge',
  description: 'Déclarations par sexe, par âge et par les deux ; « all » est le total.',
  fields: [
    ...SUBSTANCE,
    { name: 'sex', type: 'string', description: 'all, female, male ou unknown (non renseigné).' },
    { name: 'age_group', type: 'string', description: 'all, 0-19, 20-59, 60+ ou unknown (non renseigné).' },
    ...FIGURE,
  ],
  primaryKey: ['substance_code', 'sex', 'age_group'],
  sql: sql('./cases-by-sex-and-age.sql'),
  units: 'substances',
  block: null,
};

const CASES_BY_TERM: Dataset = {
  name: 'cases-by-high-level-term',
  title: 'Déclarations par type d’effet',
  description: 'Déclarations par système d’organes et type d’effet (HLT de MedDRA), par population.',
  fields: [
    ...SUBSTANCE,
    POPULATION,
    { name: 'organ_class', type: 'string', description: 'Clé du système d’organes.' },
    { name: 'high_level_term', type: 'string', description: 'Clé du type d’effet.' },
    { name: 'label', type: 'string', description: 'Libellé français du type d’effet.' },
    ...FIGURE,
  ],
  primaryKey: ['substance_code', 'population', 'organ_class', 'high_level_term'],
  sql: sql('./cases-by-term.sql'),
  units: 'substances',
  block: null,
};

const RATES: Dataset = {
  name: 'notification-rates',
  title: 'Taux de notification',
  description: 'Déclarations pour 100 000 patients traités ; ni une fréquence, ni un risque.',
  fields: [
    ...SUBSTANCE,
    { name: 'sex', type: 'string', description: 'all, female ou male.' },
    { name: 'age_group', type: 'string', description: 'all, 0-19, 20-59 ou 60+.' },
    { name: 'from', type: 'year', description: 'Première année.' },
    { name: 'to', type: 'year', description: 'Dernière année.' },
    { name: 'per_100000', type: 'number', description: 'Taux, quatre chiffres significatifs.' },
    { name: 'ci95_low', type: 'number', description: 'Borne basse de l’intervalle de confiance à 95 %.' },
    { name: 'ci95_high', type: 'number', description: 'Borne haute de l’intervalle de confiance à 95 %.' },
    { name: 'cases', type: 'integer', description: 'Déclarations de ces années.' },
    { name: 'consumers', type: 'integer', description: 'Patients traités de ces années.' },
  ],
  primaryKey: ['substance_code', 'sex', 'age_group', 'from', 'to'],
  sql: sql('./notification-rates.sql'),
  units: 'substances',
  block: null,
};

const EXPOSURE: Dataset = {
  name: 'exposure',
  title: 'Patients traités',
  description: 'Patients traités par substance active, par année, par sexe et par âge (Open Medic).',
  fields: [
    ...SUBSTANCE,
    { name: 'by', type: 'string', description: 'year (année), sex (sexe) ou age_group (âge).' },
    { name: 'key', type: 'string', description: 'L’année, le sexe ou l’âge.' },
    { name: 'consumers', type: 'integer', description: 'Patients traités.' },
  ],
  primaryKey: ['substance_code', 'by', 'key'],
  sql: sql('./exposure.sql'),
  units: 'substances',
  block: null,
};

const SHORTAGES: Dataset = {
  name: 'shortages',
  title: 'Ruptures et risques de rupture',
  description: 'Déclarations de disponibilité, une ligne par médicament déclaré.',
  fields: [
    { name: 'number', type: 'string', description: 'Numéro de la déclaration.' },
    { name: 'name', type: 'string', description: 'Médicament, tel que déclaré.' },
    { name: 'classification', type: 'string', description: 'shortage, risk, end_of_marketing ou other.' },
    { name: 'open', type: 'boolean', description: 'Vrai si la déclaration est en cours.' },
    { name: 'reported_on', type: 'date', description: 'Date du signalement.' },
    { name: 'closed_on', type: 'date', description: 'Date de clôture.' },
    { name: 'year', type: 'year', description: 'Année.' },
    { name: 'cis', type: 'string', description: 'Code CIS de la spécialité, si elle a été trouvée.' },
    { name: 'atc_code', type: 'string', description: 'Code ATC.' },
    { name: 'laboratory', type: 'string', description: 'Laboratoire.' },
    { name: 'causes', type: 'string', description: 'Clés des causes, séparées par « | ».' },
    { name: 'measures', type: 'string', description: 'Mesures, séparées par « | ».' },
  ],
  primaryKey: ['number', 'name'],
  sql: sql('./shortages.sql'),
  units: 'shortages',
  block: null,
};

/** Every table that can be taken whole. */
export const DATASETS: readonly Dataset[] = [
  SUBSTANCES,
  SPECIALITIES,
  PRESENTATIONS,
  CASES_BY_SEX_AND_AGE,
  breakdown({
    name: 'cases-by-year',
    title: 'Déclarations par année',
    block: 'byYear',
    key: 'year',
    keyDescription: 'Année de la notification.',
  }),
  breakdown({
    name: 'cases-by-seriousness',
    title: 'Déclarations par gravité',
    block: 'bySeriousness',
    key: 'seriousness',
    keyDescription: 'serious (grave), non_serious (non grave) ou unknown (non renseigné).',
  }),
  breakdown({
    name: 'cases-by-seriousness-criterion',
    title: 'Déclarations par critère de gravité',
    block: 'bySeriousnessCriterion',
    key: 'criterion',
    keyDescription: 'Critère de gravité ; une déclaration peut en avoir plusieurs.',
  }),
  breakdown({
    name: 'cases-by-reporter',
    title: 'Déclarations par déclarant',
    block: 'byReporter',
    key: 'reporter',
    keyDescription: 'Type de déclarant.',
  }),
  breakdown({
    name: 'cases-by-organ-class',
    title: 'Déclarations par système d’organes',
    block: 'byOrganClass',
    key: 'organ_class',
    keyDescription: 'Clé du système d’organes (SOC de MedDRA) ; une déclaration peut en avoir plusieurs.',
  }),
  CASES_BY_TERM,
  RATES,
  EXPOSURE,
  SHORTAGES,
];
