import { rm } from 'node:fs/promises';
import type { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestFolder } from '../support/ingest-generated.js';
import { asShown, HOSTILE, MEDICINES, writeHostile } from './hostile-sources.js';
import { faultsOf, readPage } from './read-page.js';

const [FIRST] = MEDICINES;
const code = FIRST?.code ?? '';
const cis = FIRST?.cis ?? '';
const asked = encodeURIComponent(`${HOSTILE.close}${HOSTILE.image}`);

const PAGES = [
  '/',
  ...MEDICINES.flatMap((medicine) => [`/substances/${medicine.code}`, `/specialites/${medicine.cis}`]),
  `/substances/${code}?population=female`,
  '/substances',
  '/specialites',
  '/ruptures',
  '/ruptures?liste=historique',
  '/declarations',
  '/donnees',
  '/classes-atc',
  '/classes-atc/N02BE01',
  `/comparer?substances=${MEDICINES.slice(0, 4)
    .map((medicine) => medicine.code)
    .join(',')}`,
  '/recherche?q=MED1',
  '/recherche?q=SUB2',
];

/** With what was asked for, which the page may repeat. */
const REPEATING = [
  `/recherche?q=${asked}`,
  `/substances?q=${asked}`,
  `/specialites?q=${asked}&substance=${asked}`,
  `/ruptures?q=${asked}&laboratory=${asked}`,
  `/comparer?substances=${asked}`,
  `/substances/${asked}`,
  `/classes-atc/${asked}`,
  `/${asked}`,
  `/?lang=${asked}`,
];

describe('hostile names', () => {
  let database: Database;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    const directory = await writeHostile();
    await ingestFolder(database, directory);
    await rm(directory, { recursive: true });
    app = await startTestApp(database, { baseUrl: 'https://figures.test', rateLimit: 10_000 });
  });

  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const get = async (path: string): Promise<string> => (await fetch(app.url + path)).text();
  const json = async (path: string): Promise<unknown> => JSON.parse(await get(path)) as unknown;

  it('are in the database as they came, but for what turns the direction of writing', async () => {
    const rows = await database.dataSource.query<{ name: string }[]>('SELECT name FROM substance ORDER BY code');
    expect(rows.map(({ name }) => name)).toEqual(MEDICINES.map(({ substance }) => asShown(substance)));
  });

  it.each(PAGES)('are only text on %s, in both languages', async (path) => {
    for (const language of ['', `${path.includes('?') ? '&' : '?'}lang=en`]) {
      const answer = await fetch(app.url + path + language);
      expect(answer.status).toBe(200);
      expect(faultsOf(readPage(await answer.text()))).toEqual([]);
    }
  });

  it.each(REPEATING)('are only text when they are asked for: %s', async (path) => {
    expect(faultsOf(readPage(await get(path)))).toEqual([]);
  });

  it.each(MEDICINES)('are shown as they are: $substance', async (medicine) => {
    const { name, denomination, substance, payload } = medicine;
    const page = readPage(await get(`/substances/${medicine.code}`)).text;
    expect(page).toContain(asShown(substance));
    expect(page).toContain(asShown(`${payload} TERM`));
    expect(readPage(await get(`/specialites/${medicine.cis}`)).text).toContain(asShown(denomination));
    expect(readPage(await get('/ruptures?liste=historique')).text).toContain(asShown(`${name} SHORTAGE`));
  });

  it.each(['/ruptures.atom', '/versions.atom', '/sitemap.xml'])('are only text in %s', async (path) => {
    const { elements, text } = readPage(await get(path), true);
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'img', 'svg']) expect(names).not.toContain(name);
    if (path === '/ruptures.atom') expect(text).toContain(FIRST?.denomination);
  });

  it('are values of JSON, which no browser takes for a page', async () => {
    const answer = await fetch(`${app.url}/api/v1/substances/${code}`);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ data: { name: FIRST?.substance } });
    const found = (await json('/api/v1/search?q=MED0')) as { data: { name: string }[] };
    expect(found.data.map(({ name }) => name)).toContain(FIRST?.denomination);
    expect(JSON.stringify(await json('/donnees.jsonld'))).toContain('https://figures.test');
    const problem = await fetch(`${app.url}/api/v1/substances?q=a&${asked}=1`);
    expect([problem.status, problem.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it.each(['substances', 'specialities', 'shortages'])('begin no formula in %s.csv', async (table) => {
    const lines = (await get(`/api/v1/datasets/${table}.csv`))
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .filter(Boolean);
    const cells = lines.flatMap((line) => cellsOf(line));
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-\D/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith(`'${HOSTILE.formula}`))).toBe(true);
  });

  it.each(MEDICINES)('are drawn in the picture of $code', async ({ code: of }) => {
    const answer = await fetch(`${app.url}/images/substances/${of}.png`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('lead to no address that is none of the web', async () => {
    const { data } = (await json(`/api/v1/specialities/${cis}`)) as { data: object };
    expect(JSON.stringify(data)).not.toContain('javascript:');
  });
});

/** The cells of a line of CSV. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
