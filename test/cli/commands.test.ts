import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.js';
import type { Database } from '../../src/database/database.js';
import { createTestDatabase } from '../support/databases.js';
import { testIo, type TestIo } from '../support/test-io.js';

describe('the commands, one after the other', () => {
  let database: Database;
  let folder: string;
  let sources: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'pharmacovigie-cli-'));
    sources = join(folder, 'sources');
  });

  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(...argv: string[]): Promise<TestIo & { status: number }> {
    const io = testIo({ DATABASE_URL: database.url });
    return { ...io, status: await runCli(argv, io) };
  }

  const current = async (): Promise<unknown> =>
    database.dataSource.query('SELECT release_id AS id FROM published_release');

  it('say that there is no release yet', async () => {
    const { status, stdout, stderr } = await run('releases', 'list');
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: ['There is no release yet: npm run ingest -- --from DIR'],
      stderr: [],
    });
  });

  it('generate sources', async () => {
    const { status, stdout } = await run(
      'generate',
      '--out',
      sources,
      '--cases',
      '500',
      '--seed',
      '7',
      '--years',
      '2019-2021',
    );
    expect(status).toBe(0);
    expect(stdout).toEqual([`${sources}: 500 declarations of 2019 to 2021, seed 7, all fictitious`]);
  });

  it('ingest them: progress in lines beside the report', async () => {
    const { status, stdout, stderr } = await run('ingest', '--from', sources);
    expect(status).toBe(0);
    expect(stdout[0]).toMatch(/^file +encoding +read +accepted +rejected$/);
    expect(stdout.find((line) => line.startsWith('bdpm/CIS_bdpm.txt '))).toMatch(/ windows-1252 +\d+ +\d+ /);
    expect(stdout.at(-1)).toBe('Release 1 is published');
    expect(stderr).toContain('Reading declarations …');
    expect(await current()).toEqual([{ id: 1 }]);
  });

  it('find the same files again: exit status 3, and nothing is done', async () => {
    const { status, stdout } = await run('ingest', '--from', sources);
    expect(status).toBe(3);
    expect(stdout).toEqual(['Nothing to do: release 1 was made of these files (--force does it all the same)']);
    const again = await run('ingest', '--from', sources, '--json');
    expect(again.status).toBe(3);
    expect(again.stdout.map((line) => JSON.parse(line) as unknown)).toEqual([
      { status: 'unchanged', releaseId: '1', notes: [] },
    ]);
    expect(await current()).toEqual([{ id: 1 }]);
  });

  it('ingest them all the same with --force, as one JSON object', async () => {
    const { status, stdout } = await run('ingest', '--from', sources, '--force', '--json');
    expect(status).toBe(0);
    expect(stdout).toHaveLength(1);
    expect(JSON.parse(stdout[0] ?? '')).toMatchObject({ status: 'published', releaseId: '2' });
    expect(await current()).toEqual([{ id: 2 }]);
  });

  it('fail with a line per cause when files are missing: exit status 1, the release stays', async () => {
    const broken = join(folder, 'broken');
    await cp(sources, broken, { recursive: true });
    await rm(join(broken, 'bdpm', 'CIS_bdpm.txt'));
    const { status, stderr } = await run('ingest', '--from', broken);
    expect(status).toBe(1);
    expect(stderr.filter((line) => line.includes('CIS_bdpm'))).toHaveLength(1);
    const json = await run('ingest', '--from', broken, '--json');
    expect(json.status).toBe(1);
    expect(json.stdout).toHaveLength(1);
    expect(JSON.parse(json.stdout[0] ?? '')).toMatchObject({
      status: 'failed',
      errors: [expect.stringContaining('CIS_bdpm')],
    });
    expect(await current()).toEqual([{ id: 2 }]);
  });

  it('list, activate and prune', async () => {
    expect((await run('releases', 'activate', '1')).stdout).toEqual(['Release 1 is published']);
    const { stdout } = await run('releases', 'list');
    expect(stdout.map((line) => line.split(/ {2,}/))).toEqual([
      ['release', 'published', 'declarations', 'substances', 'specialities', 'demo', 'current'],
      ['2', expect.stringMatching(/ UTC$/), '2019-2021', expect.any(String), expect.any(String), 'yes'],
      ['1', expect.stringMatching(/ UTC$/), '2019-2021', expect.any(String), expect.any(String), 'yes', 'current'],
    ]);
    expect((await run('releases', 'prune', '--keep', '1')).stdout).toEqual(['Nothing to delete']);
    expect((await run('releases', 'activate', '2')).status).toBe(0);
    expect((await run('releases', 'prune', '--keep', '1')).stdout).toEqual(['Deleted: release 1']);
  });

  it('show a release with its files', async () => {
    const { status, stdout } = await run('releases', 'show', '2');
    expect(status).toBe(0);
    expect(stdout).toContain('current       yes');
    expect(stdout).toContain('hidden        counts from 1 to 10');
    expect(stdout.some((line) => /^bdpm\/CIS_bdpm\.txt +windows-1252 +\d+ +\d+ +[0-9a-f]{64}$/.test(line))).toBe(true);
  });

  it('say in one line that a release is not there: exit status 1', async () => {
    for (const action of ['show', 'activate']) {
      const { status, stdout, stderr } = await run('releases', action, '9');
      expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: [], stderr: ['There is no release 9'] });
    }
  });

  it('do not write over what they have not written', async () => {
    const mine = join(folder, 'mine');
    await cp(sources, mine, { recursive: true });
    await rm(join(mine, 'demonstration.json'));
    await writeFile(join(mine, 'letter.txt'), 'kept');
    const { status, stderr } = await run('generate', '--out', mine, '--cases', '10');
    expect(status).toBe(1);
    expect(stderr).toHaveLength(1);
  });

  it('bring the database up to date', async () => {
    expect((await run('migrate')).stdout).toEqual(['The database is up to date']);
  });
});
