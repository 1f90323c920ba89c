import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Database } from '../../src/database/database.js';
import { Releases } from '../../src/releases/releases.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestFolder } from '../support/ingest-generated.js';

const REAL_SETS = resolve('../shared/data/bdpm');
const describeReal = existsSync(REAL_SETS) ? describe : describe.skip;
const TABLES = ['substance', 'substance_member', 'speciality', 'presentation', 'component', 'speciality_substance'];

describeReal('an older real BDPM and then a newer one (skipped where ../shared/data/bdpm is absent)', () => {
  let root: string;
  let database: Database;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'again-'));
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await database.close();
    await rm(root, { recursive: true });
  });

  async function ingestSet(set: string): Promise<string> {
    const folder = await mkdtemp(join(root, `${set}-`));
    await symlink(join(REAL_SETS, set), join(folder, 'bdpm'));
    return ingestFolder(database, folder);
  }

  /** A sum over every row of a release, whatever their order on the disk. */
  async function contentOf(releaseId: string): Promise<string> {
    const hash = createHash('sha256');
    for (const table of TABLES) {
      const rows = await database.dataSource.query<{ row: string }[]>(
        `SELECT t::text AS row FROM ${table} t WHERE release_id = $1 ORDER BY t::text COLLATE "C"`,
        [releaseId],
      );
      hash.update(rows.map(({ row }) => row).join('\n'));
    }
    return hash.digest('hex');
  }

  async function paracetamol(releaseId: string): Promise<unknown> {
    return database.dataSource.query(
      `SELECT name, speciality_count FROM substance WHERE release_id = $1 AND code = '02202'`,
      [releaseId],
    );
  }

  test('leave the older release as it was, and it can be published again', async () => {
    const older = await ingestSet('2022-06');
    const before = await contentOf(older);
    const newer = await ingestSet('2026-05');
    const releases = new Releases(database.dataSource);
    expect(await releases.currentId()).toBe(newer);
    expect(await contentOf(older)).toBe(before);
    expect(await contentOf(newer)).not.toBe(before);
    expect(await paracetamol(older)).toEqual([{ name: 'PARACÉTAMOL', speciality_count: 236 }]);
    expect(await paracetamol(newer)).toEqual([{ name: 'PARACÉTAMOL', speciality_count: 230 }]);
    await releases.activate(older);
    expect(await releases.currentId()).toBe(older);
  });
});
