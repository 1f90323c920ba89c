import type { PopulationFigures } from '../../statistics/population-figures.js';
import type { FiguresFrame, StoredFigures } from '../../statistics/stored-figures.js';
import type { Row } from '../answers.js';
import type { MedicationErrors, MedicationErrorStatistics } from '../shortage-answers.js';
import { populationsOf } from './case-tables.js';
import { type Dataset, type DatasetRow, type Field, made, optional, required } from './dataset.js';
import {
  CASES,
  CIS,
  CIS_CODES,
  figureCells,
  LABEL,
  OF_SPECIALITY,
  PERCENT,
  POPULATION,
  readingOf,
  SUPPRESSED,
  totalCells,
} from './parts.js';

/** Tables that hold several breakdowns: each row says of which it is. */

const byFields = (breakdowns: string): readonly Field[] => [
  required('by', 'string', breakdowns),
  required('key', 'string', 'Clé dans cette répartition.'),
  LABEL,
];

function linesOf(by: string, rows: readonly Row[] = []): DatasetRow[] {
  return rows.map((row) => [by, row.key, row.label, ...figureCells(row)]);
}

const DECLARATIONS: Dataset = {
  name: 'declarations',
  title: 'Toutes les déclarations',
  description: 'Toutes les déclarations ensemble, chacune une fois, par population et par répartition.',
  needs: ['bnpv'],
  fields: [
    POPULATION,
    ...byFields(
      'total, sex, age_group, sex_and_age_group, year, seriousness, criterion, reporter, organ_class ou high_level_term ; la clé d’un type d’effet suit celle de son système d’organes et une barre oblique.',
    ),
    CASES,
    PERCENT,
    SUPPRESSED,
  ],
  primaryKey: ['population', 'by', 'key'],
  foreignKeys: [],
  ...made(
    readingOf('./declarations.sql', `SELECT 'all' AS unit WHERE $1::integer IS NOT NULL`, 1),
    (of: { figures: StoredFigures; frame: FiguresFrame }) =>
      populationsOf(of).flatMap((figures) => declarationLines(figures).map((cells) => [figures.population, ...cells])),
  ),
};

function declarationLines(figures: PopulationFigures): DatasetRow[] {
  const terms = figures.byOrganClass.flatMap(({ key, highLevelTerms }) =>
    highLevelTerms.map((term) => ({ ...term, key: `${key}/${term.key}` })),
  );
  return [
    ['total', 'all', 'Ensemble', ...totalCells(figures.cases)],
    ...linesOf('sex', figures.bySex),
    ...linesOf('age_group', figures.byAgeGroup),
    ...linesOf('sex_and_age_group', figures.bySexAndAgeGroup),
    ...linesOf('year', figures.byYear),
    ...linesOf('seriousness', figures.bySeriousness),
    ...linesOf('criterion', figures.bySeriousnessCriterion),
    ...linesOf('reporter', figures.byReporter),
    ...linesOf('organ_class', figures.byOrganClass),
    ...linesOf('high_level_term', terms),
  ];
}

const ERRORS: readonly Field[] = [
  optional('errors', 'integer', 'Nombre d’erreurs déclarées ; vide si la donnée est masquée.'),
  optional('percent', 'number', 'Part des erreurs, en %, deux décimales ; vide si la donnée est masquée.'),
  SUPPRESSED,
];

const MEDICATION_ERRORS: Dataset = {
  name: 'medication-errors',
  title: 'Erreurs médicamenteuses',
  description: 'Les erreurs médicamenteuses déclarées, toutes ensemble, par répartition.',
  needs: ['erreurs-medicamenteuses'],
  fields: [...byFields('total, population, effect, step, nature, cause, seriousness ou year.'), ...ERRORS],
  primaryKey: ['by', 'key'],
  foreignKeys: [],
  ...made(
    readingOf('./medication-errors.sql', `SELECT 'all' AS unit WHERE $1::integer IS NOT NULL`, 1),
    ({ statistics }: { statistics: MedicationErrorStatistics }) => [
      ...errorLines(statistics),
      ...linesOf('cause', statistics.byCause),
      ...linesOf('seriousness', statistics.bySeriousness),
      ...linesOf('year', statistics.byYear),
    ],
  ),
};

const SPECIALITY_ERRORS: Dataset = {
  name: 'speciality-medication-errors',
  title: 'Erreurs médicamenteuses par spécialité',
  description: 'Les erreurs déclarées de chaque spécialité ; de celles qui n’y sont pas, aucune n’a été déclarée.',
  needs: ['erreurs-medicamenteuses'],
  fields: [CIS, ...byFields('total, population, effect, step ou nature.'), ...ERRORS],
  primaryKey: ['cis', 'by', 'key'],
  foreignKeys: [OF_SPECIALITY],
  ...made(
    readingOf('./medication-errors-of-specialities.sql', CIS_CODES, 100),
    ({ cis, figures }: { cis: string; figures: MedicationErrors }) =>
      errorLines(figures).map((cells) => [cis, ...cells]),
  ),
};

function errorLines({ total, byPopulation, byEffect, byStep, byNature }: MedicationErrors): DatasetRow[] {
  return [
    ['total', 'all', 'Ensemble', ...totalCells(total)],
    ...linesOf('population', byPopulation),
    ...linesOf('effect', byEffect),
    ...linesOf('step', byStep),
    ...linesOf('nature', byNature),
  ];
}

/** The tables of what was declared about all medicines, and of medication errors. */
export const SUMMARY_TABLES: readonly Dataset[] = [DECLARATIONS, MEDICATION_ERRORS, SPECIALITY_ERRORS];
