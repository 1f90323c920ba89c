import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is remembered of a request until it is answered, for those who watch; made once, for every request. */
class RequestNotes {
  /** What memory had of the answer; undefined: it was not asked. */
  memory: 'hit' | 'miss' | undefined = undefined;
  /** Milliseconds that the database had its questions, so far; null: none could be asked. */
  questions: { readonly milliseconds: number } | null = null;
  private knownRoute: string | null | undefined = undefined;
  private watches: boolean | undefined = undefined;

  /** @param bytesBefore that had gone over this connection when the request came */
  constructor(
    private readonly request: FastifyRequest,
    readonly bytesBefore: number,
  ) {}

  /** Says that memory had the answer. @param route of the answer */
  isHit(route: string | null): void {
    this.memory = 'hit';
    this.knownRoute = route;
    this.watches = false;
  }

  /** The pattern of the address, which names nothing that was looked for; null where nothing is. */
  get route(): string | null {
    return (this.knownRoute ??= this.request.is404 ? null : (this.request.routeOptions.url ?? null));
  }

  /** Whether the address is there for watching. */
  get isQuiet(): boolean {
    return (this.watches ??= this.request.routeOptions.config.watching === true);
  }
}

/** To be called before anything else that answers requests. */
export function takeNotes(server: FastifyInstance): void {
  // of every request before its first hook
  server.decorateRequest('notes');
  server.addHook('onRequest', (request, _reply, done) => {
    request.notes = new RequestNotes(request, request.raw.socket.bytesWritten);
    done();
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    notes: RequestNotes;
  }
  interface FastifyContextConfig {
    /** The address tells how the service is: it is asked often, and every answer is of that moment. */
    watching?: boolean;
  }
}
