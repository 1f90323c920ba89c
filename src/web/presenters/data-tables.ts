import type { Dataset, Field } from '../../queries/datasets/dataset.js';
import type { DatasetFile } from '../../queries/datasets/dataset-files.js';
import type { Language } from '../texts/language.js';

/** A table, with what is known of its files: null and none while they are being measured. */
export interface TableFacts {
  dataset: Dataset;
  rows: number | null;
  files: readonly Pick<DatasetFile, 'format' | 'bytes'>[];
}

interface Link {
  label: string;
  /** What a screen reader hears in place of the label. */
  name: string;
  href: string;
  /** Empty where it is not known. */
  size: string;
}
export interface Download {
  title: string;
  description: string;
  /** Where the dictionary explains the table. */
  fields: string;
  /** Empty where it is not known yet. */
  rows: string;
  links: Link[];
}

/** The tables of a release, each with its formats. */
export function downloads({ texts }: Language, tables: readonly TableFacts[]): Download[] {
  const { downloads: words } = texts.data;
  return tables.map(({ dataset, rows, files }) => {
    const { title, description } = words.table(dataset);
    const link = (label: string, ending: string, size = ''): Link => ({
      label,
      name: words.of(label, title),
      href: `/api/v1/datasets/${dataset.name}.${ending}`,
      size,
    });
    const of = (format: string): string => {
      const file = files.find((each) => each.format === format);
      return file === undefined ? '' : words.size(file.bytes);
    };
    return {
      title,
      description,
      fields: `#${tableId(dataset.name)}`,
      rows: rows === null ? '' : words.rows(rows),
      links: [
        link(words.csv, 'csv', of('csv')),
        link(words.bom, 'csv?bom=true'),
        link(words.ndjson, 'ndjson', of('ndjson')),
        link(words.parquet, 'parquet', of('parquet')),
        link(words.schema, 'schema.json'),
      ],
    };
  });
}

interface FieldModel {
  id: string;
  name: string;
  /** Type, part in the key, whether it may be empty. */
  kind: string;
  meaning: string;
  values: { code: string; label: string }[];
  /** The field that it is the key of; null: none. */
  leadsTo: { name: string; href: string } | null;
  source: string;
}
export interface TableModel {
  id: string;
  name: string;
  title: string;
  description: string;
  caption: string;
  fields: FieldModel[];
}

/** Every field of every table, from the definition that their schemas are made from. */
export function dictionary(language: Language, datasets: readonly Dataset[]): TableModel[] {
  const { data } = language.texts;
  return datasets.map((dataset) => {
    const { title, description } = data.downloads.table(dataset);
    return {
      id: tableId(dataset.name),
      name: dataset.name,
      title,
      description,
      caption: data.dictionary.caption(title),
      fields: dataset.fields.map((field) => fieldModel(language, dataset, field)),
    };
  });
}

/** Anchor of a table in the dictionary. */
function tableId(dataset: string): string {
  return `table-${dataset}`;
}

/** Anchor of a field in the dictionary. */
export function fieldId(dataset: string, field: string): string {
  return `${dataset}.${field}`;
}

function fieldModel({ texts }: Language, dataset: Dataset, field: Field): FieldModel {
  const { dictionary: words, fields, values } = texts.data;
  const key = dataset.foreignKeys.find((each) => each.field === field.name);
  return {
    id: fieldId(dataset.name, field.name),
    name: field.name,
    kind: kindOf(texts, dataset, field),
    meaning: wordsOf(fields, dataset, field) ?? field.description,
    values: Object.entries(wordsOf(values, dataset, field) ?? {}).map(([code, label]) => ({ code, label })),
    leadsTo:
      key === undefined
        ? null
        : { name: `${key.dataset}.${key.references}`, href: `#${fieldId(key.dataset, key.references)}` },
    source: words.from(sourceOf(texts, dataset, field)),
  };
}

/** What is said of a field in a table, else of any field of this name. Exported for the test that none lacks it. */
export function wordsOf<V>(
  words: Readonly<Record<string, V>>,
  dataset: Pick<Dataset, 'name'>,
  field: Pick<Field, 'name'>,
): V | undefined {
  return words[fieldId(dataset.name, field.name)] ?? words[field.name];
}

function kindOf({ data }: Language['texts'], { primaryKey }: Dataset, { name, type, required }: Field): string {
  const { dictionary: words } = data;
  const isKey = primaryKey.includes(name);
  const kinds = [
    words.types[type],
    isKey ? (primaryKey.length === 1 ? words.key : words.keyPart) : '',
    required ? '' : words.mayBeEmpty,
  ];
  return kinds.filter((kind) => kind !== '').join(', ');
}

/** Fields that come from another source than the rest of their tables; null: from two, by a calculation. */
const SOURCES: Readonly<Record<string, keyof Language['texts']['data']['dictionary']['names'] | null>> = {
  substance_code: 'bdpm',
  substance: 'bdpm',
  cis: 'bdpm',
  'speciality-exposure.name': 'bdpm',
  consumers: 'open-medic',
  annual_average: 'open-medic',
  exposure_level: 'open-medic',
  'substances.cases': 'bnpv',
  'substances.suppressed': 'bnpv',
  per_100000: null,
  ci95_low: null,
  ci95_high: null,
};

function sourceOf({ data }: Language['texts'], dataset: Dataset, field: Field): string {
  const { names, computed } = data.dictionary;
  const own = SOURCES[fieldId(dataset.name, field.name)] ?? SOURCES[field.name];
  if (own !== undefined && own !== null) return names[own];
  const all = dataset.needs.map((source) => names[source]).join(', ');
  return own === null ? `${computed} (${all})` : all;
}
