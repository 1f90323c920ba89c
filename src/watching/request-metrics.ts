import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';
import { routeOf } from './request-log.js';

const LABELS = ['method', 'route', 'status'] as const;
/** Seconds. From what comes out of memory to what nobody waits for. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Others are counted together: clients may make up any. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Counts and times what is answered, by method, pattern of the address and class of status. */
export function measureRequests(server: FastifyInstance, registry: Registry): void {
  const registers = [registry];
  const requests = new Counter({ name: 'http_requests_total', help: 'Answers', labelNames: LABELS, registers });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds from a request to the end of its answer',
    labelNames: LABELS,
    buckets: BUCKETS,
    registers,
  });
  server.addHook('onResponse', (request, reply, done) => {
    const labels = labelsOf(request, reply);
    requests.inc(labels);
    seconds.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}

function labelsOf(request: FastifyRequest, { statusCode }: FastifyReply): Record<(typeof LABELS)[number], string> {
  return {
    method: METHODS.has(request.method) ? request.method : 'other',
    route: routeOf(request) ?? 'none',
    status: `${Math.floor(statusCode / 100)}xx`,
  };
}
