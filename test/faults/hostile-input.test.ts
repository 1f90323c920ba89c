import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import type { Database } from '../../src/database/database.js';
import { type IngestionOutcome, runIngestion } from '../../src/ingestion/run.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { SILENT, TEST_TIME } from '../support/ingest-generated.js';
import { tinyFiles, writeFiles } from './tiny-folder.js';

const MIB = 2 ** 20;
const SHORTAGES = 'ruptures/historique.csv';

let root: string;
let database: Database;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hostile-input-'));
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.close();
  await rm(root, { recursive: true });
});

/** Ingests the tiny folder after something was done to it. */
async function ingest(change: (folder: string) => Promise<unknown>, files = tinyFiles()): Promise<IngestionOutcome> {
  const directory = await writeFiles(root, files);
  await change(directory);
  const options = { directory, force: true, demo: true, minCell: 11, maxRejectedRatio: 0.05, clock: () => TEST_TIME };
  const outcome = await runIngestion(database, options, SILENT);
  await rm(directory, { recursive: true });
  return outcome;
}

async function linesAfter(change: (folder: string) => Promise<unknown>): Promise<string[]> {
  const outcome = await ingest(change);
  return outcome.status === 'failed' ? outcome.errors : [outcome.status];
}

const inPlace = (act: (path: string) => unknown) => async (folder: string) => {
  await rm(join(folder, SHORTAGES));
  await act(join(folder, SHORTAGES));
};

describe('something else in the place of a file', () => {
  test.each<[string, (path: string) => unknown, RegExp]>([
    ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path]), /is a pipe or a device/],
    ['a device without an end', (path) => symlink('/dev/zero', path), /is a pipe or a device/],
    ['a link to itself', (path) => symlink(path, path), /cannot be read \(ELOOP\)/],
    ['a link to nothing', (path) => symlink('/nowhere/at/all', path), /is not there any more/],
    [
      'a link to a file of the system',
      (path) => symlink('/etc/passwd', path),
      /lacks the required columns Numéro, État/,
    ],
  ])('%s', async (_, act, says) => {
    const lines = await linesAfter(inPlace(act));
    expect(lines).toEqual([expect.stringMatching(says)]);
    expect(lines[0]?.startsWith(SHORTAGES)).toBe(true);
    // what stands in a file that is none of ours is nobody's business
    expect(lines[0]).not.toContain('root');
  });

  test('a folder under the name of a required file: the file is missing', async () => {
    const lines = await linesAfter(async (folder) => {
      await rm(join(folder, 'bdpm/CIS_bdpm.txt'));
      await mkdir(join(folder, 'bdpm/CIS_bdpm.txt'));
    });
    expect(lines).toEqual(['bdpm/CIS_bdpm.txt is missing: put it there, it is required']);
  });

  test.each([`${'x'.repeat(251)}.csv`, '..historique.csv', '\u202evsc.csv', 'a\nb\u001b[2J.csv', '$(id) `id` ;.csv'])(
    'a file with a strange name is shown on one line: %j',
    async (name) => {
      const lines = await linesAfter(async (folder) => {
        await rename(join(folder, SHORTAGES), join(folder, 'ruptures', name));
        await writeFile(join(folder, 'ruptures', name), '');
      });
      expect(lines).toEqual([expect.stringMatching(/^ruptures\/[^\p{Cc}\p{Cf}]+ is empty: get the file again$/u)]);
    },
  );
});

describe('a file without end', () => {
  test('a gzip of a gigabyte: refused early, in one line', async () => {
    const member = gzipSync(Buffer.alloc(16 * MIB, 'a'));
    const bomb = Buffer.concat(Array.from({ length: 64 }, () => member));
    const started = process.cpuUsage();
    const lines = await linesAfter(async (folder) => {
      await rm(join(folder, SHORTAGES));
      await writeFile(join(folder, `${SHORTAGES}.gz`), bomb);
    });
    expect(lines).toEqual([`${SHORTAGES}.gz unfolds to more than 200 times its size: get the file again`]);
    // a gigabyte would take several times as long
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });

  test('a line of a quarter of a gigabyte: rejected as one row, in a memory that does not grow with it', async () => {
    const before = process.memoryUsage.rss();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 20);
    const outcome = await ingest(async (folder) => {
      const file = await open(join(folder, SHORTAGES), 'r+');
      await file.truncate(256 * MIB);
      await file.close();
    });
    clearInterval(watch);
    expect(outcome).toMatchObject({ status: 'published' });
    const report = outcome.status === 'published' ? outcome.report.files.find(({ file }) => file === SHORTAGES) : null;
    expect(report).toMatchObject({ rowsRead: 25, rowsAccepted: 24, rejected: { unreadable: 1 } });
    expect((most - before) / MIB).toBeLessThan(160);
  });
});

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `=HYPERLINK("http://exemple.invalid";"x")`,
  '</script><script>alert(1)//</script>',
  '{{{constructor}}} ${7*7} &lt;script&gt;',
];

describe.each(PAYLOADS)('every text begins with %j', (payload) => {
  let app: TestApp;

  beforeAll(async () => {
    const outcome = await ingest(
      () => Promise.resolve(),
      tinyFiles((text) => `${payload}${text}`),
    );
    expect(outcome).toMatchObject({ status: 'published' });
    app = await startTestApp(database, { rateLimit: 1_000_000 });
  });

  afterAll(() => app.close());

  const pages = ['/', '/substances', '/substances/00000', '/specialites', '/specialites/60000001', '/ruptures'];

  test.each([...pages, '/declarations', '/classes-atc', '/specialites/60000001?lang=en', '/recherche?q=script'])(
    'nothing of it is run by %s',
    async (address) => {
      const response = await fetch(`${app.url}${address}`);
      expect(response.status).toBe(200);
      expect(activeParts(await response.text())).toEqual([]);
    },
  );

  test('spreadsheets take no cell for a formula', async () => {
    for (const name of ['substances', 'specialities', 'presentations', 'shortages']) {
      const text = await (await fetch(`${app.url}/api/v1/datasets/${name}.csv`)).text();
      expect(text.split('\r\n').length).toBeGreaterThan(3);
      expect(text).not.toMatch(/(^|[,\n])"?[=+@]/);
    }
  });
});

/** What a browser would run or read as data: handlers, scripts that are not ours, structured data that are not sound. */
function activeParts(page: string): string[] {
  const found: string[] = [];
  let script: Record<string, string> | null = null;
  let text = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      for (const [key, value] of Object.entries(attributes))
        if (key.startsWith('on') || /^\s*javascript:/i.test(value)) found.push(`${name} ${key}`);
      if (name === 'script') [script, text] = [attributes, ''];
    },
    ontext: (part) => {
      text += part;
    },
    onclosetag: (name) => {
      if (name !== 'script' || script === null) return;
      if (script['type'] === 'application/ld+json') JSON.parse(text);
      else if (text.includes('alert(')) found.push(`script ${text}`);
      script = null;
    },
  });
  parser.end(page);
  return found;
}
