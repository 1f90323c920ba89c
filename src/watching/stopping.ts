import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Milliseconds that a connection has to say something, once no others are taken. Browsers open some in advance. */
const FIRST_WORD = 500;

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
    // Node.js closes the connections that have been answered; for those that never asked anything it would wait
    const open = new Set<Socket>();
    server.server.on('connection', (socket) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    });
    server.addHook('preClose', (done) => {
      setTimeout(() => {
        for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
      }, FIRST_WORD).unref();
      done();
    });
  }
}
