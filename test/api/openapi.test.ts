import type { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestGenerated } from '../support/ingest-generated.js';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}
interface Operation {
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, Schema> };
}

describe('the OpenAPI description', () => {
  let database: Database;
  let app: TestApp;
  let document: Document;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestGenerated(database);
    app = await startTestApp(database);
    document = (await get('/openapi.json')) as Document;
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const get = async (path: string): Promise<unknown> => (await fetch(`${app.url}/api/v1${path}`)).json();

  /** Where a value is not as a schema says: only the keywords that the description uses; unknown keys are faults too. */
  const faults = (value: unknown, schema: Schema, where: string): string[] => {
    if (schema.$ref !== undefined)
      return faults(value, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? { enum: [] }, where);
    if (schema.allOf !== undefined) return schema.allOf.flatMap((part) => faults(value, part, where));
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) {
      const each = choices.map((choice) => faults(value, choice, where));
      return each.some((found) => found.length === 0) ? [] : each.flat();
    }
    const types = [schema.type ?? []].flat();
    const own = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
    const fits = types.length === 0 || types.includes(own) || (types.includes('integer') && Number.isInteger(value));
    if (!fits || (schema.enum !== undefined && !schema.enum.includes(value)))
      return [`${where}: ${JSON.stringify(value)} is not ${JSON.stringify(schema.enum ?? types)}`];
    if (schema.pattern !== undefined && typeof value === 'string' && !new RegExp(schema.pattern).test(value))
      return [`${where}: ${value} is not ${schema.pattern}`];
    if (Array.isArray(value))
      return value.flatMap((item, index) => faults(item, schema.items ?? {}, `${where}[${index}]`));
    if (own !== 'object') return [];
    const keys = Object.entries(value as object);
    const missing = (schema.required ?? []).filter((key) => !keys.some(([name]) => name === key));
    return [
      ...missing.map((key) => `${where}.${key} is missing`),
      ...keys.flatMap(([key, child]) =>
        faults(child, schema.properties?.[key] ?? schema.additionalProperties ?? { enum: [] }, `${where}.${key}`),
      ),
    ];
  };

  it('is of version 3.1, and describes every address', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual(
      [
        '/atc',
        '/atc/{code}',
        '/datasets',
        '/datasets/{name}.csv',
        '/datasets/{name}.ndjson',
        '/datasets/{name}.schema.json',
        '/medication-errors/statistics',
        '/organ-classes',
        '/releases',
        '/releases/current',
        '/search',
        '/shortages',
        '/shortages/statistics',
        '/specialities',
        '/specialities/{cis}',
        '/statistics/declarations',
        '/substances',
        '/substances/{code}',
        '/substances/{code}/specialities',
      ].map((path) => `/api/v1${path}`),
    );
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it.each([
    ['/atc', '/atc'],
    ['/atc/{code}', '/atc/:atc'],
    ['/datasets', '/datasets'],
    ['/medication-errors/statistics', '/medication-errors/statistics'],
    ['/organ-classes', '/organ-classes'],
    ['/releases', '/releases'],
    ['/releases/current', '/releases/current'],
    ['/search', '/search?q=a&limit=100'],
    ['/shortages', '/shortages?pageSize=100'],
    ['/shortages/statistics', '/shortages/statistics'],
    ['/specialities', '/specialities?pageSize=100'],
    ['/specialities/{cis}', '/specialities/:cis'],
    ['/statistics/declarations', '/statistics/declarations'],
    ['/substances', '/substances?pageSize=100'],
    ['/substances/{code}', '/substances/:code'],
    ['/substances/{code}', '/substances/:code?population=female'],
    ['/substances/{code}', '/substances/:code?population=60%2B'],
    ['/substances/{code}/specialities', '/substances/:code/specialities'],
  ])('%s is as described: %s', async (described, path) => {
    const [substance] = ((await get('/substances?sort=-cases&pageSize=1')) as { data: { code: string }[] }).data;
    const [speciality] = ((await get('/specialities?pageSize=1')) as { data: { cis: string }[] }).data;
    const [root] = ((await get('/atc')) as { data: { code: string }[] }).data;
    const answer = await get(
      path
        .replace(':atc', root?.code ?? '')
        .replace(':code', substance?.code ?? '')
        .replace(':cis', speciality?.cis ?? ''),
    );
    const schema = document.paths[`/api/v1${described}`]?.get.responses['200']?.content?.['application/json']?.schema;
    expect(faults(answer, schema ?? { enum: [] }, 'answer')).toEqual([]);
  });

  it('describes problems', async () => {
    const { schema } =
      document.paths['/api/v1/search']?.get.responses['400']?.content?.['application/problem+json'] ?? {};
    expect(faults(await get('/search'), schema ?? { enum: [] }, 'problem')).toEqual([]);
  });
});
