import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { Releases } from '../../src/releases/releases.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { within } from '../support/own-server.js';
import { addRelease } from '../support/releases.js';
import { shownBy } from './shown-by.js';

/** Milliseconds after which every server shows what is published. */
const SOON = 2_000;

let database: Database;
let apps: TestApp[];

beforeAll(async () => {
  database = await createTestDatabase();
  await new Releases(database.dataSource).activate(await addRelease(database.dataSource, '/first'));
  apps = await Promise.all([1, 2, 3].map(() => startTestApp(database)));
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await database.close();
});

const shown = (): Promise<unknown[]> => Promise.all(apps.map(({ url }) => shownBy(url)));

const allShow = (id: string): Promise<void> =>
  within(SOON, async () => (await shown()).every((release) => release === id));

describe('several servers on one database', () => {
  it('show a new release at once, all of them', async () => {
    const before = await shown();
    const id = await addRelease(database.dataSource, '/told');
    expect(await shown()).toEqual(before);
    await new Releases(database.dataSource).activate(id);
    await allShow(id);
  });

  it('show it, too, when nobody tells them', async () => {
    const id = await addRelease(database.dataSource, '/untold');
    await database.dataSource.query('UPDATE published_release SET release_id = $1', [id]);
    await allShow(id);
  });

  it('show it, too, when the connections that would be told are cut', async () => {
    const id = await addRelease(database.dataSource, '/cut');
    const cut = await database.dataSource.query<{ done: boolean }[]>(
      `SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity
       WHERE application_name = 'pharmacovigie watch' AND datname = current_database()`,
    );
    expect(cut).toEqual(apps.map(() => ({ done: true })));
    await new Releases(database.dataSource).activate(id);
    await allShow(id);
  });

  it('answer a question whose connection is cut under way', async () => {
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('LOCK TABLE speciality IN ACCESS EXCLUSIVE MODE');
      const answer = fetch(`${apps[0]?.url ?? ''}/api/v1/specialities`);
      const cut = `SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity
        WHERE application_name = 'pharmacovigie' AND datname = current_database() AND wait_event_type = 'Lock'`;
      await within(SOON, async () => ((await runner.query(cut)) as unknown[]).length === 1);
      await runner.rollbackTransaction();
      expect((await answer).status).toBe(200);
    } finally {
      await runner.release();
    }
  });
});
