import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.js';
import type { Readiness } from './readiness.js';

/** Seconds after which whoever was told to wait may look again. */
const AGAIN = 5;

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

const OPTIONS = { config: { watching: true } };

/** Answers of the moment for those who watch the service: they are not kept, not limited, and no part of the interface. */
export function answerWatchers(
  server: FastifyInstance,
  { readiness, metrics, token }: { readiness: Readiness; metrics: Metrics; token: string | null },
): void {
  server.get('/healthz', OPTIONS, (_request, reply) => ofTheMoment(reply).send({ alive: true }));
  server.get('/readyz', OPTIONS, async (_request, reply) => {
    const answer = await readiness.look();
    if (!answer.ready) reply.code(503).header('Retry-After', AGAIN);
    return ofTheMoment(reply).send(answer);
  });
  server.get('/metrics', OPTIONS, async (request, reply) => {
    if (!mayRead(request, token)) {
      reply.callNotFound();
      return reply;
    }
    const { type, text } = await metrics.read();
    return ofTheMoment(reply).type(type).send(text);
  });
}

function ofTheMoment(reply: FastifyReply): FastifyReply {
  return reply.header('Cache-Control', 'no-store');
}

/** With a token whoever knows it; without one, this machine: a proxy says in X-Forwarded-For who asks through it. */
function mayRead(request: FastifyRequest, token: string | null): boolean {
  if (token === null) return LOOPBACK.test(request.ip);
  return isSame(request.headers.authorization ?? '', `Bearer ${token}`);
}

/** Takes as long for a text that is nearly right as for another. */
function isSame(text: string, expected: string): boolean {
  const [one, other] = [text, expected].map((each) => createHash('sha256').update(each).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
