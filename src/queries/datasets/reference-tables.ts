import { type Dataset, made, optional, required } from './dataset.js';
import { CASES, CIS, CIS_CODES, OF_SPECIALITY, readingOf, rowOfCells, SUBSTANCE, SUBSTANCE_CODES } from './parts.js';

const CONSUMERS = [
  optional('consumers', 'integer', 'Patients traités, somme sur les années et les présentations.'),
  optional('annual_average', 'integer', 'Patients traités par an, en moyenne.'),
  optional('exposure_level', 'string', 'very_low, low, moderate, high ou very_high.'),
];

const SUBSTANCES: Dataset = {
  name: 'substances',
  title: 'Substances actives',
  description: 'Les substances actives, les sels étant comptés avec leur base, et le nombre de leurs déclarations.',
  needs: ['bdpm'],
  fields: [
    ...SUBSTANCE,
    optional('synonyms', 'string', 'Autres noms, séparés par « | ».'),
    required('member_codes', 'string', 'Codes comptés sous cette substance, séparés par « | ».'),
    required('speciality_count', 'integer', 'Nombre de spécialités.'),
    CASES,
    optional('suppressed', 'boolean', 'Vrai si la donnée est masquée pour que personne ne soit reconnu.'),
    ...CONSUMERS,
  ],
  primaryKey: ['substance_code'],
  foreignKeys: [],
  ...made(readingOf('./substances.sql', SUBSTANCE_CODES, 200), rowOfCells),
};

const SPECIALITIES: Dataset = {
  name: 'specialities',
  title: 'Spécialités',
  description: 'Les médicaments tels qu’ils sont autorisés, leurs substances et leur classe ATC.',
  needs: ['bdpm'],
  fields: [
    CIS,
    required('name', 'string', 'Dénomination.'),
    optional('form', 'string', 'Forme pharmaceutique.'),
    optional('routes', 'string', 'Voies d’administration, séparées par « | ».'),
    optional('status', 'string', 'Statut de l’autorisation de mise sur le marché.'),
    optional('marketing', 'string', 'État de commercialisation.'),
    optional('authorisation_date', 'date', 'Date de l’autorisation.'),
    optional('holders', 'string', 'Titulaires, séparés par « | ».'),
    required('enhanced_surveillance', 'boolean', 'Surveillance renforcée.'),
    optional('atc_code', 'string', 'Code ATC.'),
    optional('atc_inferred', 'boolean', 'Vrai si le code ATC est celui du groupe générique.'),
    optional('substance_codes', 'string', 'Codes de ses substances actives, séparés par « | ».'),
    ...CONSUMERS,
  ],
  primaryKey: ['cis'],
  foreignKeys: [],
  ...made(readingOf('./specialities.sql', CIS_CODES, 200), rowOfCells),
};

const PRESENTATIONS: Dataset = {
  name: 'presentations',
  title: 'Présentations',
  description: 'Les conditionnements des spécialités, avec leur prix et leur remboursement.',
  needs: ['bdpm'],
  fields: [
    required('cip13', 'string', 'Code CIP à treize chiffres.'),
    optional('cip7', 'string', 'Code CIP à sept chiffres.'),
    CIS,
    optional('label', 'string', 'Libellé.'),
    optional('status', 'string', 'Statut administratif.'),
    optional('marketing', 'string', 'État de commercialisation.'),
    optional('reimbursement_rates', 'string', 'Taux de remboursement, séparés par « | ».'),
    optional('price', 'number', 'Prix public en euros, honoraire compris.'),
  ],
  primaryKey: ['cip13'],
  foreignKeys: [OF_SPECIALITY],
  ...made(readingOf('./presentations.sql', CIS_CODES, 200), rowOfCells),
};

const SHORTAGES: Dataset = {
  name: 'shortages',
  title: 'Ruptures et risques de rupture',
  description: 'Déclarations de disponibilité, une ligne par médicament déclaré.',
  needs: ['ruptures'],
  fields: [
    required('number', 'string', 'Numéro de la déclaration.'),
    required('name', 'string', 'Médicament, tel que déclaré.'),
    optional('classification', 'string', 'shortage, risk, end_of_marketing ou other.'),
    required('open', 'boolean', 'Vrai si la déclaration est en cours.'),
    optional('reported_on', 'date', 'Date du signalement.'),
    optional('closed_on', 'date', 'Date de clôture.'),
    required('year', 'year', 'Année.'),
    optional('cis', 'string', 'Code CIS de la spécialité, si elle a été trouvée.'),
    optional('atc_code', 'string', 'Code ATC.'),
    optional('laboratory', 'string', 'Laboratoire.'),
    optional('causes', 'string', 'Clés des causes, séparées par « | ».'),
    optional('measures', 'string', 'Mesures, séparées par « | ».'),
  ],
  primaryKey: ['number', 'name'],
  foreignKeys: [OF_SPECIALITY],
  ...made(
    readingOf(
      './shortages.sql',
      'SELECT DISTINCT number AS unit FROM shortage WHERE release_id = $1 ORDER BY number',
      500,
    ),
    rowOfCells,
  ),
};

/** The tables of medicines, and of their availability. */
export const REFERENCE_TABLES: readonly Dataset[] = [SUBSTANCES, SPECIALITIES, PRESENTATIONS];
export const SHORTAGE_TABLES: readonly Dataset[] = [SHORTAGES];
