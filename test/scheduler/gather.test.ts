import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readOrigins } from '../../src/config/origins.js';
import { gather } from '../../src/downloads/gather.js';
import type { Web } from '../../src/downloads/web.js';
import { SourceError } from '../../src/sources/source-error.js';
import { type Answer, FileServer, status, text } from './file-server.js';

const DAY = 86_400_000;

describe('gathering source files', () => {
  let server: FileServer;
  let folder: string;
  let into: string;
  let notes: string[];
  let days: number;

  beforeEach(async () => {
    server = await FileServer.start();
    folder = await mkdtemp(join(tmpdir(), 'pharmacovigie-gather-'));
    into = join(folder, 'sources');
    notes = [];
    days = 0;
  });

  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** One day after the other, a folder of files. */
  function gathered(from: string, web: Web = server.web()): Promise<string> {
    const { origins, mistakes } = readOrigins(from);
    expect(mistakes).toEqual([]);
    days += 1;
    const now = new Date(Date.UTC(2026, 0, 1) + days * DAY);
    return gather(origins, { into, web, clock: () => now, note: (line) => notes.push(line) });
  }

  const refusal = (from: string, web?: Web): Promise<string> =>
    gathered(from, web).then(
      (directory) => `gathered in ${directory}`,
      (error: unknown) => {
        expect(error).toBeInstanceOf(SourceError);
        return (error as SourceError).message;
      },
    );

  const content = (directory: string, path: string): Promise<string> => readFile(join(directory, path), 'utf8');
  const kept = async (): Promise<string[]> => (await readdir(into)).sort();

  const CIS = 'https://files.example/CIS_bdpm.txt';
  const MITM = 'https://files.example/CIS_MITM.txt';

  it('is nothing but the folder when there is only that', async () => {
    expect(await gathered('/srv/sources')).toBe('/srv/sources');
    expect(server.requests).toEqual([]);
  });

  it('downloads each file to its place in a dated folder, and calls us by our name', async () => {
    server.give('/CIS_bdpm.txt', text('1\tA\n'));
    server.give('/x', text('2;B\n'));
    const directory = await gathered(`${CIS} https://files.example/x#ruptures/2026.csv`);
    expect(relative(into, directory)).toBe('2026-01-02T00-00-00-000Z');
    expect(await content(directory, 'bdpm/CIS_bdpm.txt')).toBe('1\tA\n');
    expect(await content(directory, 'ruptures/2026.csv')).toBe('2;B\n');
    expect(await readdir(join(directory, 'bdpm'))).toEqual(['CIS_bdpm.txt']);
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'pharmacovigie (+https://figures.example)',
      'accept-encoding': 'identity',
    });
    expect(notes).toEqual([]);
  });

  it('asks only for what is new, and gives the same folder when nothing is', async () => {
    server.give('/CIS_bdpm.txt', text('1\tA\n'));
    server.give('/CIS_MITM.txt', text('1\tN02\n'));
    const first = await gathered(`${CIS} ${MITM}`);
    expect(await gathered(`${CIS} ${MITM}`)).toBe(first);
    expect(server.requests.at(-1)?.headers['if-none-match']).toBe('"1"');
    server.give('/CIS_MITM.txt', text('1\tN03\n', '"2"'));
    const second = await gathered(`${CIS} ${MITM}`);
    expect(second).not.toBe(first);
    expect(await content(second, 'bdpm/CIS_bdpm.txt')).toBe('1\tA\n');
    expect(await content(second, 'bdpm/CIS_MITM.txt')).toBe('1\tN03\n');
    // what was ingested from before is as it was
    expect(await content(first, 'bdpm/CIS_MITM.txt')).toBe('1\tN02\n');
  });

  it('knows the same bytes again where the server does not tell', async () => {
    const untold: Answer = (_, response) => response.end('1\tA\n');
    server.give('/CIS_bdpm.txt', untold);
    const first = await gathered(CIS);
    expect(await gathered(CIS)).toBe(first);
    expect(server.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
  });

  it('goes by the date where there is no tag, and does not for another address', async () => {
    const dated: Answer = (request, response) => {
      const since = request.headers['if-modified-since'];
      if (since === undefined) response.writeHead(200, { 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' }).end('1\n');
      else response.writeHead(304).end();
    };
    server.give('/CIS_bdpm.txt', dated);
    server.give('/other', dated);
    const first = await gathered(CIS);
    expect(await gathered(CIS)).toBe(first);
    expect(await gathered('https://files.example/other#CIS_bdpm.txt')).toBe(first);
    expect(server.requests.map(({ headers }) => headers['if-modified-since'] !== undefined)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('asks again after growing pauses when the server or the network is at fault', async () => {
    const broken: Answer = (request) => request.socket.destroy();
    server.give('/CIS_bdpm.txt', status(500), status(429, { 'retry-after': '7' }), broken, text('1\tA\n'));
    expect(await content(await gathered(CIS), 'bdpm/CIS_bdpm.txt')).toBe('1\tA\n');
    expect(server.pauses).toEqual([1000, 7000, 16_000]);
  });

  it('asks four times, and once where asking again is of no use', async () => {
    server.give('/CIS_bdpm.txt', status(503));
    server.give('/CIS_CIP_bdpm.txt', status(503, { 'retry-after': '3600' }));
    const lines = await refusal(
      `${CIS} https://files.example/CIS_CIP_bdpm.txt https://files.example/CIS_COMPO_bdpm.txt?key=secret`,
    );
    expect(lines.split('\n')).toEqual([
      'bdpm/CIS_bdpm.txt is missing: https://files.example/CIS_bdpm.txt answers 503 (asked 4 times)',
      'bdpm/CIS_CIP_bdpm.txt is missing: https://files.example/CIS_CIP_bdpm.txt answers 503',
      'bdpm/CIS_COMPO_bdpm.txt is missing: https://files.example/CIS_COMPO_bdpm.txt answers 404',
    ]);
    expect(server.requests).toHaveLength(6);
    expect(await kept()).toEqual([]);
  });

  it('keeps the last good file of a source that fails, and says so', async () => {
    server.give('/CIS_bdpm.txt', text('1\tA\n'));
    server.give('/CIS_MITM.txt', text('1\tN02\n'));
    const first = await gathered(`${CIS} ${MITM}`);
    server.give('/CIS_bdpm.txt', status(404));
    expect(await gathered(`${CIS} ${MITM}`)).toBe(first);
    server.give('/CIS_MITM.txt', text('1\tN03\n', '"2"'));
    const second = await gathered(`${CIS} ${MITM}`);
    expect(await content(second, 'bdpm/CIS_bdpm.txt')).toBe('1\tA\n');
    expect(await content(second, 'bdpm/CIS_MITM.txt')).toBe('1\tN03\n');
    const note = 'bdpm/CIS_bdpm.txt stays that of 2026-01-02: https://files.example/CIS_bdpm.txt answers 404';
    expect(notes).toEqual([note, note]);
    // and asks for news of it when the server is well again
    server.give('/CIS_bdpm.txt', text('1\tA\n'));
    expect(await gathered(`${CIS} ${MITM}`)).toBe(second);
    expect(server.requests.at(-2)?.headers['if-none-match']).toBe('"1"');
  });

  it('remembers a file that was not asked for in between', async () => {
    server.give('/CIS_bdpm.txt', text('1\tA\n'));
    server.give('/CIS_MITM.txt', text('1\tN02\n'));
    await gathered(`${CIS} ${MITM}`);
    await gathered(CIS);
    server.give('/CIS_MITM.txt', status(404));
    expect(await content(await gathered(`${CIS} ${MITM}`), 'bdpm/CIS_MITM.txt')).toBe('1\tN02\n');
    expect(notes).toEqual([expect.stringContaining('bdpm/CIS_MITM.txt stays that of 2026-01-02')]);
  });

  it('goes without a file that a run can do without, and says so', async () => {
    server.give('/CIS_bdpm.txt', text('1\tA\n'));
    expect(await readdir(join(await gathered(`${CIS} ${MITM}`), 'bdpm'))).toEqual(['CIS_bdpm.txt']);
    expect(notes).toEqual(['bdpm/CIS_MITM.txt is left out: https://files.example/CIS_MITM.txt answers 404']);
  });

  it('fetches a file again that was changed or lost on our disk', async () => {
    server.give('/CIS_bdpm.txt', text('1\tA\n'));
    const first = await gathered(CIS);
    await writeFile(join(first, 'bdpm/CIS_bdpm.txt'), 'cut');
    expect(await gathered(CIS).then((directory) => readdir(directory))).toEqual(['bdpm']);
    expect(server.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
  });

  const page: Answer = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>');
  const cut: Answer = (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('1\tA\n', () => response.destroy());
  };
  const endless: Answer = (_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  };
  const silent: Answer = (_, response) => {
    response.writeHead(200);
    response.write('1\tA\n');
  };
  it.each<[string, Answer, string | RegExp]>([
    ['a page', page, 'answers with a web page instead of the file'],
    ['a page that says it is text', text('\ufeff \n<!DOCTYPE html>'), /is a page or a message of the server/],
    ['a message in JSON', text('{"error":"too many"}'), /is a page or a message of the server/],
    ['nothing', text(''), /is empty/],
    ['a picture', (_, response) => response.end(Buffer.from('89504e470d0a1a0a', 'hex')), /is a PNG image/],
    ['gzipped bytes', (_, response) => response.end(gzipSync('1\tA\n')), /holds gzipped bytes/],
    ['less than it announces', cut, /broke off: .* \(asked 4 times\)/],
    ['more than it may', endless, 'sends more than 1000000 bytes'],
    ['more than it may, announced', (_, r) => r.writeHead(200, { 'content-length': '1000001' }).end(), /more than/],
    ['nothing for a while', silent, /sent nothing for 0.1 s \(asked 4 times\)/],
    ['304 unasked', status(304), 'answers 304'],
    ['a part', status(206), 'answers 206'],
  ])('refuses %s', async (_, answer, why) => {
    server.give('/CIS_bdpm.txt', answer);
    const line = await refusal(CIS, server.web({ bytes: 1_000_000, silence: 100 }));
    expect(line).toMatch(/^bdpm\/CIS_bdpm\.txt is missing: [^\n]+$/);
    expect(line).toMatch(why);
    expect(await kept()).toEqual([]);
  });

  it('gives up a file that drips for too long', async () => {
    const dripping: Answer = (_, response) => {
      const drip = setInterval(() => response.write('1'), 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    };
    server.give('/CIS_bdpm.txt', dripping);
    expect(await refusal(CIS, server.web({ whole: 150, attempts: 1 }))).toMatch(/took more than 0.15 s/);
  });

  it('follows the server to https addresses, a few times', async () => {
    server.give('/CIS_bdpm.txt', status(302, { location: 'https://files.example/moved' }));
    server.give('/moved', status(308, { location: '/final' }));
    server.give('/final', text('1\tA\n'));
    server.give('/CIS_MITM.txt', status(301, { location: MITM }));
    expect(await content(await gathered(`${CIS} ${MITM}`), 'bdpm/CIS_bdpm.txt')).toBe('1\tA\n');
    expect(notes).toEqual([
      'bdpm/CIS_MITM.txt is left out: https://files.example/CIS_MITM.txt sends us on more than 5 times',
    ]);
    expect(server.asked('/CIS_MITM.txt')).toBe(6);
  });

  it.each([
    'http://files.example/CIS_bdpm.txt',
    'https://127.0.0.1/CIS_bdpm.txt',
    'https://[::1]/CIS_bdpm.txt',
    'https://localhost/CIS_bdpm.txt',
    'https://metadata.google.internal/CIS_bdpm.txt',
    'https://someone:secret@files.example/CIS_bdpm.txt',
    'file:///etc/passwd',
  ])('does not follow it to %s', async (location) => {
    server.give('/CIS_bdpm.txt', status(302, { location }));
    expect(await refusal(CIS)).toMatch(/sends us on to (?!.*secret).*, where we do not go$/);
    expect(server.requests).toHaveLength(1);
  });

  it('links the files of a folder beside those of the web', async () => {
    const own = join(folder, 'own');
    await mkdir(join(own, 'BNPV'), { recursive: true });
    await writeFile(join(own, 'BNPV', 'Effets.csv'), 'A;B\n');
    await writeFile(join(own, 'demonstration.json'), '{}');
    server.give('/CIS_bdpm.txt', text('1\tA\n'));
    const first = await gathered(`${own} ${CIS}`);
    expect(await content(first, 'BNPV/Effets.csv')).toBe('A;B\n');
    expect((await readdir(first)).sort()).toEqual(['BNPV', 'bdpm', 'demonstration.json']);
    expect(await gathered(`${own},${CIS}`)).toBe(first);
    await writeFile(join(own, 'BNPV', 'Effets.csv'), 'A;B;C\n');
    const second = await gathered(`${own} ${CIS}`);
    expect(second).not.toBe(first);
    // the same names elsewhere are other files
    const moved = join(folder, 'moved');
    await cp(own, moved, { recursive: true });
    expect(await gathered(`${moved} ${CIS}`)).not.toBe(second);
    await mkdir(join(own, 'bdpm'));
    await writeFile(join(own, 'bdpm', 'CIS_bdpm.txt'), '2\tB\n');
    expect(await refusal(`${own} ${CIS}`)).toBe(
      `bdpm/CIS_bdpm.txt is in ${own} and has an address, too: leave one of them`,
    );
    expect(await refusal(`${join(folder, 'none')} ${CIS}`)).toBe(
      `${join(folder, 'none')} cannot be read (ENOENT): is it there?`,
    );
  });

  it('keeps three folders, and removes what was broken off', async () => {
    for (const day of [1, 2, 3, 4, 5]) {
      server.give('/CIS_bdpm.txt', text(`${day}\n`, `"${day}"`));
      await gathered(CIS);
      await mkdir(join(into, `broken-off-${day}.partial`));
    }
    expect(await kept()).toEqual([
      ...['2026-01-04', '2026-01-05', '2026-01-06'].flatMap((day) => [
        `${day}T00-00-00-000Z`,
        `${day}T00-00-00-000Z.json`,
      ]),
      'broken-off-5.partial',
    ]);
    // a folder without its record was never complete
    await rm(join(into, '2026-01-06T00-00-00-000Z.json'));
    server.give('/CIS_bdpm.txt', status(503));
    await gathered(CIS);
    expect(notes).toEqual([expect.stringContaining('stays that of 2026-01-05')]);
  });
});
