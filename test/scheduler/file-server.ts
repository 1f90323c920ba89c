import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { realWeb, type Web } from '../../src/downloads/web.js';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site of this machine that gives each path what it is told to. */
export class FileServer {
  /** By path; the last answer stays, the others are given once each. */
  readonly answers = new Map<string, Answer[]>();
  /** Every request, in order. */
  readonly requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  /** Milliseconds of every pause that was asked for; none is made. */
  readonly pauses: number[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FileServer> {
    const server = createServer();
    const files = new FileServer(server);
    server.on('request', (request, response) => {
      files.answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return files;
  }

  /** Of this machine, without a slash at its end. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a path gives from now on. */
  give(path: string, ...answers: Answer[]): void {
    this.answers.set(path, answers);
  }

  /** How often a path was asked for. */
  asked(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  /** The web, where every https address of `example` leads here, and no pause is made. */
  web(limits: Partial<Web['limits']> = {}): Web {
    const real = realWeb('https://figures.example');
    return {
      ...real,
      fetch: (address, init) => {
        const { origin, href } = new URL(address as string);
        if (!/^https:\/\/(\w+\.)?example$/.test(origin)) throw new Error(`${href} must not be asked for`);
        return fetch(href.replace(origin, this.url), init);
      },
      pause: (milliseconds) => Promise.resolve(this.pauses.push(milliseconds)),
      random: () => 1,
      limits: { ...real.limits, ...limits },
    };
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) =>
      this.server.close(() => {
        resolve();
      }),
    );
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    this.requests.push({ path, headers: request.headers });
    const answers = this.answers.get(path) ?? [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  }
}

/** A text, with a tag; 304 for whoever has it. */
export const text =
  (body: string | Buffer, etag = '"1"'): Answer =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag, 'content-type': 'text/plain' }).end(body);
  };

/** A status without a body. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };
