import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import type { Readers } from '../database/readers.js';

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
  /** Answers being made. */
  private underWay = 0;

  /** To be called after what answers from memory, and before what makes answers. */
  watchQuestions(server: FastifyInstance, readers: Readers): void {
    readers.listen({
      begin: () => this.current.getStore()?.begin(),
      end: () => this.current.getStore()?.end(),
    });
    server.addHook('onRequest', (request, reply, done) => {
      const questions = new Questions();
      request.notes.questions = questions;
      this.underWay += 1;
      reply.raw.once('close', () => {
        this.underWay -= 1;
        // while it can tell whose question is asked, Node.js follows all that is asynchronous, answers from memory too
        if (this.underWay === 0) this.current.disable();
      });
      this.current.run(questions, done);
    });
  }

  /** To be called after what keeps answers. */
  tell(server: FastifyInstance): void {
    server.addHook('onSend', ({ notes: { memory, questions } }, reply, payload, done) => {
      const total = reply.elapsedTime;
      const parts = [
        memory === undefined ? [] : `cache;desc=${memory}`,
        questions === null
          ? []
          : [part('db', questions.milliseconds), part('render', Math.max(total - questions.milliseconds, 0))],
        part('total', total),
      ];
      reply.header('Server-Timing', parts.flat().join(', '));
      done(null, payload);
    });
  }
}

/** What is told of an answer that memory had. @param milliseconds since the request came */
export function timingFromMemory(milliseconds: number): string {
  return `cache;desc=hit, ${part('total', milliseconds)}`;
}

function part(name: string, milliseconds: number): string {
  return `${name};dur=${milliseconds.toFixed(1)}`;
}
