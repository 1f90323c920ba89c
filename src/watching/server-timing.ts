import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readers } from '../database/readers.js';
import type { FromMemory } from './request-log.js';

/** Milliseconds during which at least one question of a request was with the database. */
class Questions {
  private underWay = 0;
  private since = 0;
  milliseconds = 0;

  begin(): void {
    if (this.underWay++ === 0) this.since = performance.now();
  }

  end(): void {
    if (--this.underWay === 0) this.milliseconds += performance.now() - this.since;
  }
}

/**
 * Where the time of an answer went, for whoever looks at it in a browser (`Server-Timing`): the database, all else, and
 * whether it came from memory. It is of one request alone: never kept, and no part of the tag.
 */
export class ServerTiming {
  private readonly current = new AsyncLocalStorage<Questions>();
  private readonly questions = new WeakMap<FastifyRequest, Questions>();

  /** To be called after what answers from memory, and before what makes answers. */
  watchQuestions(server: FastifyInstance, readers: Readers): void {
    readers.listen({
      begin: () => this.current.getStore()?.begin(),
      end: () => this.current.getStore()?.end(),
    });
    server.addHook('onRequest', (request, _reply, done) => {
      const questions = new Questions();
      this.questions.set(request, questions);
      this.current.run(questions, done);
    });
  }

  /** To be called after what keeps answers. */
  tell(server: FastifyInstance, fromMemory: FromMemory): void {
    server.addHook('onSend', (request, reply, payload, done) => {
      const { milliseconds } = this.questions.get(request) ?? { milliseconds: null };
      const total = reply.elapsedTime;
      const cache = fromMemory(request);
      const parts = [
        cache === undefined ? [] : `cache;desc=${cache}`,
        milliseconds === null ? [] : [part('db', milliseconds), part('render', Math.max(total - milliseconds, 0))],
        part('total', total),
      ];
      reply.header('Server-Timing', parts.flat().join(', '));
      done(null, payload);
    });
  }
}

function part(name: string, milliseconds: number): string {
  return `${name};dur=${milliseconds.toFixed(1)}`;
}
