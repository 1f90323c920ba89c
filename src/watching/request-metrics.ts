import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Seconds. From what comes out of memory to what nobody waits for. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Other methods are counted together: clients may make up any. */
const METHODS = ['GET', 'HEAD', 'OPTIONS'];

const COUNTER = 'http_requests_total';
const HISTOGRAM = 'http_request_duration_seconds';

/** Of the answers that have the same labels. */
class Tally {
  count = 0;
  seconds = 0;
  /** Answers within each bucket and not within the one before; the last: longer than all. */
  readonly within = BUCKETS.map(() => 0).concat(0);

  constructor(readonly labels: string) {}

  add(seconds: number): void {
    const bucket = BUCKETS.findIndex((limit) => seconds <= limit);
    const at = bucket < 0 ? BUCKETS.length : bucket;
    this.within[at] = (this.within[at] ?? 0) + 1;
    this.count += 1;
    this.seconds += seconds;
  }
}

/**
 * Counts and times what is answered, by method, pattern of the address and class of status. In plain numbers, put in
 * words when somebody reads: a library that works out the labels of each answer anew takes longer than an answer does.
 */
export class RequestMetrics {
  /** By pattern, then at the number of method and class together. */
  private readonly tallies = new Map<string, Tally[]>();

  watch(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      this.tallyOf(request, reply).add(reply.elapsedTime / 1000);
      done();
    });
  }

  /** In the text form of Prometheus; empty as long as nothing was answered. */
  text(): string {
    const tallies = [...this.tallies.values()].flatMap((each) => Object.values(each));
    return tallies.length === 0 ? '' : [...counters(tallies), '', ...histograms(tallies), ''].join('\n');
  }

  private tallyOf(request: FastifyRequest, { statusCode }: FastifyReply): Tally {
    const route = request.notes.route ?? 'none';
    const ofRoute = this.tallies.get(route) ?? [];
    if (ofRoute.length === 0) this.tallies.set(route, ofRoute);
    const method = METHODS.indexOf(request.method);
    const status = Math.floor(statusCode / 100);
    return (ofRoute[10 * (method + 1) + status] ??= new Tally(
      `method="${METHODS[method] ?? 'other'}",route="${escaped(route)}",status="${status}xx"`,
    ));
  }
}

function counters(tallies: readonly Tally[]): string[] {
  const lines = tallies.map(({ labels, count }) => `${COUNTER}{${labels}} ${count}`);
  return [`# HELP ${COUNTER} Answers`, `# TYPE ${COUNTER} counter`, ...lines];
}

function histograms(tallies: readonly Tally[]): string[] {
  const lines = tallies.flatMap(({ labels, count, seconds, within }) => {
    let sofar = 0;
    const buckets = within.map((number, at) => {
      sofar += number;
      return `${HISTOGRAM}_bucket{le="${BUCKETS[at] ?? '+Inf'}",${labels}} ${sofar}`;
    });
    return [...buckets, `${HISTOGRAM}_sum{${labels}} ${seconds}`, `${HISTOGRAM}_count{${labels}} ${count}`];
  });
  const help = `# HELP ${HISTOGRAM} Seconds from a request to the end of its answer`;
  return [help, `# TYPE ${HISTOGRAM} histogram`, ...lines];
}

/** A value of a label: quoted, so that a quotation mark or a backslash of a pattern ends nothing. */
function escaped(value: string): string {
  return value.replace(/["\\]/g, '\\$&');
}
