import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '../../src/cli/run-cli.js';
import type { Database } from '../../src/database/database.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestFolder } from '../support/ingest-generated.js';
import { testIo, type TestIo } from '../support/test-io.js';
import { writeHardSources } from './hard-releases.js';

describe('the command attack', () => {
  let database: Database;
  let releaseId: string;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.close();
  });

  async function run(...argv: string[]): Promise<TestIo & { status: number }> {
    const io = testIo({ DATABASE_URL: database.url, RATE_LIMIT: '1' });
    return { ...io, status: await runCli(['attack', ...argv], io) };
  }

  it('says in one line that there is no release yet', async () => {
    const { status, stdout, stderr } = await run('--release', 'current');
    expect({ status, stdout }).toEqual({ status: 1, stdout: [] });
    expect(stderr.at(-1)).toBe(
      '/api/v1/releases/current answers 503: No data have been published yet. Try again later.',
    );
  });

  it('finds nothing in a release: exit status 0', async () => {
    const directory = await writeHardSources(1);
    releaseId = await ingestFolder(database, directory);
    await rm(directory, { recursive: true });
    const { status, stdout } = await run('--release', releaseId);
    expect(stdout).toEqual([
      expect.stringMatching(/^Release \d+: \d+ suppressed numbers of 23 subjects; nothing can be worked out$/),
    ]);
    expect(status).toBe(0);
  });

  it('finds what is shown by mistake: exit status 1, a line each', async () => {
    await database.dataSource.query(
      `UPDATE substance SET cases = 3, cases_suppressed = false WHERE release_id = $1 AND code = '00001'`,
      [releaseId],
    );
    const { status, stdout } = await run('--release', 'current');
    expect(status).toBe(1);
    expect(stdout[0]).toBe('00001 EXEMPLIAOLINE, all, cases: [3, 3] it is shown');
    const json = await run('--release', 'current', '--json');
    expect(json.status).toBe(1);
    expect(json.stdout).toHaveLength(1);
    const finding = { subject: '00001 EXEMPLIAOLINE', population: 'all', block: 'cases', key: '', min: 3, max: 3 };
    expect(JSON.parse(json.stdout[0] ?? '')).toMatchObject({
      release: releaseId,
      notes: [],
      findings: expect.arrayContaining([expect.objectContaining(finding)]) as unknown,
    });
  });

  it('says in one line that another release is not published: exit status 2', async () => {
    const { status, stdout, stderr } = await run('--release', '999');
    expect({ status, stdout }).toEqual({ status: 2, stdout: [] });
    expect(stderr.at(-1)).toMatch(/^attack: release 999 is not published: the current one is \d+; usage: /);
  });

  it('says in one line that a service is away: exit status 1', async () => {
    const { status, stdout, stderr } = await run('--release', 'current', '--url', 'http://127.0.0.1:1/');
    expect({ status, stdout }).toEqual({ status: 1, stdout: [] });
    expect(stderr.at(-1)).toMatch(/^http:\/\/127\.0\.0\.1:1\/ cannot be reached: /);
  });
});
