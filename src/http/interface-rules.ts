import rateLimit from '@fastify/rate-limit';
import { HttpStatus } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { METHODS } from './methods.js';

/** Milliseconds. */
const WINDOW = 60_000;
const LIMITS = 'RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After';
const EXPOSED = `ETag, Link, Content-Disposition, Allow, ${LIMITS}`;

/**
 * Counts the requests to the interface, unknown addresses of it too, and says how many are left. To be called before
 * answers come from memory: those count as well. Who is over the limit is refused later, by {@link ruleInterface}.
 */
export async function countRequests(server: FastifyInstance, perMinute: number): Promise<void> {
  // as a hook, the library would refuse at once: before pages of other sites may read it
  await server.register(rateLimit, { global: false, max: perMinute, timeWindow: WINDOW });
  const count = server.createRateLimit();
  server.decorateRequest('isOverLimit', false);
  server.addHook('onRequest', async (request, reply) => {
    if (!isInterface(request.url) || request.method === 'OPTIONS') return;
    const standing = await count(request);
    if (standing.isAllowed) return;
    const seconds = String(standing.ttlInSeconds);
    reply.header('RateLimit-Limit', String(perMinute));
    reply.header('RateLimit-Remaining', String(standing.remaining));
    reply.header('RateLimit-Reset', seconds);
    if (standing.isExceeded) reply.header('Retry-After', seconds);
    request.isOverLimit = standing.isExceeded;
  });
}

/**
 * What holds for every address of the interface, unknown ones too: open to all origins, so many requests a minute. To be
 * called before anything that may refuse a request: pages of other sites must be able to read the refusal.
 */
export function ruleInterface(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!isInterface(request.url)) {
      done();
      return;
    }
    openToAllOrigins(reply);
    if (request.method === 'OPTIONS') allowPreflight(reply);
    if (request.isOverLimit) done(new TooManyRequests(String(reply.getHeader('retry-after'))));
    else done();
  });
}

class TooManyRequests extends Error {
  readonly statusCode = HttpStatus.TOO_MANY_REQUESTS;

  constructor(seconds: string) {
    super(`Rate limit exceeded, retry in ${seconds} seconds`);
  }
}

export function isInterface(url: string): boolean {
  return /^\/api\/(?!$|\?)/.test(url);
}

function openToAllOrigins(reply: FastifyReply): void {
  reply.header('Access-Control-Allow-Origin', '*');
  reply.header('Access-Control-Expose-Headers', EXPOSED);
  reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
}

function allowPreflight(reply: FastifyReply): void {
  reply.header('Access-Control-Allow-Methods', METHODS);
  reply.header('Access-Control-Allow-Headers', 'If-None-Match, Accept');
  reply.header('Access-Control-Max-Age', '86400');
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The client has no requests left in this minute: this one is refused. */
    isOverLimit: boolean;
  }
}
