import type { FastifyInstance } from 'fastify';

/** What an address takes that nobody can write to. */
export const METHODS = 'GET, HEAD, OPTIONS';

/** Everything public can only be read: OPTIONS says so, and other methods are refused where no route takes them. */
export function refuseWriting(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 || request.method === 'GET' || request.method === 'HEAD') {
      done();
    } else if (request.method === 'OPTIONS') {
      reply.code(204).header('Allow', METHODS).send();
    } else {
      reply.header('Allow', METHODS);
      done(new MethodNotAllowed());
    }
  });
}

class MethodNotAllowed extends Error {
  readonly statusCode = 405;
  override readonly message = `This address can only be read: it takes ${METHODS}.`;
}
