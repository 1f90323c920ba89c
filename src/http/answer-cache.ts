import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isQuiet } from '../watching/request-log.js';
import { encodingOf, type Encoding } from '../web/accepted-encoding.js';
import { COMPRESSED_FROM, COMPRESSIBLE } from './caching.js';
import { type KeptAnswer, KeptAnswers } from './kept-answers.js';

const MEGABYTE = 1_048_576;
/** Some thousands of pages, compressed. */
const LIMIT = 64 * MEGABYTE;
/** Longer addresses are nobody's bookmark. */
const LONGEST_ADDRESS = 500;
/** Made once for many, so a little more work than for one is worth it. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** What knows the published release: its number; null, undefined: none, or not known. */
interface KnowsRelease {
  readonly id: string | null | undefined;
}

interface Task {
  encoding: Encoding;
  release: string;
  settle: (answer: KeptAnswer | null) => void;
}

/**
 * Keeps what pages and interface answered, compressed, as long as the release is the same: a release never changes, so
 * that no answer is ever stale. An answer that many wait for is made once.
 *
 * Two halves around the hook that hashes bodies: the first answers from what is kept, the second keeps what was made.
 */
export class AnswerCache {
  private readonly answers = new KeptAnswers(LIMIT);
  private readonly tasks = new WeakMap<FastifyRequest, Task>();
  private readonly outcomes = new WeakMap<FastifyRequest, 'hit' | 'miss'>();
  private hits = 0;
  private misses = 0;

  constructor(private readonly releases: KnowsRelease) {}

  /** Requests answered from memory and not, since the start, and bytes that are kept now. */
  get counts(): { hits: number; misses: number; bytes: number } {
    return { hits: this.hits, misses: this.misses, bytes: this.answers.bytes };
  }

  /** undefined: memory was not asked. */
  readonly outcomeOf = (request: FastifyRequest): 'hit' | 'miss' | undefined => this.outcomes.get(request);

  /** To be called after what every request has to pass: limits, security headers. */
  answerFromKept(server: FastifyInstance): void {
    server.addHook('onRequest', async (request, reply) => {
      const release = this.releases.id;
      if (typeof release !== 'string' || !isKeepable(request)) return undefined;
      const encoding = encodingOf(request.headers['accept-encoding']);
      const key = `${encoding} ${request.url}`;
      const found = await this.answers.find(release, key);
      this.outcomes.set(request, found ? 'hit' : 'miss');
      if (found) {
        this.hits += 1;
        return send(reply, found);
      }
      this.misses += 1;
      if (request.method === 'HEAD') return undefined;
      this.tasks.set(request, { encoding, release, settle: this.answers.make(release, key) });
      return undefined;
    });
    // whatever became of it, nobody waits for ever
    const giveUp = (request: FastifyRequest): void => {
      this.tasks.get(request)?.settle(null);
      this.tasks.delete(request);
    };
    server.addHook('onResponse', (request, _reply, done) => {
      giveUp(request);
      done();
    });
    server.addHook('onRequestAbort', (request, done) => {
      giveUp(request);
      done();
    });
  }

  /** To be called after bodies are hashed, and before anything else would compress them. */
  keepAnswers(server: FastifyInstance): void {
    server.addHook('onSend', async (request, reply, payload) => {
      const task = this.tasks.get(request);
      const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
      if (task === undefined || !isWhole || reply.statusCode !== 200 || isPrivate(reply)) return payload;
      this.tasks.delete(request);
      try {
        const body = await encoded(Buffer.from(payload), task.encoding, reply);
        // what was made while the release changed may be of either
        const answer = this.releases.id === task.release ? { headers: headersOf(reply), body } : null;
        task.settle(answer);
        return body;
      } catch (error) {
        task.settle(null);
        throw error;
      }
    });
  }
}

function isKeepable(request: FastifyRequest): boolean {
  const { method, url } = request;
  const mayBe = (method === 'GET' || method === 'HEAD') && url.length <= LONGEST_ADDRESS;
  return mayBe && !url.startsWith('/assets/') && !isQuiet(request);
}

function isPrivate(reply: FastifyReply): boolean {
  return /no-store|private/.test(String(reply.getHeader('cache-control') ?? ''));
}

async function encoded(body: Buffer, encoding: Encoding, reply: FastifyReply): Promise<Buffer> {
  reply.removeHeader('content-length');
  const isCompressible = COMPRESSIBLE.test(String(reply.getHeader('content-type') ?? ''));
  if (encoding === 'identity' || body.length < COMPRESSED_FROM || !isCompressible) return body;
  reply.header('Content-Encoding', encoding).header('Vary', 'accept-encoding');
  return encoding === 'br' ? brotli(body, BROTLI) : gzipped(body);
}

/** Those of one request alone are not kept. */
const OF_ONE_REQUEST =
  /^(?:x-)?ratelimit|^(?:retry-after|set-cookie|server-timing|x-request-id|connection|date|content-length)$/;

function headersOf(reply: FastifyReply): KeptAnswer['headers'] {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined || OF_ONE_REQUEST.test(name) ? [] : [[name, String(value)]],
    ),
  );
}

function send(reply: FastifyReply, { headers, body }: KeptAnswer): FastifyReply {
  return reply.headers(headers).send(body);
}
