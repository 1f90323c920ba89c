import type { FastifyInstance } from 'fastify';

type Task = () => Promise<void> | void;

/** Whether this process is being stopped. What goes on by itself asks to be told of it. */
export class Stopping {
  private readonly tasks: Task[] = [];
  private begun: Promise<void> | null = null;

  get isStopping(): boolean {
    return this.begun !== null;
  }

  /**
   * Calls back once, at the moment the process is told to stop, while it still answers: for what would otherwise begin
   * something new. The database is closed when all that were called back are done.
   */
  onStop(task: Task): void {
    this.tasks.push(task);
  }

  /** Tells everybody; resolves when they are done, rejects with the first fault. */
  begin(): Promise<void> {
    return (this.begun ??= Promise.all(this.tasks.map(async (task) => task())).then(() => undefined));
  }

  /** From now on answers ask their clients to come back on another connection, where another process may answer. */
  closePolitely(server: FastifyInstance): void {
    server.addHook('onRequest', (_request, reply, done) => {
      if (this.isStopping) reply.header('Connection', 'close');
      done();
    });
  }
}
