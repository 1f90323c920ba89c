import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.js';
import { generate } from '../../src/demo/generate.js';
import type { ReleaseChange } from '../../src/queries/release-changes.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestFolder } from '../support/ingest-generated.js';
import { addRelease } from '../support/releases.js';

interface Answered {
  status: number;
  data: ReleaseChange[];
  meta: { total: number; page: number; pageSize: number };
  links: { self: string; next: string | null };
  detail?: string;
}

describe('what has changed from one release to another', () => {
  let database: Database;
  let app: TestApp;
  let first: string;
  let second: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    const directory = await mkdtemp(join(tmpdir(), 'pharmacovigie-changes-'));
    try {
      await generate({ out: directory, cases: 500, seed: 1, years: [2019, 2021], bdpm: null });
      first = await ingestFolder(database, directory);
      second = await ingestFolder(database, directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
    app = await startTestApp(database, { rateLimit: 10_000 });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const changes = async (path: string): Promise<Answered> => {
    const answer = await fetch(`${app.url}/api/v1/releases/${path}`);
    return { ...((await answer.json()) as Answered), status: answer.status };
  };
  const sql = <T>(text: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query<T[]>(text, parameters);

  it('is nothing between two releases of the same files', async () => {
    const { status, data, meta } = await changes(`${second}/changes`);
    expect([status, data, meta.total]).toEqual([200, [], 0]);
  });

  it('is told from the digests, which the migration makes of older releases as the ingestion does', async () => {
    const digests = (): Promise<object[]> =>
      sql('SELECT release_id, code, figures_digest FROM substance ORDER BY release_id, code');
    const before = await digests();
    expect(before.filter((row) => JSON.stringify(row).includes('null'))).toEqual([]);
    await database.dataSource.undoLastMigration({ transaction: 'each' });
    await database.dataSource.runMigrations({ transaction: 'each' });
    expect(await digests()).toEqual(before);
  });

  describe('where something has', () => {
    let codes: string[];
    let medicines: string[];
    beforeAll(async () => {
      codes = (
        await sql<{ code: string }>('SELECT code FROM substance WHERE release_id = $1 ORDER BY sort_name', [second])
      ).map(({ code }) => code);
      medicines = (
        await sql<{ cis: string }>('SELECT cis FROM speciality WHERE release_id = $1 ORDER BY sort_name, cis', [second])
      ).map(({ cis }) => cis);
      await sql('DELETE FROM substance WHERE release_id = $1 AND code = $2', [second, codes[0]]);
      await sql('DELETE FROM substance WHERE release_id = $1 AND code = $2', [first, codes[1]]);
      await sql(`UPDATE substance SET figures_digest = 'other' WHERE release_id = $1 AND code = $2`, [
        second,
        codes[2],
      ]);
      await sql(`UPDATE substance SET figures_digest = 'other', exposure = '{}' WHERE release_id = $1 AND code = $2`, [
        second,
        codes[3],
      ]);
      // nothing public is other in it
      await sql(`UPDATE substance SET synonyms = '{AUTRE}' WHERE release_id = $1 AND code = $2`, [second, codes[4]]);
      await sql(`UPDATE speciality SET exposure = '{}' WHERE release_id = $1 AND cis = $2`, [second, medicines[0]]);
      await sql('DELETE FROM medication_error_figures WHERE cis = $1', [medicines[1]]);
      await sql(`INSERT INTO medication_error_figures (release_id, cis, figures) VALUES ($1, $2, '{}')`, [
        first,
        medicines[1],
      ]);
    });

    const told = ({ kind, code, change, parts }: ReleaseChange): unknown[] => [kind, code, change, parts];

    it('names what was added, is gone, or has other public figures, substances first', async () => {
      const { data, meta } = await changes('current/changes');
      expect(data.map(told)).toEqual([
        ['substance', codes[0], 'gone', []],
        ['substance', codes[1], 'added', []],
        ['substance', codes[2], 'changed', ['adverseReactions']],
        ['substance', codes[3], 'changed', ['adverseReactions', 'exposure']],
        ['speciality', medicines[0], 'changed', ['exposure']],
        ['speciality', medicines[1], 'changed', ['medicationErrors']],
      ]);
      expect(meta.total).toBe(6);
      // that a number has changed, and by how much, are two things: the difference could be a small number of cases
      expect(
        data.flatMap((change): unknown[] => Object.values(change)).filter((value) => typeof value === 'number'),
      ).toEqual([]);
    });

    it('turns around with the releases', async () => {
      const { data } = await changes(`${first}/changes?against=${second}&kind=substance`);
      expect(data.map(told).slice(0, 2)).toEqual([
        ['substance', codes[0], 'added', []],
        ['substance', codes[1], 'gone', []],
      ]);
    });

    it('is paged like every list', async () => {
      const { data, meta, links } = await changes(`${second}/changes?kind=substance&page=2&pageSize=3`);
      expect(data.map(({ code }) => code)).toEqual([codes[3]]);
      expect(meta).toMatchObject({ total: 4, page: 2, pageSize: 3 });
      expect(links.next).toBeNull();
      const self = new URL(links.self);
      expect(`${self.pathname}${self.search}`).toBe(
        `/api/v1/releases/${second}/changes?against=${first}&page=2&pageSize=3&kind=substance`,
      );
      expect(new URL((await changes(`${second}/changes?pageSize=4`)).links.next ?? '').searchParams.get('page')).toBe(
        '2',
      );
    });

    it('has a feed, a sentence a release', async () => {
      const answer = await fetch(`${app.url}/versions.atom`);
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const summaries = [...(await answer.text()).matchAll(/<summary>(.*?)<\/summary>/g)].map(([, text]) =>
        text?.replaceAll('\u00a0', ' ').replaceAll('&#x27;', '’'),
      );
      expect(summaries).toEqual([
        'Depuis la version précédente : 1 substance ajoutée, 1 substance retirée, 2 substances dont les chiffres ont changé et 2 spécialités dont les chiffres ont changé.',
        'La plus ancienne version conservée.',
      ]);
    });
  });

  it.each(['kind=people', 'against=first', 'against=1&against=2', 'page=0', 'pageSize=101', 'since=1'])(
    'is refused with ?%s',
    async (query) => {
      const { status, detail } = await changes(`${second}/changes?${query}`);
      expect(status).toBe(400);
      expect(detail).toContain(query.split('=')[0]);
    },
  );

  it.each(['99/changes', '01/changes', 'x/changes', 'current/changes?against=99'])(
    'is not found at %s',
    async (path) => {
      const { status, detail } = await changes(path);
      expect(status).toBe(404);
      expect(detail).toContain('No release has the number');
    },
  );

  it('is not known of the oldest that is kept, nor told of real data from fictitious ones', async () => {
    expect((await changes(`${first}/changes`)).detail).toContain('the oldest that is kept');
    const real = await addRelease(database.dataSource, 'real');
    expect((await changes(`${real}/changes`)).status).toBe(404);
    expect((await changes(`${real}/changes?against=${second}`)).status).toBe(200);
  });
});
