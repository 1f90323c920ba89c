import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** What has no control character, no space and no end of a quotation in it, and is no long story. */
const WELL_FORMED = /^[\w.:+/=-]{8,100}$/;

/** The number of a request: the proxy's, when it has given one, so that both logs can be read together. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}

/**
 * One line a request, when it is answered: never who asked, by which program, or the words of a search. Addresses that
 * are there for watching are asked all the time: only what is wrong with them is told.
 *
 * @param isTold whether the log has lines for requests at all; their numbers are sent back in any case
 */
export function logRequests(server: FastifyInstance, isTold: boolean): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    done();
  });
  if (!isTold) return;
  server.addHook('onResponse', (request, reply, done) => {
    done();
    const { notes } = request;
    if (notes.isQuiet && reply.statusCode < 400) return;
    const line = {
      requestId: request.id,
      method: request.method,
      route: notes.route,
      status: reply.statusCode,
      milliseconds: Number(reply.elapsedTime.toFixed(1)),
      /** With the headers, as they went over the wire. */
      bytes: request.raw.socket.bytesWritten - notes.bytesBefore,
      cache: notes.memory,
    };
    server.log.info(line, 'request');
  });
}
