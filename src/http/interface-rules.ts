import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply } from 'fastify';

const METHODS = 'GET, HEAD, OPTIONS';
const EXPOSED = 'ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset';

/** What holds for every address of the interface, unknown ones too: open to all origins, read only, so many a minute. */
export async function ruleInterface(server: FastifyInstance, perMinute: number): Promise<void> {
  await server.register(rateLimit, { global: false, max: perMinute, timeWindow: 60_000, enableDraftSpec: true });
  const limit = server.rateLimit();
  server.addHook('onRequest', async function (request, reply) {
    if (!isInterface(request.url)) return;
    openToAllOrigins(reply);
    if (request.method === 'OPTIONS') {
      preflight(reply);
      return reply;
    }
    await limit.call(this, request, reply);
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new MethodNotAllowed();
    return undefined;
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (isInterface(request.url) && !reply.hasHeader('cache-control'))
      reply.header('Cache-Control', cacheControl(reply));
    done(null, payload);
  });
}

export function isInterface(url: string): boolean {
  return /^\/api\/(?!$|\?)/.test(url);
}

class MethodNotAllowed extends Error {
  readonly statusCode = 405;
  override readonly message = `The interface is read only: it takes ${METHODS}.`;
}

function openToAllOrigins(reply: FastifyReply): void {
  reply.header('Access-Control-Allow-Origin', '*');
  reply.header('Access-Control-Expose-Headers', EXPOSED);
  reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
  reply.header('Vary', 'accept-encoding');
}

function preflight(reply: FastifyReply): void {
  reply.code(204).header('Allow', METHODS).header('Access-Control-Allow-Methods', METHODS);
  reply
    .header('Access-Control-Allow-Headers', 'If-None-Match, Accept')
    .header('Access-Control-Max-Age', '86400')
    .send();
}

/** A minute, so that a new release is seen soon; then the ETag tells whether anything has changed. */
function cacheControl(reply: FastifyReply): string {
  return reply.statusCode < 400 && reply.statusCode !== 204 ? 'public, max-age=60, must-revalidate' : 'no-store';
}
