import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { timingFromMemory } from '../watching/server-timing.js';
import { encodingOf, type Encoding } from '../web/accepted-encoding.js';
import { COMPRESSED_FROM, COMPRESSIBLE } from './caching.js';
import { isAmong, OF_A_BODY, tagOf } from './entity-tags.js';
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
/** Bytes below which handing a body to another thread takes longer than compressing it. */
const SMALL = 8_192;

/** What knows the published release: its number; null, undefined: none, or not known. */
interface KnowsRelease {
  readonly id: string | null | undefined;
}

/** An answer being made, for whoever else may want it. */
interface Task {
  encoding: Encoding;
  release: string;
  settle: (answer: KeptAnswer | null) => void;
}

/**
 * Keeps what pages and interface answered, compressed, as long as the release is the same: a release never changes, so
 * that no answer is ever stale. An answer that many wait for is made once.
 *
 * Three parts: one answers from what is kept, before all the work of an answer that is made; one says that an answer is
 * being made; one, around the hook that hashes bodies, keeps what was made.
 */
export class AnswerCache {
  private readonly answers = new KeptAnswers(LIMIT);
  private readonly tasks = new WeakMap<FastifyRequest, Task>();
  private hits = 0;
  private misses = 0;

  constructor(private readonly releases: KnowsRelease) {}

  /** Requests answered from memory and not, since the start, and bytes that are kept now. */
  get counts(): { hits: number; misses: number; bytes: number } {
    return { hits: this.hits, misses: this.misses, bytes: this.answers.bytes };
  }

  /**
   * To be called after what counts requests and what each answer gets a header of its own for, and before all else: an
   * answer bears its lasting headers already.
   */
  answerFromKept(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      const release = this.releases.id;
      if (typeof release !== 'string' || request.isOverLimit || !mayBeKept(request)) {
        done();
        return;
      }
      const found = this.answers.find(release, keyOf(request));
      if (found === undefined) done();
      else if (found instanceof Promise)
        void found.then((answer) => {
          this.sendOrGoOn(answer, request, reply, done);
        });
      else this.sendOrGoOn(found, request, reply, done);
    });
  }

  /** To be called after what may refuse a request, and before what makes an answer. */
  makeOnce(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      const release = this.releases.id;
      if (typeof release === 'string' && mayBeKept(request) && !request.notes.isQuiet) {
        this.misses += 1;
        request.notes.memory = 'miss';
        if (request.method === 'GET') this.promise(release, request, reply);
      }
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
        task.settle(this.releases.id === task.release ? answerOf(request, reply, body) : null);
        return body;
      } catch (error) {
        task.settle(null);
        throw error;
      }
    });
  }

  private promise(release: string, request: FastifyRequest, reply: FastifyReply): void {
    const settle = this.answers.make(release, keyOf(request));
    this.tasks.set(request, { encoding: encodingOf(request.headers['accept-encoding']), release, settle });
    // whatever became of it, nobody waits for ever
    reply.raw.once('close', () => {
      settle(null);
    });
  }

  private sendOrGoOn(answer: KeptAnswer | null, request: FastifyRequest, reply: FastifyReply, goOn: () => void): void {
    if (answer === null) {
      goOn();
      return;
    }
    this.hits += 1;
    request.notes.isHit(answer.route);
    send(answer, request, reply);
  }
}

function mayBeKept({ method, url }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && url.length <= LONGEST_ADDRESS && !url.startsWith('/assets/');
}

function keyOf({ headers, url }: FastifyRequest): string {
  return `${encodingOf(headers['accept-encoding'])} ${url}`;
}

function isPrivate(reply: FastifyReply): boolean {
  return /no-store|private/.test(String(reply.getHeader('cache-control') ?? ''));
}

async function encoded(body: Buffer, encoding: Encoding, reply: FastifyReply): Promise<Buffer> {
  const isCompressible = COMPRESSIBLE.test(String(reply.getHeader('content-type') ?? ''));
  reply.removeHeader('content-length');
  if (body.length < COMPRESSED_FROM || !isCompressible) return body;
  reply.header('Vary', 'accept-encoding');
  if (encoding === 'identity') return body;
  reply.header('Content-Encoding', encoding);
  if (body.length < SMALL) return exactly(encoding === 'br' ? brotliCompressSync(body, BROTLI) : gzipSync(body));
  return exactly(await (encoding === 'br' ? brotli(body, BROTLI) : gzipped(body)));
}

/** The same bytes, in memory of that length: what zlib gives is the start of a larger piece. */
function exactly(bytes: Buffer): Buffer {
  const exact = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(exact);
  return exact;
}

/** Those of one request alone are not kept. */
const OF_ONE_REQUEST =
  /^(?:x-)?ratelimit|^(?:retry-after|set-cookie|server-timing|x-request-id|connection|date|content-length)$/;

/** null: it has no tag, so it is none to be kept. */
function answerOf(request: FastifyRequest, reply: FastifyReply, body: Buffer): KeptAnswer | null {
  const etag = tagOf(reply);
  if (etag === null) return null;
  const lasting = Object.entries({ ...reply.getHeaders(), etag }).flatMap(([name, value]) =>
    value === undefined || OF_ONE_REQUEST.test(name) ? [] : [[name, String(value)] as const],
  );
  return {
    route: request.notes.route,
    etag,
    headers: lasting.filter(([name]) => !OF_A_BODY.includes(name)).flat(),
    bodyHeaders: [
      ...lasting.filter(([name]) => OF_A_BODY.includes(name)).flat(),
      'content-length',
      String(body.length),
    ],
    body,
  };
}

/** Sends at once, past all that would look at the answer again: what the reply bears so far is of this request alone. */
function send({ etag, headers, bodyHeaders, body }: KeptAnswer, request: FastifyRequest, reply: FastifyReply): void {
  const isKnown = isAmong(etag, request.headers['if-none-match']);
  const all = isKnown ? headers.slice() : headers.concat(bodyHeaders);
  for (const [name, value] of Object.entries(reply.getHeaders())) all.push(name, String(value));
  all.push('server-timing', timingFromMemory(reply.elapsedTime));
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(isKnown ? 304 : 200, all);
  if (isKnown || request.method === 'HEAD') raw.end();
  else raw.end(body);
}
