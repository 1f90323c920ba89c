import { readSql } from '../../database/sql.js';
import type { Figure, Row } from '../answers.js';
import {
  type DatasetCell,
  type DatasetRow,
  type Field,
  type ForeignKey,
  optional,
  type Reading,
  required,
} from './dataset.js';

/** What several tables have in common. */

export const SUBSTANCE_CODES = `SELECT code AS unit FROM substance WHERE release_id = $1 ORDER BY code COLLATE "C"`;
export const CIS_CODES = `SELECT cis AS unit FROM speciality WHERE release_id = $1 ORDER BY cis COLLATE "C"`;

export const SUBSTANCE: readonly Field[] = [
  required('substance_code', 'string', 'Code de la substance active, cinq chiffres.'),
  required('substance', 'string', 'Nom de la substance active.'),
];
export const CIS = required('cis', 'string', 'Code CIS de la spécialité, huit chiffres.');
export const OF_SUBSTANCE: ForeignKey = {
  field: 'substance_code',
  dataset: 'substances',
  references: 'substance_code',
};
export const OF_SPECIALITY: ForeignKey = { field: 'cis', dataset: 'specialities', references: 'cis' };

export const POPULATION = required(
  'population',
  'string',
  'all (tous), female (femmes), male (hommes), 0-19, 20-59 ou 60+ (âges).',
);
export const LABEL = required('label', 'string', 'Libellé français.');
export const PERCENT = optional(
  'percent',
  'number',
  'Part des déclarations de la même population, en %, deux décimales ; vide si la donnée est masquée.',
);
export const SUPPRESSED = required(
  'suppressed',
  'boolean',
  'Vrai si la donnée est masquée pour que personne ne soit reconnu.',
);
export const CASES = optional('cases', 'integer', 'Nombre de déclarations ; vide si la donnée est masquée.');

/** The last cells of a row of figures: count, percent, suppressed. */
export function figureCells({ count, percent, suppressed }: Omit<Row, 'key' | 'label'>): DatasetRow {
  return [count, percent, suppressed];
}

/** The same of a total: the whole is 100 % of itself, where it is shown and has any. */
export function totalCells({ count, suppressed }: Figure): DatasetRow {
  return [count, count === null ? null : count > 0 ? 100 : 0, suppressed];
}

/** A reading whose SQL gives the cells of one row: `cells`. An empty text is an empty cell. */
export function rowOfCells({ cells }: { cells: DatasetCell[] }): DatasetRow[] {
  return [cells.map((cell) => (cell === '' ? null : cell))];
}

/** @param file of SQL, beside this module */
export function readingOf(file: string, units: string, unitsAtOnce: number): Reading {
  return { units, unitsAtOnce, records: readSql(import.meta.url, file) };
}
