import type { ReleaseAnswer } from '../queries/answers.js';
import type { Dataset, Field } from '../queries/datasets/dataset.js';
import type { DatasetFiles } from '../queries/datasets/dataset-files.js';
import { FORMATS, type FormatName } from '../queries/datasets/formats.js';
import { LICENCE, LICENCE_URL } from './attribution.js';

/** What no schema of types can say. */
const READ_SO =
  'Une cellule vide est absente ou masquée ; « suppressed » le dit. Dans le CSV, un texte qu’un tableur prendrait pour une formule (= + - @) est précédé d’une apostrophe ; les nombres ne le sont jamais.';

export interface TableSchema {
  description: string;
  fields: (Pick<Field, 'name' | 'type' | 'description'> & { constraints: { required: boolean } })[];
  missingValues: readonly string[];
  primaryKey: readonly string[];
  foreignKeys: { fields: string[]; reference: { resource: string; fields: string[] } }[];
}

/** Source: Frictionless, Table Schema 1.0. */
export function tableSchemaOf({ fields, primaryKey, foreignKeys }: Dataset): TableSchema {
  return {
    description: READ_SO,
    fields: fields.map(({ name, type, description, required }) => ({
      name,
      type,
      description,
      constraints: { required },
    })),
    missingValues: [''],
    primaryKey,
    foreignKeys: foreignKeys.map(({ field, dataset, references }) => ({
      fields: [field],
      reference: { resource: dataset, fields: [references] },
    })),
  };
}

/** Where the data of each source are published. */
const SOURCES = [
  {
    name: 'bdpm',
    title: 'Base de données publique des médicaments (ANSM, HAS, Uncam)',
    path: 'https://base-donnees-publique.medicaments.gouv.fr',
  },
  { name: 'bnpv', title: 'Base nationale de pharmacovigilance (ANSM)', path: 'https://data.ansm.sante.fr' },
  { name: 'open-medic', title: 'Open Medic (Assurance Maladie)', path: 'https://www.assurance-maladie.ameli.fr' },
  { name: 'ruptures', title: 'Ruptures de stock (ANSM)', path: 'https://data.ansm.sante.fr' },
  { name: 'erreurs-medicamenteuses', title: 'Erreurs médicamenteuses (ANSM)', path: 'https://data.ansm.sante.fr' },
];

/** Where a file of a table is. */
export type AddressOf = (dataset: Dataset, format: FormatName) => string;

/** The whole tables of a release, each in every format. Source: Frictionless, Data Package 1.0. */
export function dataPackageOf(release: ReleaseAnswer, tables: readonly DatasetFiles[], addressOf: AddressOf): object {
  const given = new Set(release.sources.map(({ source }) => source));
  return {
    profile: 'data-package',
    name: 'pharmacovigie',
    title: 'Pharmacovigie : déclarations d’effets indésirables, médicaments, ruptures',
    description: release.demo ? `Données fictives, pour démonstration. ${READ_SO}` : READ_SO,
    version: release.id,
    created: release.publishedAt,
    licenses: [{ name: LICENCE, title: 'Licence Ouverte 2.0', path: LICENCE_URL }],
    sources: release.demo ? [{ title: 'Données fictives' }] : SOURCES.filter(({ name }) => given.has(name)),
    resources: tables.flatMap((table) => resourcesOf(table, addressOf)),
  };
}

/** The CSV has the name of the table, for foreign keys lead to that; the other formats have their own after it. */
function resourcesOf({ dataset, files }: DatasetFiles, addressOf: AddressOf): object[] {
  const { name, title, description } = dataset;
  return files.map(({ format, bytes, sha256 }) => ({
    name: format === 'csv' ? name : `${name}.${format}`,
    title,
    description,
    path: addressOf(dataset, format),
    format,
    mediatype: FORMATS[format].mediaType,
    ...(format === 'parquet' ? {} : { encoding: 'utf-8' }),
    ...(format === 'csv' ? { profile: 'tabular-data-resource', dialect: DIALECT } : { profile: 'data-resource' }),
    bytes,
    hash: `sha256:${sha256}`,
    schema: tableSchemaOf(dataset),
  }));
}

const DIALECT = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true };
