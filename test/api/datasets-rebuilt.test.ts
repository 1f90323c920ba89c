import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parquetReadObjects } from 'hyparquet';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { TableSchema } from '../../src/api/datasets-package.js';
import type { Database } from '../../src/database/database.js';
import { DATASETS } from '../../src/queries/datasets/datasets.js';
import {
  type AdverseReactions,
  type Exposure,
  type NotificationRate,
  POPULATIONS,
  type Population,
} from '../../src/statistics/figures.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE } from '../support/published.js';

type Cells = Record<string, string | number | boolean | null>;

/** A column of PostgreSQL for each type of a Table Schema. */
const COLUMN_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
  year: 'integer',
};

/** How figures look that can be told from the tables: labels that are the same everywhere are in none. */
interface Line {
  key: unknown;
  label?: unknown;
  count: unknown;
  percent: unknown;
  suppressed: unknown;
  notificationRate?: NotificationRate | null;
  highLevelTerms?: Line[];
}

describe('the whole tables, read back', () => {
  let database: Database;
  let app: TestApp;
  let client: pg.Client;
  const tables = new Map<string, Cells[]>();
  const schemas = new Map<string, TableSchema>();
  beforeAll(async () => {
    database = await createPublishedDatabase(LARGE);
    // what spreadsheets would run, or break at
    await database.dataSource.query(
      `UPDATE shortage SET laboratory = '=cmd()|"A1"', measures = ARRAY[E'+ligne\\r\\nsuivante'] WHERE sort_name = (SELECT min(sort_name) FROM shortage)`,
    );
    app = await startTestApp(database, { rateLimit: 1_000_000 });
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('CREATE SCHEMA read_back; SET search_path TO read_back');
    for (const { name } of DATASETS) tables.set(name, await readBack(name));
  });
  afterAll(async () => {
    await client.end();
    await app.close();
    await database.close();
  });

  const ask = (path: string): Promise<Response> => fetch(`${app.url}/api/v1${path}`);

  /** A table as PostgreSQL reads the CSV into columns of the types that the schema names, keys and all. */
  async function readBack(name: string): Promise<Cells[]> {
    const schema = (await (await ask(`/datasets/${name}.schema.json`)).json()) as TableSchema;
    schemas.set(name, schema);
    const text = await (await ask(`/datasets/${name}.csv`)).text();
    const columns = schema.fields.map(
      (field) => `"${field.name}" ${COLUMN_TYPES[field.type]}${field.constraints.required ? ' NOT NULL' : ''}`,
    );
    const key = (fields: readonly string[]): string => fields.map((field) => `"${field}"`).join(', ');
    await client.query(
      `CREATE TABLE "${name}" (${columns.join(', ')}, PRIMARY KEY (${key(schema.primaryKey)}), place serial)`,
    );
    for (const { fields, reference } of schema.foreignKeys)
      await client.query(
        `ALTER TABLE "${name}" ADD FOREIGN KEY (${key(fields)}) REFERENCES "${reference.resource}" (${key(reference.fields)})`,
      );
    const names = key(schema.fields.map((field) => field.name));
    const copy = client.query(copyFrom(`COPY "${name}" (${names}) FROM STDIN WITH (FORMAT csv, HEADER match)`));
    await pipeline(Readable.from([text]), copy);
    const { rows } = await client.query<{ row: Cells }>(
      `SELECT row_to_json(cells) AS row FROM (SELECT ${names} FROM "${name}" ORDER BY place) AS cells`,
    );
    return rows.map(({ row }) => row);
  }

  /** Row by row as text, names and their order too: one comparison of all would take a minute. */
  function expectSame(rows: readonly object[], expected: readonly object[]): void {
    expect(rows.length).toBe(expected.length);
    const text = expected.map((row) => JSON.stringify(row));
    const other = rows.findIndex((row, place) => JSON.stringify(row) !== text[place]);
    expect(rows[other]).toEqual(expected[other]);
  }

  const rowsOf = (name: string): Cells[] => tables.get(name) ?? [];

  describe.each(DATASETS.map(({ name }) => name))('%s', (name) => {
    // an apostrophe keeps a spreadsheet from reading a text as a formula: it is no part of the text
    const bare = (row: Cells): Cells =>
      Object.fromEntries(
        Object.entries(row).map(([field, cell]) => [
          field,
          typeof cell === 'string' ? cell.replace(/^'(?=[=+\-@])/, '') : cell,
        ]),
      );

    it('says the same as NDJSON', async () => {
      const text = await (await ask(`/datasets/${name}.ndjson`)).text();
      const objects = text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Cells);
      expectSame(objects, rowsOf(name).map(bare));
      expect(objects.length).toBeGreaterThan(0);
    });

    it('says the same as Parquet, in columns of the same types', async () => {
      const file = await (await ask(`/datasets/${name}.parquet`)).arrayBuffer();
      const objects = await parquetReadObjects({ file });
      const dates = new Set(
        (schemas.get(name)?.fields ?? []).flatMap((field) => (field.type === 'date' ? field.name : [])),
      );
      const plain = (field: string, value: unknown): unknown => {
        if (typeof value === 'bigint') return Number(value);
        return value instanceof Date && dates.has(field) ? value.toISOString().slice(0, 10) : value;
      };
      const read = objects.map((object) =>
        Object.fromEntries(Object.entries(object).map(([field, value]) => [field, plain(field, value ?? null)])),
      );
      expectSame(read, rowsOf(name).map(bare));
    });
  });

  describe('rebuild', () => {
    const bySubstance = (name: string): Map<unknown, Cells[]> => {
      const groups = new Map<unknown, Cells[]>();
      for (const row of rowsOf(name)) {
        const group = groups.get(row['substance_code']);
        if (group === undefined) groups.set(row['substance_code'], [row]);
        else group.push(row);
      }
      return groups;
    };

    const figuresOf = (row: Cells | undefined): Omit<Line, 'key'> => ({
      count: row?.['cases'],
      percent: row?.['percent'],
      suppressed: row?.['suppressed'],
    });

    class Rebuilt {
      constructor(
        private readonly own: (table: string) => Cells[],
        private readonly population: Population,
      ) {}

      adverseReactions(): object {
        const { population } = this;
        const isSex = population === 'female' || population === 'male';
        const [sex, age] = isSex ? [population, 'all'] : ['all', population];
        const years = this.breakdown('cases-by-year', 'year');
        return {
          population,
          period: { from: years[0]?.key, to: years.at(-1)?.key },
          cases: { count: this.cell(sex, age)?.['cases'], suppressed: this.cell(sex, age)?.['suppressed'] },
          notificationRate: this.wholeRate(sex, age),
          ...(isSex ? {} : { bySex: ['female', 'male', 'unknown'].map((key) => this.stratum(key, key, age)) }),
          ...(isSex || population === 'all'
            ? { byAgeGroup: ['0-19', '20-59', '60+', 'unknown'].map((key) => this.stratum(key, sex, key)) }
            : {}),
          ...(population === 'all' ? { bySexAndAgeGroup: this.cross() } : {}),
          byYear: years.map((line) => ({
            ...line,
            key: String(line.key),
            notificationRate: this.rate(sex, age, Number(line.key), Number(line.key)),
          })),
          bySeriousness: this.breakdown('cases-by-seriousness', 'seriousness'),
          bySeriousnessCriterion: this.breakdown('cases-by-seriousness-criterion', 'criterion'),
          byReporter: this.breakdown('cases-by-reporter', 'reporter'),
          byOrganClass: this.breakdown('cases-by-organ-class', 'organ_class').map((line) => ({
            ...line,
            highLevelTerms: this.breakdown('cases-by-high-level-term', 'high_level_term', line.key),
          })),
        };
      }

      private breakdown(table: string, key: string, organClass?: unknown): Line[] {
        return this.own(table)
          .filter((row) => row['population'] === this.population)
          .filter((row) => organClass === undefined || row['organ_class'] === organClass)
          .map((row) => ({ key: row[key], label: row['label'], ...figuresOf(row) }));
      }

      private cell(sex: string, age: string): Cells | undefined {
        return this.own('cases-by-sex-and-age').find((row) => row['sex'] === sex && row['age_group'] === age);
      }

      /** Percents are of the same population, which the table gives for all. */
      private stratum(key: string, sex: string, age: string): Line {
        const { population } = this;
        const isSex = population === 'female' || population === 'male';
        const total = this.cell(isSex ? population : 'all', isSex ? 'all' : population)?.['cases'];
        const row = this.cell(sex, age);
        const share = (count: unknown): number | null =>
          typeof count === 'number' && typeof total === 'number' ? hundredths(count, total) : null;
        const percent = population === 'all' ? row?.['percent'] : share(row?.['cases']);
        return { key, ...figuresOf(row), percent, notificationRate: this.wholeRate(sex, age) };
      }

      private cross(): object[] {
        const known = this.own('cases-by-sex-and-age');
        return known
          .filter((row) => row['sex'] !== 'all' && row['age_group'] !== 'all')
          .map(({ sex, age_group: age }) => ({
            ...this.stratum(`${String(sex)}/${String(age)}`, String(sex), String(age)),
            sex,
            ageGroup: age,
          }));
      }

      /** Of all years that both sources cover. */
      private wholeRate(sex: string, age: string): NotificationRate | null {
        return this.rate(sex, age, 2016, 2019);
      }

      private rate(sex: string, age: string, from: number, to: number): NotificationRate | null {
        const row = this.own('notification-rates').find(
          (each) => each['sex'] === sex && each['age_group'] === age && each['from'] === from && each['to'] === to,
        );
        if (row === undefined) return null;
        return {
          per100000: Number(row['per_100000']),
          ci95: [Number(row['ci95_low']), Number(row['ci95_high'])],
          cases: Number(row['cases']),
          consumers: Number(row['consumers']),
          period: { from, to },
        };
      }
    }

    /** Half up, on whole numbers. */
    const hundredths = (part: number, whole: number): number =>
      whole === 0 ? 0 : Math.floor((20_000 * part + whole) / (2 * whole)) / 100;

    function exposureOf(substance: Cells, rows: readonly Cells[]): object | null {
      if (substance['consumers'] === null) return null;
      const by = (what: string): Cells[] => rows.filter((row) => row['by'] === what);
      const part = ({ key, consumers, percent }: Cells): object => ({ key, consumers, percent });
      const years = by('year').map(({ key, consumers }) => ({ key, consumers }));
      return {
        period: { from: Number(years[0]?.key), to: Number(years.at(-1)?.key) },
        consumers: substance['consumers'],
        annualAverage: substance['annual_average'],
        level: substance['exposure_level'],
        bySex: by('sex').map(part),
        byAgeGroup: by('age_group').map(part),
        byYear: years,
      };
    }

    interface Answered {
      exposure: Exposure | null;
      adverseReactions: AdverseReactions;
    }

    /** Without the labels of sexes and age groups, which are the same everywhere and in no table. */
    function unlabelled(figures: AdverseReactions): object {
      const bare = (rows: readonly object[] | undefined): object =>
        rows?.map((row) => ({ ...row, label: undefined })) ?? [];
      return Object.fromEntries(
        Object.entries(figures).map(([name, block]) => [
          name,
          ['bySex', 'byAgeGroup', 'bySexAndAgeGroup'].includes(name) ? bare(block as object[]) : block,
        ]),
      );
    }

    it.each(POPULATIONS)('every answer about a substance, in the population %s', async (population) => {
      const groups = new Map(DATASETS.map(({ name }) => [name, bySubstance(name)]));
      const substances = rowsOf('substances');
      for (const substance of substances) {
        const code = String(substance['substance_code']);
        const { data } = (await (
          await ask(`/substances/${code}?population=${encodeURIComponent(population)}`)
        ).json()) as { data: Answered };
        const own = (table: string): Cells[] => groups.get(table)?.get(code) ?? [];
        expect({ code, ...data, ...unlabelled(data.adverseReactions) }).toMatchObject({
          code,
          ...new Rebuilt(own, population).adverseReactions(),
        });
        expect({ code, exposure: data.exposure }).toEqual({ code, exposure: exposureOf(substance, own('exposure')) });
      }
      expect(substances.some((substance) => substance['suppressed'] === true)).toBe(true);
    });
  });
});
