import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * How long an answer may be kept; docs/decisions.md says why. Browsers: a minute. Shared caches: five, and another one
 * while they ask again; a day when the service does not answer at all.
 */
const PUBLIC = 'public, max-age=60, s-maxage=300, stale-while-revalidate=60, stale-if-error=86400';
const NOBODY = 'no-store';

/** Of staff: what they see is nobody else's. */
const PRIVATE = /^\/pharmacovigilance(?![\w-])/;

/** Below, nothing is compressed, and all clients get the same bytes. */
export const COMPRESSED_FROM = 1024;
/** Types of bodies that compressing makes smaller. */
export const COMPRESSIBLE = /^text\/|[/+](?:json|xml|x-ndjson)\b/;

/** How long answers may be kept, where they do not say so themselves. To be called before they are kept in memory. */
export function sayHowLong(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('Cache-Control', howLong(request.url, reply));
    done(null, payload);
  });
}

function howLong(url: string, { statusCode }: FastifyReply): string {
  const lasts = statusCode === 200 || statusCode === 301 || statusCode === 304;
  return lasts && !PRIVATE.test(url) ? PUBLIC : NOBODY;
}

/**
 * `Vary` exactly where clients get other bytes for another Accept-Encoding, whatever this one said. To be called before
 * the compression is registered, which would say it only of what it compresses.
 */
export function sayWhatVaries(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    route.onSend = [route.onSend ?? []].flat().concat((_request, reply, payload, done) => {
      const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
      // HEAD has no body any more, and of a stream nobody knows its length
      const length = isWhole ? payload.length : Number(reply.getHeader('content-length') ?? Infinity);
      const isCompressible = COMPRESSIBLE.test(String(reply.getHeader('content-type') ?? ''));
      if (length >= COMPRESSED_FROM && isCompressible) reply.header('Vary', 'accept-encoding');
      done(null, payload);
    });
  });
}
