import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { METHODS } from './methods.js';

const LIMITS = 'RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After';
const EXPOSED = `ETag, Link, Content-Disposition, Allow, ${LIMITS}`;

/**
 * What holds for every address of the interface, unknown ones too: open to all origins, so many requests a minute. To be
 * called before anything that may refuse a request: pages of other sites must be able to read the refusal.
 */
export async function ruleInterface(server: FastifyInstance, perMinute: number): Promise<void> {
  await server.register(rateLimit, { global: false, max: perMinute, timeWindow: 60_000, enableDraftSpec: true });
  const limit = server.rateLimit();
  server.addHook('onRequest', async function (request, reply) {
    if (!isInterface(request.url)) return;
    openToAllOrigins(reply);
    if (request.method === 'OPTIONS') allowPreflight(reply);
    else await limit.call(this, request, reply);
  });
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
