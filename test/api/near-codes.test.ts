import type { Database } from '../../src/database/database.js';
import type { Problem } from '../../src/api/problem.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';

describe('the interface, asked for a code that nothing has', () => {
  let database: Database;
  let app: TestApp;
  beforeAll(async () => {
    database = await createPublishedDatabase(SMALL);
    app = await startTestApp(database, { rateLimit: 100_000 });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const ask = async (path: string): Promise<Problem> => {
    const answer = await fetch(`${app.url}/api/v1${path}`);
    expect([path, answer.status]).toEqual([path, 404]);
    return (await answer.json()) as Problem;
  };
  const one = async (sql: string): Promise<{ code: string; name: string }> => {
    const [row] = await database.dataSource.query<{ code: string; name: string }[]>(sql);
    if (row === undefined) throw new Error(`nothing: ${sql}`);
    return row;
  };

  it.each([
    ['/substances/', 'SELECT code, name FROM substance ORDER BY code LIMIT 1'],
    ['/specialities/', 'SELECT cis AS code, denomination AS name FROM speciality ORDER BY cis LIMIT 1'],
    [
      '/atc/',
      'SELECT code, label AS name FROM atc_class WHERE length(code) = 7 AND label IS NOT NULL ORDER BY code LIMIT 1',
    ],
  ])('offers %s the code that is one sign shorter first', async (path, sql) => {
    const { code, name } = await one(sql);
    const { near } = await ask(`${path}${code}0`);
    expect(near?.[0]).toEqual({ code, name });
    expect(near?.length).toBeLessThanOrEqual(5);
  });

  it('says what else has the code: a substance, one of its salts, a speciality by its packs, a class', async () => {
    const salt = await one(
      `SELECT member_code AS code, substance.name FROM substance_member JOIN substance USING (release_id, code)
       WHERE member_code <> code LIMIT 1`,
    );
    expect((await ask(`/specialities/${salt.code}`)).detail).toContain(`It leads to the substance "${salt.name}"`);
    const pack = await one(
      'SELECT cip13 AS code, denomination AS name FROM presentation JOIN speciality USING (release_id, cis) LIMIT 1',
    );
    expect((await ask(`/substances/${pack.code}`)).detail).toContain(`It leads to the speciality "${pack.name}"`);
    const { code } = await one('SELECT code, code AS name FROM atc_class WHERE length(code) = 5 ORDER BY code LIMIT 1');
    expect((await ask(`/substances/${code.toLowerCase()}`)).detail).toContain(`/api/v1/atc/${code}`);
  });

  it.each(['-', '%20', '%C3%A9', '1'.repeat(2000), "'", '..%2F..'])('finds nothing like %s', async (code) => {
    for (const kind of ['substances', 'specialities', 'atc'])
      expect(await ask(`/${kind}/${code}`)).toMatchObject({ status: 404, near: [] });
  });
});
