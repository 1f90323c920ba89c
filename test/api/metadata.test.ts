import type { Database } from '../../src/database/database.js';
import { DATASETS } from '../../src/queries/datasets/datasets.js';
import { FORMATS } from '../../src/queries/datasets/formats.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';

interface Node {
  '@id'?: string;
  '@type'?: string;
  '@value'?: string;
  [property: string]: Node | Node[] | string | undefined;
}

describe('the catalogue of the tables (DCAT)', () => {
  let database: Database;
  let app: TestApp;
  let catalogue: Node;
  let listed: { name: string; files: { href: string; bytes: number; sha256: string }[] }[];
  beforeAll(async () => {
    database = await createPublishedDatabase(SMALL);
    app = await startTestApp(database, { baseUrl: 'https://example.org/figures' });
    catalogue = (await (await fetch(`${app.url}/donnees.jsonld`)).json()) as Node;
    listed = ((await (await fetch(`${app.url}/api/v1/datasets`)).json()) as { data: typeof listed }).data;
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const many = (node: Node | undefined, property: string): Node[] => [node?.[property] ?? []].flat() as Node[];
  const one = (node: Node | undefined, property: string): Node | undefined => many(node, property)[0];

  it('is JSON-LD with a strong tag', async () => {
    const answer = await fetch(`${app.url}/donnees.jsonld`);
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const tag = answer.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);
    expect((await fetch(`${app.url}/donnees.jsonld`, { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });

  it('uses names of the vocabularies that it declares', () => {
    const prefixes = Object.keys(catalogue['@context'] as Node);
    const used = new Set<string>();
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(walk);
      else if (typeof node === 'object' && node !== null)
        for (const [name, value] of Object.entries(node)) {
          if (name === '@context') continue;
          if (!name.startsWith('@')) used.add(name.split(':')[0] ?? '');
          if (name === '@type') used.add(String(value).split(':')[0] ?? '');
          walk(value);
        }
    };
    walk(catalogue);
    expect([...used].sort()).toEqual(prefixes.sort());
  });

  it('has each table once, and each of its files as it is listed', () => {
    expect(catalogue['@type']).toBe('dcat:Catalog');
    expect(one(one(catalogue, 'dct:publisher'), 'foaf:name')).toBe('Pharmacovigie');
    const datasets = many(catalogue, 'dcat:dataset');
    expect(datasets.map((dataset) => dataset['dct:identifier'])).toEqual(DATASETS.map(({ name }) => name));
    for (const [place, { name, files }] of listed.entries()) {
      const distributions = many(datasets[place], 'dcat:distribution');
      expect(
        distributions.map((file) => ({
          href: one(file, 'dcat:downloadURL')?.['@id'],
          bytes: Number(one(file, 'dcat:byteSize')?.['@value']),
          sha256: one(one(file, 'spdx:checksum'), 'spdx:checksumValue')?.['@value'],
        })),
      ).toEqual(files.map(({ href, bytes, sha256 }) => ({ href, bytes, sha256 })));
      expect(distributions.map((file) => one(file, 'dcat:mediaType')?.['@id']?.split('media-types/')[1])).toEqual(
        Object.values(FORMATS).map(({ mediaType }) => mediaType),
      );
      expect(datasets[place]?.['@id']).toBe(`https://example.org/figures/donnees#table-${name}`);
    }
  });

  it('says of which years the figures are, and nothing where they are of none', () => {
    const yearsOf = (name: string): unknown[] => {
      const dataset = many(catalogue, 'dcat:dataset').find((each) => each['dct:identifier'] === name);
      const period = one(dataset, 'dct:temporal');
      return [one(period, 'dcat:startDate')?.['@value'], one(period, 'dcat:endDate')?.['@value']];
    };
    expect(yearsOf('cases-by-year')).toEqual(['2019', '2021']);
    expect(yearsOf('specialities')).toEqual([undefined, undefined]);
  });

  it('has only addresses that are absolute', () => {
    const ids = [...JSON.stringify(catalogue).matchAll(/"@id":"([^"]*)"/g)].map(([, id]) => id ?? '');
    expect(ids.filter((id) => !/^(https?:\/\/[^/]+\/|spdx:)/.test(id))).toEqual([]);
  });
});
