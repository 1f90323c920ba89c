import type { Database } from '../../src/database/database.js';
import { ReleaseError } from '../../src/releases/release-error.js';
import { Releases } from '../../src/releases/releases.js';
import { createTestDatabase } from '../support/databases.js';
import { addRelease } from '../support/releases.js';

describe('the releases', () => {
  let database: Database;
  let releases: Releases;

  beforeEach(async () => {
    database = await createTestDatabase();
    releases = new Releases(database.dataSource);
  });

  afterEach(() => database.close());

  const add = (directory: string): Promise<string> => addRelease(database.dataSource, directory);
  const ids = async (): Promise<string[]> => (await releases.list()).map(({ id }) => id);

  it('are none at first', async () => {
    expect(await releases.currentId()).toBeNull();
    expect(await releases.list()).toEqual([]);
  });

  it('are listed with the latest first, and one is current', async () => {
    await add('a');
    await add('b');
    await releases.activate('1');
    expect(await releases.list()).toEqual([
      expect.objectContaining({ id: '2', directory: 'b', current: false }),
      {
        id: '1',
        publishedAt: new Date('2025-03-02T10:00:00Z'),
        current: true,
        demo: false,
        minCell: 11,
        directory: 'a',
        declarationsFrom: 2014,
        declarationsTo: 2023,
        exposureFrom: null,
        exposureTo: null,
        substances: 1,
        specialities: 0,
      },
    ]);
    expect(await releases.currentId()).toBe('1');
  });

  it('are shown one by one with their files', async () => {
    await add('a');
    const { id, files } = await releases.show('1');
    expect(id).toBe('1');
    expect(files.map(({ file, rowsRead, rejected }) => ({ file, rowsRead, rejected }))).toEqual([
      { file: 'bdpm/CIS_CIP_bdpm.txt', rowsRead: 7, rejected: {} },
      { file: 'bdpm/CIS_bdpm.txt', rowsRead: 10, rejected: { bad_code: 2 } },
    ]);
  });

  it('are switched back and forth, one row saying which', async () => {
    await add('a');
    await add('b');
    await releases.activate('2');
    await releases.activate('1');
    await releases.activate('1');
    expect(await database.dataSource.query('SELECT release_id FROM published_release')).toEqual([{ release_id: 1 }]);
  });

  it.each(['3', '0', 'x', '-1', '99999999999', "1'"])('are not there under %s', async (id) => {
    await add('a');
    await releases.activate('1');
    await expect(releases.show(id)).rejects.toThrow(new ReleaseError(`There is no release ${id}`));
    await expect(releases.activate(id)).rejects.toThrow(new ReleaseError(`There is no release ${id}`));
    expect(await releases.currentId()).toBe('1');
  });

  it('are pruned to the latest, with all that belongs to them', async () => {
    for (const directory of ['a', 'b', 'c', 'd']) await add(directory);
    await releases.activate('4');
    expect(await releases.prune(2)).toEqual(['1', '2']);
    expect(await ids()).toEqual(['4', '3']);
    const left = await database.dataSource.query<object[]>(
      `SELECT (SELECT count(*)::int FROM substance) AS substances, (SELECT count(*)::int FROM ingestion_run) AS runs,
              (SELECT count(*)::int FROM source_file) AS files`,
    );
    expect(left).toEqual([{ substances: 2, runs: 2, files: 4 }]);
  });

  it('are never pruned while they are published', async () => {
    for (const directory of ['a', 'b', 'c']) await add(directory);
    await releases.activate('1');
    expect(await releases.prune(1)).toEqual(['2']);
    expect(await ids()).toEqual(['3', '1']);
    expect(await releases.prune(1)).toEqual([]);
  });

  it.each([0, -1, 1.5, NaN])('are not pruned down to %s', async (keep) => {
    await add('a');
    await expect(releases.prune(keep)).rejects.toThrow(ReleaseError);
    expect(await ids()).toEqual(['1']);
  });
});
