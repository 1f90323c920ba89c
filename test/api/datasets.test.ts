import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../../src/database/database.js';
import { DATASETS } from '../../src/queries/datasets/datasets.js';
import { POPULATIONS, type AdverseReactions, type Row } from '../../src/statistics/figures.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestGenerated } from '../support/ingest-generated.js';

type Cells = Record<string, string | null>;

describe('the whole tables', () => {
  let database: Database;
  let app: TestApp;
  let release: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    release = await ingestGenerated(database, { cases: 800 });
    app = await startTestApp(database, { rateLimit: 100_000 });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${app.url}/api/v1/datasets${path}`, { headers });

  /** A table as PostgreSQL reads the CSV: a reader of CSV that is not ours. Empty cells are null. */
  async function table(name: string): Promise<Cells[]> {
    const answer = await ask(`/${name}.csv`);
    expect([name, answer.status]).toEqual([name, 200]);
    const text = await answer.text();
    const columns = text.slice(0, text.indexOf('\r\n')).split(',');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query(
        `CREATE TEMPORARY TABLE read_back (place serial, ${columns.map((column) => `"${column}" text`).join(', ')})`,
      );
      const names = columns.map((column) => `"${column}"`).join(', ');
      const copy = client.query(copyFrom(`COPY read_back (${names}) FROM STDIN WITH (FORMAT csv, HEADER match)`));
      await pipeline(Readable.from([text]), copy);
      const { rows } = await client.query<Cells>('SELECT * FROM read_back ORDER BY place');
      return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
    } finally {
      await client.end();
    }
  }

  const numberOf = (cell: string | null | undefined): number | null =>
    cell === null || cell === undefined ? null : Number(cell);
  const plain = ({ key, label, count, percent, suppressed }: Row): object => ({
    key,
    label,
    count,
    percent,
    suppressed,
  });
  const fromCells = (row: Cells, key: string): object => ({
    key: row[key],
    label: row['label'],
    count: numberOf(row['cases']),
    percent: numberOf(row['percent']),
    suppressed: row['suppressed'] === 'true',
  });

  /** Every published figure of every substance, as pages and interface read it. */
  async function figures(): Promise<{ code: string; figures: AdverseReactions }[]> {
    return database.dataSource.query(
      'SELECT code, adverse_reactions AS figures FROM substance_figures WHERE release_id = $1',
      [release],
    );
  }

  it.each([
    ['cases-by-year', 'byYear', 'year'],
    ['cases-by-seriousness', 'bySeriousness', 'seriousness'],
    ['cases-by-seriousness-criterion', 'bySeriousnessCriterion', 'criterion'],
    ['cases-by-reporter', 'byReporter', 'reporter'],
    ['cases-by-organ-class', 'byOrganClass', 'organ_class'],
  ] as const)('%s rebuilds what the pages show', async (name, block, key) => {
    const rebuilt = new Map<string, object[]>();
    for (const row of await table(name)) {
      const place = `${row['substance_code']} ${row['population']}`;
      rebuilt.set(place, [...(rebuilt.get(place) ?? []), fromCells(row, key)]);
    }
    const published = await figures();
    expect(rebuilt.size).toBe(published.length);
    for (const { code, figures: shown } of published)
      expect(rebuilt.get(`${code} ${shown.population}`)).toEqual(shown[block].map(plain));
  });

  it('cases-by-high-level-term rebuilds the terms of every class', async () => {
    const rebuilt = new Map<string, object[]>();
    for (const row of await table('cases-by-high-level-term')) {
      const place = `${row['substance_code']} ${row['population']} ${row['organ_class']}`;
      rebuilt.set(place, [...(rebuilt.get(place) ?? []), fromCells(row, 'high_level_term')]);
    }
    const places = (await figures()).flatMap(({ code, figures: shown }) =>
      shown.byOrganClass.map((row): [string, object[]] => [
        `${code} ${shown.population} ${row.key}`,
        row.highLevelTerms.map(plain),
      ]),
    );
    expect(places.filter(([, terms]) => terms.length > 0).length).toBe(rebuilt.size);
    for (const [place, terms] of places) expect(rebuilt.get(place) ?? []).toEqual(terms);
  });

  it('cases-by-sex-and-age and notification-rates rebuild the totals, the strata and their rates', async () => {
    const cases = new Map(
      (await table('cases-by-sex-and-age')).map((row) => [
        `${row['substance_code']} ${row['sex']} ${row['age_group']}`,
        row,
      ]),
    );
    const rates = new Map(
      (await table('notification-rates')).map((row) => [
        `${row['substance_code']} ${row['sex']} ${row['age_group']} ${row['from']} ${row['to']}`,
        row,
      ]),
    );
    let rated = 0;
    const expectRate = (place: string, rate: Row['notificationRate']): void => {
      if (!rate) return;
      rated += 1;
      const row = rates.get(`${place} ${rate.period.from} ${rate.period.to}`);
      const [low, high] = rate.ci95;
      expect(
        ['per_100000', 'ci95_low', 'ci95_high', 'cases', 'consumers'].map((name) => numberOf(row?.[name])),
      ).toEqual([rate.per100000, low, high, rate.cases, rate.consumers]);
    };
    const all = (await figures()).filter(({ figures: { population } }) => population === 'all');
    for (const { code, figures: shown } of all) {
      const total = cases.get(`${code} all all`);
      expect([numberOf(total?.['cases']), total?.['suppressed']]).toEqual([
        shown.cases.count,
        String(shown.cases.suppressed),
      ]);
      expectRate(`${code} all all`, shown.notificationRate);
      const strata = [
        ...(shown.bySex ?? []).map((row) => ({ row, place: `${code} ${row.key} all` })),
        ...(shown.byAgeGroup ?? []).map((row) => ({ row, place: `${code} all ${row.key}` })),
        ...(shown.bySexAndAgeGroup ?? []).map((row) => ({ row, place: `${code} ${row.sex} ${row.ageGroup}` })),
      ];
      for (const { row, place } of strata) {
        const cells = cases.get(place);
        const { count, percent } = row;
        expect([numberOf(cells?.['cases']), numberOf(cells?.['percent'])]).toEqual([count, percent]);
        expectRate(place, row.notificationRate);
      }
      for (const row of shown.byYear) {
        const isWhole = JSON.stringify(row.notificationRate?.period) === JSON.stringify(shown.notificationRate?.period);
        if (!isWhole) expectRate(`${code} all all`, row.notificationRate);
      }
    }
    expect(cases.size).toBe(all.length * (1 + 3 + 4 + 12));
    expect(rates.size).toBe(rated);
  });

  it.each(DATASETS.map(({ name }) => name))(
    '%s says the same as CSV and as NDJSON, as its schema says',
    async (name) => {
      const rows = await table(name);
      const lines = (await (await ask(`/${name}.ndjson`)).text()).split('\n').slice(0, -1);
      const objects = lines.map((line) => JSON.parse(line) as Record<string, string | number | boolean | null>);
      const schema = (await (await ask(`/${name}.schema.json`)).json()) as {
        fields: { name: string; type: string }[];
        primaryKey: string[];
      };
      const text = (value: string | number | boolean | null): string | null =>
        value === null || value === '' ? null : String(value);
      // a spreadsheet is kept from reading a cell as a formula by an apostrophe, which is no part of the text
      const bare = (value: string | null): string | null => value?.replace(/^'(?=[=+\-@])/, '') ?? null;
      expect(objects.map((object) => Object.values(object).map(text))).toEqual(
        rows.map((row) => Object.values(row).map(bare)),
      );
      expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map((field) => field.name));
      const types: Record<string, string[]> = {
        string: ['string'],
        date: ['string'],
        boolean: ['boolean'],
        integer: ['number'],
        number: ['number'],
        year: ['number', 'string'],
      };
      for (const { name: field, type } of schema.fields) {
        const seen = new Set(
          objects.map((object) => object[field]).flatMap((value) => (value === null ? [] : [typeof value])),
        );
        expect({ field, wrong: [...seen].filter((each) => !(types[type] ?? []).includes(each)) }).toEqual({
          field,
          wrong: [],
        });
      }
      const keys = objects.map((object) => schema.primaryKey.map((field) => object[field]).join('\t'));
      expect(new Set(keys).size).toBe(objects.length);
      expect(objects.length).toBeGreaterThanOrEqual(1);
    },
  );

  it('lists every table with its addresses', async () => {
    const { data } = (await (await ask('')).json()) as { data: { name: string; links: Record<string, string> }[] };
    expect(data.map(({ name }) => name)).toEqual(DATASETS.map(({ name }) => name));
    expect(data[0]?.links['csv']).toMatch(/\/api\/v1\/datasets\/substances\.csv$/);
  });

  it('gives the same bytes twice, a strong tag for each form, and 304 to who has them', async () => {
    const [first, second] = [await ask('/exposure.csv'), await ask('/exposure.csv')];
    const sum = async (answer: Response): Promise<string> =>
      createHash('sha256')
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest('hex');
    expect(await sum(first)).toBe(await sum(second));
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);
    expect((await ask('/exposure.csv', { 'If-None-Match': tag })).status).toBe(304);
    expect((await ask('/exposure.csv?bom=true', { 'If-None-Match': tag })).status).toBe(200);
  });

  it('begins with a byte order mark when asked', async () => {
    const bytes = new Uint8Array(await (await ask('/exposure.csv?bom=true')).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('refuses a parameter it does not know, and a name that is no table', async () => {
    expect((await ask('/exposure.csv?bom=perhaps')).status).toBe(400);
    expect((await ask('/exposure.csv?page=2')).status).toBe(400);
    expect((await ask('/exposure.ndjson?bom=true')).status).toBe(400);
    const answer = await ask('/deaths.csv');
    expect(answer.status).toBe(404);
    expect(((await answer.json()) as { detail: string }).detail).toContain('cases-by-year');
  });

  it('has every population of every substance', async () => {
    const rows = await table('cases-by-seriousness');
    expect(new Set(rows.map((row) => row['population']))).toEqual(new Set(POPULATIONS));
  });
});
