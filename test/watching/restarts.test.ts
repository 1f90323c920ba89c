import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PACKAGE_ROOT } from '../../src/config/package-root.js';
import type { Database } from '../../src/database/database.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';

/** Each takes about a second of a processor: RESTARTS asks for more. */
const RESTARTS = Number(process.env['RESTARTS'] ?? 6);
/** Seconds: a few times the interval at which the proxy looks. */
const DRAIN = 0.2;
/** Milliseconds between two looks of the proxy. */
const LOOK_EVERY = 40;
/** Clients that ask one thing after the other, so many milliseconds apart. */
const CLIENTS = 4;
const APART = 40;

/** One process of the service, which comes back on its port. */
class Program {
  port = 0;
  private child: ChildProcess | null = null;

  constructor(private readonly databaseUrl: string) {}

  async start(drain = DRAIN): Promise<void> {
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: this.databaseUrl,
      PORT: String(this.port),
      DRAIN_SECONDS: String(drain),
      RATE_LIMIT: '1000000',
    };
    const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist/main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child = child;
    this.port = await new Promise((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        const url = /Ready: (\S+)/.exec(text.toString())?.[1];
        if (url !== undefined) resolve(Number(new URL(url).port));
      });
      child.once('exit', (code) => {
        reject(new Error(`the service ended with ${String(code)} before it was ready`));
      });
    });
  }

  /** Gives the exit status. */
  async stop(): Promise<unknown> {
    return this.child === null || this.child.exitCode !== null ? this.child?.exitCode : this.tell();
  }

  /** Tells it to stop, and gives the exit status that it is going to have. */
  tell(): Promise<unknown> {
    const exit = once(this.child ?? process, 'exit');
    this.child?.kill('SIGTERM');
    return exit.then(([code]: unknown[]) => code);
  }
}

/** A small reverse proxy: in turn to each process that says it is ready, again where a request cannot have begun. */
class Proxy {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly ready = new Set<number>();
  private readonly looking = new AbortController();
  private turn = 0;
  private readonly server: Server;

  constructor(private readonly ports: readonly number[]) {
    this.server = createServer((incoming, answer) => {
      this.pass(incoming, ports.length).then(
        (from) => {
          answer.writeHead(from.statusCode ?? 0, { 'content-type': from.headers['content-type'] ?? '' });
          from.on('error', () => answer.destroy()).pipe(answer);
        },
        () => answer.writeHead(502).end(),
      );
    });
  }

  async open(): Promise<string> {
    for (const port of this.ports) {
      await this.look(port);
      void this.lookAgain(port);
    }
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Waits until requests go there. */
  async sees(port: number): Promise<void> {
    while (!this.ready.has(port)) await pause(LOOK_EVERY);
  }

  close(): void {
    this.looking.abort();
    this.agent.destroy();
    this.server.close();
    this.server.closeAllConnections();
  }

  private async lookAgain(port: number): Promise<void> {
    const { signal } = this.looking;
    while (await pause(LOOK_EVERY, true, { signal }).catch(() => false)) await this.look(port);
  }

  private async look(port: number): Promise<void> {
    const answer = await get(port, '/readyz').catch(() => null);
    answer?.resume();
    if (answer?.statusCode === 200) this.ready.add(port);
    else this.ready.delete(port);
  }

  private async pass(incoming: IncomingMessage, tries: number): Promise<IncomingMessage> {
    const ready = this.ports.filter((port) => this.ready.has(port));
    // one that has not said it may answer all the same; none that is ready may be a look that came too early
    const among = ready.length > 0 ? ready : this.ports;
    const port = among[this.turn++ % among.length] ?? 0;
    try {
      return await get(port, incoming.url ?? '/', this.agent);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // refused, or on a connection that was let go at this very moment: Node.js tells which
      const hasBegun = code !== 'ECONNREFUSED' && !(code === 'ECONNRESET' && error instanceof Unused);
      if (hasBegun || tries === 0) throw error;
      this.ready.delete(port);
      return this.pass(incoming, tries - 1);
    }
  }
}

/** On a connection that had answered before: it was closed before it took this request. */
class Unused extends Error {
  readonly code = 'ECONNRESET';
}

function get(port: number, path: string, agent?: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, ...(agent && { agent }) }, resolve);
    asked.on('error', (error: NodeJS.ErrnoException) => {
      reject(asked.reusedSocket && error.code === 'ECONNRESET' ? new Unused() : error);
    });
    asked.end();
  });
}

let database: Database;
let programs: Program[] = [];

beforeAll(async () => {
  database = await createPublishedDatabase(SMALL);
  programs = [new Program(database.url), new Program(database.url)];
  await Promise.all(programs.map((program) => program.start()));
});
afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  await database.close();
});

it(`${RESTARTS} restarts lose no request of those who go on asking`, async () => {
  const proxy = new Proxy(programs.map(({ port }) => port));
  const url = await proxy.open();
  const asking = new AbortController();
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, i) => askOn(url, i, asking.signal)));
  const codes = new Set<unknown>();
  try {
    for (let i = 0; i < RESTARTS; i++) {
      const program = programs[i % programs.length];
      codes.add(await program?.stop());
      await program?.start();
      await proxy.sees(program?.port ?? 0);
    }
  } finally {
    asking.abort();
    await clients;
    proxy.close();
  }
  const answers = (await clients).flat();
  expect([...codes]).toEqual([0]);
  expect(answers.filter((answer) => answer !== '200 whole')).toEqual([]);
  // one at least in each restart, by each client
  expect(answers.length).toBeGreaterThan(RESTARTS * CLIENTS);
}, 600_000);

it('a process that is told to stop says so and goes on answering, until it is told again', async () => {
  const [program = new Program(database.url)] = programs;
  await program.stop();
  await program.start(8);
  const exit = program.tell();
  const answer = async (path: string): Promise<unknown[]> => {
    const { statusCode, headers } = await get(program.port, path);
    return [statusCode, headers.connection];
  };
  while ((await answer('/readyz'))[0] === 200) await pause(LOOK_EVERY);
  expect(await answer('/readyz')).toEqual([503, 'close']);
  expect(await answer('/healthz')).toEqual([200, 'close']);
  expect(await answer('/substances')).toEqual([200, 'close']);
  // not the same signal twice, as npm sends it
  await pause(150);
  const again = performance.now();
  void program.tell();
  expect(await exit).toBe(1);
  expect(performance.now() - again).toBeLessThan(9_000);
});

const PATHS = ['/', '/substances', '/api/v1/substances', '/declarations', '/api/v1/datasets/substances.csv', '/faq'];

/** What became of each request: its status, and whether the answer came to its end. */
async function askOn(url: string, client: number, signal: AbortSignal): Promise<string[]> {
  const answers: string[] = [];
  for (let i = client; !signal.aborted; i++) {
    const answer = await fetch(url + (PATHS[i % PATHS.length] ?? '')).catch(String);
    if (typeof answer === 'string') answers.push(answer);
    else answers.push(`${answer.status} ${await answer.text().then(() => 'whole', String)}`);
    await pause(APART);
  }
  return answers;
}
