import { POPULATIONS, type AdverseReactions } from '../../src/statistics/figures.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { storedDeclarations } from '../support/answers-of.js';
import { createPublishedDatabase, LARGE, SMALL, type PublishedDatabase } from '../support/published.js';
import { ingestGenerated } from '../support/ingest-generated.js';

const DECLARATIONS = '/statistics/declarations';

interface Current {
  declarations: { casesKept: number } | null;
  disclosure: {
    minCell: number;
    figures: number;
    suppressed: { primary: number; complementary: number };
  } | null;
}

describe('all declarations together', () => {
  let database: PublishedDatabase;
  let app: TestApp;
  let release: string;

  beforeAll(async () => {
    database = await createPublishedDatabase(LARGE);
    release = database.release;
    app = await startTestApp(database, { rateLimit: 100_000 });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const ask = (path: string): Promise<Response> => fetch(`${app.url}/api/v1${path}`);
  const data = async <T>(path: string): Promise<T> => {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return ((await answer.json()) as { data: T }).data;
  };
  const of = (population: string): Promise<AdverseReactions> =>
    data(`${DECLARATIONS}?population=${encodeURIComponent(population)}`);
  const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query<T[]>(sql, parameters);

  it('are served as they are stored, in every population', async () => {
    const stored = await storedDeclarations(rows, release);
    for (const population of POPULATIONS) {
      // text, because the order of the keys is part of the shape
      expect(JSON.stringify(await of(population))).toBe(JSON.stringify(stored?.[population]));
    }
    expect(await data(DECLARATIONS)).toEqual(await of('all'));
  });

  it('are every case that counts, once, and have no rate', async () => {
    const { declarations } = await data<Current>('/releases/current');
    const all = await of('all');
    expect(all.cases).toEqual({ count: declarations?.casesKept, suppressed: false });
    const years = all.byYear.map(({ count }) => count ?? NaN);
    expect(years.reduce((sum, count) => sum + count)).toBe(declarations?.casesKept);
    for (const population of POPULATIONS) {
      const answer = await of(population);
      const { notificationRate, byYear, bySex = [], byAgeGroup = [], bySexAndAgeGroup = [] } = answer;
      const rates = [...byYear, ...bySex, ...byAgeGroup, ...bySexAndAgeGroup].map(
        (row) => row.notificationRate ?? null,
      );
      expect([answer.population, notificationRate, new Set(rates)]).toEqual([population, null, new Set([null])]);
    }
  });

  it.each([
    [`${DECLARATIONS}?population=men`, 'Parameter "population" must be one of all, female, male'],
    [`${DECLARATIONS}?year=2020`, 'Unknown parameter "year". This address takes population.'],
  ])('%s is a 400 that says what is allowed', async (path, detail) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(((await answer.json()) as { detail: string }).detail).toContain(detail);
  });

  it('the release says how many numbers are hidden, for themselves and for others', async () => {
    const { disclosure } = await data<Current>('/releases/current');
    const [stored] = await rows<{ suppression: Record<string, number> }>('SELECT suppression FROM release');
    const { figures, primary, complementary } = stored?.suppression ?? {};
    expect(disclosure).toEqual({ minCell: 11, figures, suppressed: { primary, complementary } });
    expect([Number(primary) > 0, Number(complementary) > 0]).toEqual([true, true]);
    expect(Number(primary) + Number(complementary)).toBeLessThan(Number(figures));
  });

  // the last one: it replaces the release
  it('are null in a release without declarations, and so is what is hidden', async () => {
    await ingestGenerated(database, { ...SMALL, without: ['bnpv'] });
    expect([await data(DECLARATIONS), await of('female')]).toEqual([null, null]);
    expect(await data<Current>('/releases/current')).toMatchObject({ declarations: null, disclosure: null });
  });
});
