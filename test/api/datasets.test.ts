import { createHash } from 'node:crypto';
import { CurrentRelease } from '../../src/queries/current-release.js';
import { DatasetFilesQuery } from '../../src/queries/datasets/dataset-files.js';
import { DatasetRowsQuery } from '../../src/queries/datasets/dataset-rows.js';
import { DATASETS } from '../../src/queries/datasets/datasets.js';
import { FORMAT_NAMES } from '../../src/queries/datasets/formats.js';
import { ReleaseWatch } from '../../src/releases/release-watch.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, SMALL, type PublishedDatabase } from '../support/published.js';
import { readersOf } from '../support/readers-of.js';

interface Listed {
  name: string;
  rows: number;
  columns: number;
  files: { format: string; mediaType: string; href: string; bytes: number; sha256: string }[];
  links: Record<string, string>;
}

interface Resource {
  name: string;
  path: string;
  format: string;
  mediatype: string;
  encoding?: string;
  bytes: number;
  hash: string;
  schema: { fields: { name: string }[]; foreignKeys: { reference: { resource: string; fields: string[] } }[] };
}

describe('the whole tables', () => {
  let database: PublishedDatabase;
  let app: TestApp;
  let release: string;
  beforeAll(async () => {
    database = await createPublishedDatabase(SMALL);
    release = database.release;
    app = await startTestApp(database, { rateLimit: 100_000, baseUrl: 'https://example.org/figures' });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${app.url}/api/v1/datasets${path}`, { headers: { 'accept-encoding': 'identity', ...headers } });
  const list = async (): Promise<Listed[]> => ((await (await ask('')).json()) as { data: Listed[] }).data;
  const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());
  const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

  it('are listed with the rows, the size and the hash of every file as it comes', async () => {
    const tables = await list();
    expect(tables.map(({ name }) => name)).toEqual(DATASETS.map(({ name }) => name));
    for (const { name, rows, columns, files, links } of tables) {
      expect(files.map(({ format }) => format)).toEqual([...FORMAT_NAMES]);
      for (const { format, mediaType, href, bytes, sha256: hash } of files) {
        expect(href).toBe(`https://example.org/figures/api/v1/datasets/${name}.${format}`);
        expect(links[format]).toBe(href);
        const answer = await ask(`/${name}.${format}`);
        const body = await bytesOf(answer);
        expect([name, format, body.length, sha256(body)]).toEqual([name, format, bytes, hash]);
        expect(answer.headers.get('content-type')?.split(';')[0]).toBe(mediaType);
        const lines = body.toString('utf8').split('\n');
        if (format === 'ndjson') expect(lines.length).toBe(rows + 1);
        if (format === 'csv') expect(lines[0]?.split(',').length).toBe(columns);
      }
    }
  });

  it('are measured once, however many ask, and the next process finds it', async () => {
    const readers = readersOf(database.dataSource);
    const ofAnotherProcess = (): DatasetFilesQuery =>
      new DatasetFilesQuery(readers, new DatasetRowsQuery(readers), readers);
    const answer = await new CurrentRelease(readers, new ReleaseWatch(database.url)).get();
    if (answer === null) throw new Error('there is no release');
    const known = await ofAnotherProcess().of(answer);
    // where it had to be worked out again, it would be right again
    await database.dataSource.query(`UPDATE dataset_file SET bytes = 1 WHERE dataset = 'exposure'`);
    const files = ofAnotherProcess();
    const [first, second] = await Promise.all([files.of(answer), files.of(answer)]);
    expect(second).toBe(first);
    expect(first.find(({ dataset }) => dataset.name === 'exposure')?.files.map(({ bytes }) => bytes)).toEqual([
      1, 1, 1,
    ]);
    // made by another program: not about our bytes
    await database.dataSource.query(`UPDATE dataset_file SET form = 'older' WHERE dataset = 'exposure'`);
    expect(await ofAnotherProcess().of(answer)).toEqual(known);
    const kept = await database.dataSource.query<{ forms: string[] }[]>(
      `SELECT array_agg(DISTINCT form) AS forms FROM dataset_file WHERE dataset = 'exposure'`,
    );
    expect(kept[0]?.forms).toHaveLength(1);
  });

  it.each(FORMAT_NAMES)('come as %s with a name that holds the release, a strong tag and its date', async (format) => {
    const answer = await ask(`/exposure.${format}`);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="pharmacovigie-${release}-exposure.${format}"`,
    );
    expect(answer.headers.get('last-modified')).toBe('Sun, 02 Mar 2025 10:00:00 GMT');
    const tag = answer.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect((await ask(`/exposure.${format}`, { 'If-None-Match': tag })).status).toBe(304);
    const others = FORMAT_NAMES.filter((other) => other !== format);
    for (const other of others) expect((await ask(`/exposure.${other}`, { 'If-None-Match': tag })).status).toBe(200);
    expect((await ask(`/substances.${format}`, { 'If-None-Match': tag })).status).toBe(200);
  });

  it('answer HEAD as GET, and read nothing for it', async () => {
    const get = await ask('/cases-by-high-level-term.csv');
    await get.arrayBuffer();
    await database.dataSource.query('ALTER TABLE substance_figures RENAME TO hidden_away');
    try {
      const head = await fetch(`${app.url}/api/v1/datasets/cases-by-high-level-term.csv`, {
        method: 'HEAD',
        headers: { 'accept-encoding': 'identity' },
      });
      expect(head.status).toBe(200);
      for (const name of ['etag', 'content-type', 'content-disposition', 'last-modified', 'cache-control', 'vary'])
        expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
    } finally {
      await database.dataSource.query('ALTER TABLE hidden_away RENAME TO substance_figures');
    }
  });

  it('begin with a byte order mark when asked', async () => {
    const plain = await ask('/exposure.csv');
    const marked = await ask('/exposure.csv?bom=true', { 'If-None-Match': plain.headers.get('etag') ?? '' });
    expect(marked.status).toBe(200);
    expect(await bytesOf(marked)).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), await bytesOf(plain)]));
  });

  it('are refused with a parameter that is not theirs, and under a name that is no table', async () => {
    expect((await ask('/exposure.csv?bom=perhaps')).status).toBe(400);
    expect((await ask('/exposure.csv?page=2')).status).toBe(400);
    expect((await ask('/exposure.ndjson?bom=true')).status).toBe(400);
    expect((await ask('/exposure.parquet?bom=true')).status).toBe(400);
    expect((await ask('/exposure.xlsx')).status).toBe(404);
    const answer = await ask('/deaths.csv');
    expect(answer.status).toBe(404);
    expect(((await answer.json()) as { detail: string }).detail).toContain('cases-by-year');
  });

  it('are described by a Data Package that says the same as the list', async () => {
    const answer = await ask('/datapackage.json');
    const described = (await answer.json()) as { resources: Resource[]; [name: string]: unknown };
    expect(described).toMatchObject({
      version: release,
      created: '2025-03-02T10:00:00Z',
      licenses: [{ name: 'etalab-2.0', title: 'Licence Ouverte 2.0' }],
      // nobody has published these
      sources: [{ title: 'Données fictives' }],
    });
    const byPath = new Map(described.resources.map((resource) => [resource.path, resource]));
    const names = new Set(described.resources.map(({ name }) => name));
    expect(names.size).toBe(described.resources.length);
    for (const { files } of await list())
      for (const { href, format, mediaType, bytes, sha256: hash } of files) {
        const resource = byPath.get(href);
        expect(resource).toMatchObject({ format, mediatype: mediaType, bytes, hash: `sha256:${hash}` });
        expect(resource?.encoding).toBe(format === 'parquet' ? undefined : 'utf-8');
        expect(resource?.name).toMatch(/^[a-z0-9./_-]+$/);
        for (const { reference } of resource?.schema.foreignKeys ?? []) {
          const referred = described.resources.find(({ name }) => name === reference.resource);
          expect(referred?.schema.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(reference.fields));
        }
      }
    expect(byPath.size).toBe(DATASETS.length * FORMAT_NAMES.length);
  });

  it('are not there where the release was made without their source', async () => {
    const other = await createPublishedDatabase({ ...SMALL, without: ['ruptures'] });
    try {
      const without = await startTestApp(other);
      try {
        const { data } = (await (await fetch(`${without.url}/api/v1/datasets`)).json()) as { data: Listed[] };
        expect(data.map(({ name }) => name)).toEqual(
          DATASETS.filter(({ needs }) => !needs.includes('ruptures')).map(({ name }) => name),
        );
        const answer = await fetch(`${without.url}/api/v1/datasets/shortages.csv`);
        expect(answer.status).toBe(404);
        expect(((await answer.json()) as { detail: string }).detail).toContain('without ruptures');
      } finally {
        await without.close();
      }
    } finally {
      await other.close();
    }
  });
});
