import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What has no control character, no space and no end of a quotation in it, and is no long story. */
const WELL_FORMED = /^[\w.:+/=-]{8,100}$/;

/** The number of a request: the proxy's, when it has given one, so that both logs can be read together. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}

/** How an answer came about, for those who did not make it. */
export type FromMemory = (request: FastifyRequest) => 'hit' | 'miss' | undefined;

/**
 * One line a request, when it is answered: never who asked, by which program, or the words of a search. Addresses of
 * {@link isQuiet} are asked all the time: only what is wrong with them is told.
 */
export function logRequests(server: FastifyInstance, fromMemory: FromMemory): void {
  const sent = new WeakMap<FastifyRequest, number>();
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    sent.set(request, request.raw.socket.bytesWritten);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    done();
    if (isQuiet(request) && reply.statusCode < 400) return;
    const line = {
      requestId: request.id,
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      milliseconds: Number(reply.elapsedTime.toFixed(1)),
      /** With the headers, as they went over the wire. */
      bytes: request.raw.socket.bytesWritten - (sent.get(request) ?? 0),
      cache: fromMemory(request),
    };
    server.log.info(line, 'request');
  });
}

/** The pattern of an address, which names nothing that was looked for; null where nothing is. */
export function routeOf(request: FastifyRequest): string | null {
  return request.is404 ? null : (request.routeOptions.url ?? null);
}

/** Whether an address is there for watching. */
export function isQuiet(request: FastifyRequest): boolean {
  return request.routeOptions.config.watching === true;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The address tells how the service is: it is asked often, and every answer is of that moment. */
    watching?: boolean;
  }
}
