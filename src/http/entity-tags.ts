import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** First half, before compression: names the hash of the body as it was made, unless the answer has a tag already. */
export function hashBodies(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (isWhole && isTagged(request, reply) && !reply.hasHeader('etag'))
      reply.header('ETag', `"${createHash('sha256').update(payload).digest('base64url')}"`);
    done(null, payload);
  });
}

/**
 * Second half, after compression: a strong ETag, and 304 when the client has that very answer already. The tag names the
 * encoding, for a strong tag stands for bytes and a compressed body is made of others. To be called after the
 * compression is registered: its own part of a route runs in the same order.
 */
export function tagAnswers(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    route.onSend = [route.onSend ?? []].flat().concat(tag);
  });
}

function tag(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done): void {
  const etag = tagOf(reply);
  if (etag === null) {
    done(null, payload);
    return;
  }
  reply.header('ETag', etag);
  if (!isAmong(etag, request.headers['if-none-match'])) {
    done(null, payload);
    return;
  }
  if (payload instanceof Readable) payload.destroy();
  for (const name of OF_A_BODY) reply.removeHeader(name);
  reply.code(304);
  done(null, null);
}

/** Headers that go out with a body alone. */
export const OF_A_BODY = ['content-encoding', 'content-length', 'content-type'];

/** The tag that an answer goes out with, once its body is hashed and compressed; null: none. */
export function tagOf(reply: FastifyReply): string | null {
  const given = reply.getHeader('etag');
  if (typeof given !== 'string') return null;
  const hash = given.replaceAll('"', '');
  const encoding = reply.getHeader('content-encoding');
  return typeof encoding === 'string' && encoding !== 'identity' ? `"${hash}.${encoding}"` : `"${hash}"`;
}

type Done = (error: Error | null, payload?: unknown) => void;

function isTagged(request: FastifyRequest, reply: FastifyReply): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && reply.statusCode === 200;
}

/** If-None-Match compares weakly: `W/` makes no difference. Source: RFC 9110, 13.1.2. */
export function isAmong(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags: string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return ifNoneMatch.trim() === '*' || tags.includes(etag);
}
