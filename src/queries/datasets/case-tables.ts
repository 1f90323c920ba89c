import { PopulationFigures } from '../../statistics/population-figures.js';
import type { FiguresFrame, StoredFigures } from '../../statistics/stored-figures.js';
import { type NotificationRate, POPULATIONS, type Row } from '../answers.js';
import { type Dataset, type DatasetCell, type DatasetRow, made, required } from './dataset.js';
import {
  CASES,
  figureCells,
  LABEL,
  OF_SUBSTANCE,
  PERCENT,
  POPULATION,
  readingOf,
  SUBSTANCE,
  SUBSTANCE_CODES,
  SUPPRESSED,
  totalCells,
} from './parts.js';

interface SubstanceFigures {
  code: string;
  name: string;
  figures: StoredFigures;
  frame: FiguresFrame;
}

/** Thousands of rows are made of a substance's figures: few at once, or other requests would have to wait. */
const FIGURES = readingOf('./figures-of-substances.sql', SUBSTANCE_CODES, 20);
/** In the order of the tables' keys. */
const IN_ORDER = [...POPULATIONS].sort();

/** The six populations of stored figures, in the order of the tables. */
export function populationsOf({ figures, frame }: Pick<SubstanceFigures, 'figures' | 'frame'>): PopulationFigures[] {
  return IN_ORDER.map((population) => new PopulationFigures(figures, frame, population));
}

interface CaseTable extends Pick<Dataset, 'name' | 'title' | 'description' | 'fields' | 'primaryKey'> {
  needs?: Dataset['needs'];
  /** The cells of a substance in a population, but for its code and name. */
  rows: (figures: PopulationFigures) => DatasetRow[];
}

function caseTable({ name, title, description, needs = ['bnpv'], rows, ...table }: CaseTable): Dataset {
  return {
    name,
    title,
    description,
    needs,
    fields: [...SUBSTANCE, ...table.fields],
    primaryKey: ['substance_code', ...table.primaryKey],
    foreignKeys: [OF_SUBSTANCE],
    ...made(FIGURES, (of: SubstanceFigures) =>
      populationsOf(of).flatMap((figures) => rows(figures).map((cells) => [of.code, of.name, ...cells])),
    ),
  };
}

interface Breakdown {
  name: string;
  title: string;
  block: 'byYear' | 'bySeriousness' | 'bySeriousnessCriterion' | 'byReporter' | 'byOrganClass';
  key: string;
  keyDescription: string;
}

function breakdown({ name, title, block, key, keyDescription }: Breakdown): Dataset {
  const isYear = key === 'year';
  return caseTable({
    name,
    title,
    description: `${title}, par substance active et par population.`,
    fields: [POPULATION, required(key, isYear ? 'year' : 'string', keyDescription), LABEL, CASES, PERCENT, SUPPRESSED],
    primaryKey: ['population', key],
    rows: ({ population, [block]: rows }) =>
      rows.map((row) => [population, isYear ? Number(row.key) : row.key, row.label, ...figureCells(row)]),
  });
}

const BY_SEX_AND_AGE = caseTable({
  name: 'cases-by-sex-and-age',
  title: 'Déclarations par sexe et âge',
  description: 'Déclarations par sexe, par âge et par les deux ; « all » est le total.',
  fields: [
    required('sex', 'string', 'all, female, male ou unknown (non renseigné).'),
    required('age_group', 'string', 'all, 0-19, 20-59, 60+ ou unknown (non renseigné).'),
    CASES,
    PERCENT,
    SUPPRESSED,
  ],
  primaryKey: ['sex', 'age_group'],
  rows: (figures) =>
    figures.population === 'all'
      ? [
          ['all', 'all', ...totalCells(figures.cases)],
          ...strataOf(figures).map(({ sex, age, row }) => [sex, age, ...figureCells(row)]),
        ]
      : [],
});

interface Stratum {
  sex: string;
  age: string;
  row: Row;
}

/** Sexes, age groups and both, of the whole. */
function strataOf({ bySex = [], byAgeGroup = [], bySexAndAgeGroup = [] }: PopulationFigures): Stratum[] {
  return [
    ...bySex.map((row) => ({ sex: row.key, age: 'all', row })),
    ...byAgeGroup.map((row) => ({ sex: 'all', age: row.key, row })),
    ...bySexAndAgeGroup.map((row) => ({ sex: row.sex, age: row.ageGroup, row })),
  ];
}

const BY_TERM = caseTable({
  name: 'cases-by-high-level-term',
  title: 'Déclarations par type d’effet',
  description: 'Déclarations par système d’organes et type d’effet (HLT de MedDRA), par population.',
  fields: [
    POPULATION,
    required('organ_class', 'string', 'Clé du système d’organes.'),
    required('high_level_term', 'string', 'Clé du type d’effet.'),
    required('label', 'string', 'Libellé français du type d’effet.'),
    CASES,
    PERCENT,
    SUPPRESSED,
  ],
  primaryKey: ['population', 'organ_class', 'high_level_term'],
  rows: ({ population, byOrganClass }) =>
    byOrganClass.flatMap(({ key, highLevelTerms }) =>
      highLevelTerms.map((row) => [population, key, row.key, row.label, ...figureCells(row)]),
    ),
});

const RATES = caseTable({
  name: 'notification-rates',
  title: 'Taux de notification',
  description: 'Déclarations pour 100 000 patients traités ; ni une fréquence, ni un risque.',
  needs: ['bnpv', 'open-medic'],
  fields: [
    required('sex', 'string', 'all, female ou male.'),
    required('age_group', 'string', 'all, 0-19, 20-59 ou 60+.'),
    required('from', 'year', 'Première année.'),
    required('to', 'year', 'Dernière année.'),
    required('per_100000', 'number', 'Taux, quatre chiffres significatifs.'),
    required('ci95_low', 'number', 'Borne basse de l’intervalle de confiance à 95 %.'),
    required('ci95_high', 'number', 'Borne haute de l’intervalle de confiance à 95 %.'),
    required('cases', 'integer', 'Déclarations de ces années.'),
    required('consumers', 'integer', 'Patients traités de ces années.'),
  ],
  primaryKey: ['sex', 'age_group', 'from', 'to'],
  rows: (figures) => [...ratesOfWhole(figures), ...ratesOfYears(figures)],
});

function ratesOfWhole(figures: PopulationFigures): DatasetRow[] {
  if (figures.population !== 'all') return [];
  return [
    ...rateRow('all', 'all', figures.notificationRate),
    ...strataOf(figures).flatMap(({ sex, age, row }) => rateRow(sex, age, row.notificationRate)),
  ];
}

function ratesOfYears({ population, notificationRate, byYear }: PopulationFigures): DatasetRow[] {
  const sex = population === 'female' || population === 'male' ? population : 'all';
  const age = population === 'all' || sex !== 'all' ? 'all' : population;
  // where both sources cover one year only, its rate is that of the whole
  const { from, to } = notificationRate?.period ?? {};
  const isWhole = (row: Row): boolean => from === to && Number(row.key) === from;
  return byYear.filter((row) => !isWhole(row)).flatMap((row) => rateRow(sex, age, row.notificationRate));
}

function rateRow(sex: string, age: string, rate: NotificationRate | null | undefined): DatasetCell[][] {
  if (rate === null || rate === undefined) return [];
  const { per100000, ci95, cases, consumers, period } = rate;
  return [[sex, age, period.from, period.to, per100000, ...ci95, cases, consumers]];
}

/** The tables of what was declared about each substance. */
export const CASE_TABLES: readonly Dataset[] = [
  BY_SEX_AND_AGE,
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
  BY_TERM,
  RATES,
];
