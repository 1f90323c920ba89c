import type { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';

describe('before the first release', () => {
  let database: Database;
  let app: TestApp;
  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startTestApp(database);
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  it.each(['/releases', '/releases/current', '/substances', '/search?q=a', '/organ-classes'])(
    '%s is a 503 problem',
    async (path) => {
      const answer = await fetch(`${app.url}/api/v1${path}`);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.headers.get('retry-after')).toBe('30');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toEqual({
        type: 'about:blank',
        status: 503,
        title: 'Service Unavailable',
        detail: 'No data have been published yet. Try again later.',
      });
    },
  );

  it('describes the interface all the same', async () => {
    expect((await fetch(`${app.url}/api/v1/openapi.json`)).status).toBe(200);
  });

  it('shows people a page', async () => {
    const answer = await fetch(`${app.url}/substances`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});
