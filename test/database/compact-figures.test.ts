import { migrate, migrateBackTo } from '../../src/database/migrate.js';
import { POPULATIONS, type AdverseReactions } from '../../src/statistics/figures.js';
import { storedAnswers, storedDeclarations } from '../support/answers-of.js';
import { createPublishedDatabase, LARGE, type PublishedDatabase } from '../support/published.js';

describe('the compact figures of a release', () => {
  let database: PublishedDatabase;

  beforeAll(async () => {
    database = await createPublishedDatabase(LARGE);
  });
  afterAll(() => database.close());

  const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query<T[]>(sql, parameters);
  const stored = (): Promise<unknown[]> =>
    rows(`
      SELECT code, figures::text, figures_digest FROM substance_figures JOIN substance USING (release_id, code)
      UNION ALL SELECT '', figures::text, reporters::jsonb::text FROM declaration_figures JOIN release ON release.id = release_id
      ORDER BY code`);

  it('go back to documents as they were served, and come again as they were', async () => {
    const before = await stored();
    const answers = await storedAnswers(rows, database.release);
    const declarations = await storedDeclarations(rows, database.release);
    await migrateBackTo(database.dataSource, 'DescribeReleases1795400000000');
    const documents = await rows<{
      code: string;
      population: (typeof POPULATIONS)[number];
      document: AdverseReactions;
    }>(`
      SELECT code, population, adverse_reactions AS document FROM substance_figures
      UNION ALL SELECT '', population, adverse_reactions FROM declaration_figures`);
    expect(documents).toHaveLength(POPULATIONS.length * before.length);
    for (const { code, population, document } of documents) {
      const answer = code === '' ? declarations : answers.get(code);
      expect(JSON.stringify(document)).toBe(JSON.stringify(answer?.[population]));
    }
    await migrate(database.dataSource);
    expect(await stored()).toEqual(before);
  });
});
