import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SchedulerRegistry } from '@nestjs/schedule';
import { runCli } from '../../src/cli/run-cli.js';
import { readSettings } from '../../src/config/settings.js';
import type { Database } from '../../src/database/database.js';
import { generate } from '../../src/demo/generate.js';
import { ingestInProcess, type RunEnd } from '../../src/scheduler/ingestion-process.js';
import { IngestionScheduler } from '../../src/scheduler/ingestion-scheduler.js';
import { serve } from '../../src/serve.js';
import { createTestDatabase } from '../support/databases.js';
import { testIo } from '../support/test-io.js';
import { type Answer, FileServer, status, text } from './file-server.js';

type Run = (signal: AbortSignal) => Promise<RunEnd>;

const UNCHANGED: RunEnd = { status: 'unchanged', releaseId: '1', notes: [] };

/** A run that waits for `end`, which `begun` tells of. */
function waitingRun(): { run: Run; begun: Promise<AbortSignal>; end: (end: RunEnd) => void; count: () => number } {
  let count = 0;
  let end: (end: RunEnd) => void = () => undefined;
  let begin: (signal: AbortSignal) => void = () => undefined;
  const ended = new Promise<RunEnd>((resolve) => (end = resolve));
  const begun = new Promise<AbortSignal>((resolve) => (begin = resolve));
  const run: Run = (signal) => {
    count += 1;
    begin(signal);
    return ended;
  };
  return { run, begun, end, count: () => count };
}

describe('the schedule of ingestions', () => {
  let database: Database;
  let server: FileServer;
  let folder: string;
  let lines: string[];
  let left: IngestionScheduler[];

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await FileServer.start();
    folder = await mkdtemp(join(tmpdir(), 'pharmacovigie-schedule-'));
    const own = join(folder, 'own');
    await generate({ out: own, cases: 600, seed: 7, years: [2020, 2021], bdpm: null });
    await rename(join(own, 'bdpm'), join(folder, 'bdpm'));
    for (const name of await readdir(join(folder, 'bdpm')))
      // one is published with the time at which it was made in its name
      server.give(
        `/bdpm/${name.replace(/(Importantes).*/, '$1.txt')}`,
        text(await readFile(join(folder, 'bdpm', name))),
      );
  });

  afterAll(async () => {
    await server.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    lines = [];
    left = [];
  });

  afterEach(() => Promise.all(left.map((scheduler) => scheduler.close())));

  const environment = (): Record<string, string> => ({
    DATABASE_URL: database.url,
    DATA_DIR: join(folder, 'data'),
    INGEST_FROM: `${join(folder, 'own')} ${server.url}/bdpm/`,
    // comes true in years only
    INGEST_CRON: '30 4 29 2 *',
    INGEST_TZ: 'Asia/Tokyo',
  });

  /** One process of the service; resolves when it has done what is to be done at once. */
  async function started(run: Run, registry = new SchedulerRegistry()): Promise<IngestionScheduler> {
    const scheduler = new IngestionScheduler(registry, readSettings(environment()));
    left.push(scheduler);
    const options = { databaseUrl: database.url, run };
    await scheduler.start({ ...options, say: (line) => lines.push(line), warn: (line) => lines.push(`! ${line}`) });
    return scheduler;
  }

  const told = (): string[] => lines.filter((line) => !line.includes('next at'));

  const inProcess: Run = (signal) => ingestInProcess({ ...process.env, ...environment() }, signal);

  it('begins at once where nothing was ever published, in one of several processes', async () => {
    const { run, begun, end, count } = waitingRun();
    let done = 0;
    const all = [1, 2, 3].map(() => started(run).finally(() => (done += 1)));
    await begun;
    await Promise.race(all);
    end({ status: 'failed', errors: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], report: {}, notes: [] });
    await Promise.all(all);
    expect([count(), done]).toEqual([1, 3]);
    expect(told()).toEqual(['! Ingestion: failed, what is published stays: a; b; c; d; e; and 2 more']);
  });

  describe('in a process of its own', () => {
    it('makes the first release of what the web and a folder give, when the service starts', async () => {
      const io = testIo({ ...environment(), PORT: '0', DRAIN_SECONDS: '0' });
      const { out } = io;
      const published = new Promise<void>((resolve) => {
        io.out = (line) => {
          out(line);
          if (line.includes('is published')) resolve();
        };
      });
      const serving = await serve(io);
      await published;
      await serving.close();
      const messages = io.stdout.map((line) => (JSON.parse(line) as { message: string }).message);
      expect(messages).toContain('There is no release yet: the first one is made from INGEST_FROM');
      expect(messages.at(-1)).toBe('Ingestion: release 1 is published');
      const files = await database.dataSource.query<{ source: string; directory: string }[]>(
        `SELECT DISTINCT source, directory FROM source_file JOIN ingestion_run ON ingestion_run.id = run_id`,
      );
      expect(files.map(({ source }) => source)).toEqual(expect.arrayContaining(['bdpm', 'bnpv', 'open-medic']));
      expect(files[0]?.directory).toBe(environment()['INGEST_FROM']);
    });

    it('finds nothing new, and says which file is not as new as it could be', async () => {
      server.give('/bdpm/CIS_bdpm.txt', status(404));
      await (await started(inProcess)).tick();
      expect(told()).toEqual([
        expect.stringMatching(/^! Ingestion: bdpm\/CIS_bdpm\.txt stays that of 20\S+: \S+\/CIS_bdpm\.txt answers 404$/),
        'Ingestion: nothing new, release 1 stays',
      ]);
      expect(server.requests.slice(-11).map(({ headers }) => headers['if-none-match'])).toEqual(Array(11).fill('"1"'));
    });

    it('is broken off when the service stops, and leaves nothing behind', async () => {
      const asked = new Promise<void>((resolve) => {
        const silent: Answer = () => {
          resolve();
        };
        server.give('/bdpm/CIS_bdpm.txt', silent);
      });
      const scheduler = await started(inProcess);
      const tick = scheduler.tick();
      await asked;
      await scheduler.close();
      await tick;
      expect(told()).toEqual(['Ingestion: broken off, as the service stops; nothing was published']);
      // neither the lock of the run nor that of the schedule is held for long: a process that was ended takes a moment
      const locks = `SELECT pg_advisory_xact_lock(4115721) IS NOT NULL AS run, pg_advisory_xact_lock(4115722) IS NOT NULL AS turn`;
      expect(await database.dataSource.query(locks)).toEqual([{ run: true, turn: true }]);
    });
  });

  it('keeps a run whose files cannot be had, with the causes', async () => {
    const io = testIo({ ...environment(), DATA_DIR: join(folder, 'other') });
    const address = `${server.url}/elsewhere/CIS_bdpm.txt`;
    expect(await runCli(['ingest', '--from', `${address}?key=secret`, '--json'], io)).toBe(1);
    const errors = [`bdpm/CIS_bdpm.txt is missing: ${address} answers 404`];
    expect(JSON.parse(io.stdout[0] ?? '')).toMatchObject({ status: 'failed', errors, notes: [] });
    const [run] = await database.dataSource.query<unknown[]>(
      'SELECT status, directory, errors FROM ingestion_run ORDER BY id DESC LIMIT 1',
    );
    expect(run).toEqual({ status: 'failed', directory: address, errors });
  });

  it('is kept in the registry, in its time zone, and tells its next time', async () => {
    const registry = new SchedulerRegistry();
    const { run, count } = waitingRun();
    const scheduler = await started(run, registry);
    const job = registry.getCronJob('ingestion');
    expect(job.nextDate().toFormat('dd/MM HH:mm ZZ')).toBe('29/02 04:30 +09:00');
    expect(lines).toEqual([
      `Ingestion from ${environment()['INGEST_FROM'] ?? ''}: next at ${job.nextDate().toISO() ?? ''}`,
    ]);
    await scheduler.close();
    expect([registry.getCronJobs().size, job.isActive]).toEqual([0, false]);
    await scheduler.tick();
    expect(count()).toBe(0);
  });

  it('is run by one of several processes at a time, also when another comes a moment late', async () => {
    const { run, begun, end, count } = waitingRun();
    const [one, two, late] = [await started(run), await started(run), await started(run)];
    const first = one.tick();
    await begun;
    await two.tick();
    end(UNCHANGED);
    await first;
    await late.tick();
    expect([count(), told()]).toEqual([1, ['Ingestion: nothing new, release 1 stays']]);
    // whoever had the turn may go on, and another one when it is gone
    await one.tick();
    await one.close();
    await late.tick();
    expect(count()).toBe(3);
  });

  it('does not begin again while a run is under way', async () => {
    const { run, begun, end, count } = waitingRun();
    const scheduler = await started(run);
    const first = scheduler.tick();
    await begun;
    await scheduler.tick();
    expect(told()).toEqual(['! Ingestion: it is time again, but the last run is still under way']);
    end(UNCHANGED);
    await first;
    expect(count()).toBe(1);
  });

  it('survives whatever goes wrong', async () => {
    const scheduler = await started(() => Promise.reject(new Error('no room for a process')));
    await scheduler.tick();
    await scheduler.tick();
    expect(told()).toEqual(['! Ingestion: no room for a process', '! Ingestion: no room for a process']);
  });

  it('waits for a database that is away until the next time', async () => {
    const scheduler = new IngestionScheduler(new SchedulerRegistry(), readSettings(environment()));
    left.push(scheduler);
    const { run, count } = waitingRun();
    const options = { databaseUrl: 'postgres://someone:secret@127.0.0.1:1/figures', run };
    await scheduler.start({ ...options, say: (line) => lines.push(line), warn: (line) => lines.push(`! ${line}`) });
    expect(told()).toEqual([expect.stringMatching(/^! Ingestion: (?!.*secret).*ECONNREFUSED/)]);
    expect(count()).toBe(0);
  });

  it('does nothing where it is not said from where', async () => {
    const registry = new SchedulerRegistry();
    const { run, count } = waitingRun();
    const say = (line: string): number => lines.push(line);
    await new IngestionScheduler(registry, readSettings({})).start({ databaseUrl: database.url, run, say, warn: say });
    expect([lines, count(), registry.getCronJobs().size]).toEqual([[], 0, 0]);
  });
});
