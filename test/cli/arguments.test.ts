import { runCli } from '../../src/cli/run-cli.js';
import { testIo } from '../support/test-io.js';

describe('wrong arguments', () => {
  it.each([
    ['', 'A command is missing: ingest, generate, releases, migrate, attack'],
    ['serve', '« serve » is no command: ingest, generate, releases, migrate, attack'],
    ['toString', '« toString » is no command: ingest, generate, releases, migrate, attack'],
    ['ingest', 'ingest: --from DIR is missing, and so is INGEST_FROM; usage: ingest --from DIR [--json] [--force]'],
    ['ingest --from', `ingest: Option '--from <value>' argument missing; usage: ingest --from DIR [--json] [--force]`],
    [
      'ingest --from=',
      'ingest: --from DIR is missing, and so is INGEST_FROM; usage: ingest --from DIR [--json] [--force]',
    ],
    [
      'ingest --from ftp://a/CIS_bdpm.txt',
      'ingest: --from must have http or https addresses, not « ftp://a/CIS_bdpm.txt »; usage: ingest --from DIR [--json] [--force]',
    ],
    ['ingest --from a b', 'ingest: « b » is one word too many; usage: ingest --from DIR [--json] [--force]'],
    ['ingest --form a', `ingest: Unknown option '--form'; usage: ingest --from DIR [--json] [--force]`],
    ['generate', 'generate: --out DIR is missing; usage: '],
    [
      'generate --out x --cases many',
      'generate: --cases must be a whole number from 1 to 100000000, not « many »; usage: ',
    ],
    ['generate --out x --cases 0', 'generate: --cases must be a whole number from 1 to 100000000, not « 0 »; usage: '],
    [
      'generate --out x --seed 1.5',
      'generate: --seed must be a whole number from 0 to 4294967295, not « 1.5 »; usage: ',
    ],
    ['generate --out x --years 2014', 'generate: --years must be two years such as 2014-2023, not « 2014 »; usage: '],
    [
      'generate --out x --years 2023-2014',
      'generate: --years must be two years such as 2014-2023, not « 2023-2014 »; usage: ',
    ],
    ['releases', 'releases: what to do is missing; usage: releases list | show ID | activate ID | prune --keep N'],
    ['releases drop', 'releases: « drop » is none of the four; usage: '],
    ['releases show', 'releases: show wants the number of a release; usage: '],
    ['releases activate 1 2', 'releases: « 2 » is one word too many; usage: '],
    ['releases list 1', 'releases: « 1 » is one word too many; usage: '],
    ['releases prune', 'releases: prune wants --keep N; usage: '],
    ['releases prune --keep 0', 'releases: --keep must be a whole number from 1 to 1000000, not « 0 »; usage: '],
    ['releases list --keep 1', 'releases: --keep belongs to prune; usage: '],
    ['migrate --to', `migrate: Option '--to <value>' argument missing; usage: migrate [--to NAME]`],
    ['migrate now', 'migrate: « now » is one word too many; usage: migrate [--to NAME]'],
    ['attack', 'attack: --release wants current, or the number of the current release; usage: attack --release '],
    ['attack --release latest', 'attack: --release wants current, or the number of the current release; usage: '],
    ['attack --release current now', 'attack: « now » is one word too many; usage: '],
    ['attack --release current --url there', 'attack: --url must be an http or https address, not « there »; usage: '],
    ['attack --release current --url file:///x', 'attack: --url must be an http or https address, not « file:///x »;'],
  ])('%s: one line, exit status 2, and nothing is opened', async (line, expected) => {
    // with this setting the opening of a database would be another fault
    const io = testIo({ PORT: 'wrong' });
    expect(await runCli(line.split(' ').filter(Boolean), io)).toBe(2);
    expect(io.stdout).toEqual([]);
    expect(io.stderr).toEqual([expect.stringContaining(expected)]);
    expect(io.stderr[0]).not.toContain('\n');
  });
});

describe('wrong settings', () => {
  it.each([['ingest --from x'], ['releases list'], ['migrate'], ['attack --release 1']])(
    'of %s: a line each, exit status 1',
    async (line) => {
      const io = testIo({ PORT: 'wrong', MIN_CELL: '5' });
      expect(await runCli(line.split(' '), io)).toBe(1);
      expect(io.stdout).toEqual([]);
      expect(io.stderr).toEqual([
        'PORT must be a port, 0 to 65535, not « wrong »',
        'MIN_CELL must be a whole number from 11: smaller counts are never shown, not « 5 »',
      ]);
    },
  );

  it('are one JSON object for ingest --json', async () => {
    const io = testIo({ PORT: 'wrong' });
    expect(await runCli(['ingest', '--from', 'x', '--json'], io)).toBe(1);
    const errors = ['PORT must be a port, 0 to 65535, not « wrong »'];
    expect(io.stdout.map((line) => JSON.parse(line) as unknown)).toEqual([
      { status: 'failed', errors, report: {}, notes: [] },
    ]);
    expect(io.stderr).toEqual(errors);
  });
});

describe('a database that is away', () => {
  it('is one line without the password, exit status 1', async () => {
    const io = testIo({ DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/figures' });
    expect(await runCli(['releases', 'list'], io)).toBe(1);
    expect(io.stderr).toEqual([expect.stringMatching(/^The database 127\.0\.0\.1:1\/figures cannot be reached: /)]);
    expect(io.stderr.join()).not.toContain('secret');
  });
});
