import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A page that lives at another address for good. */
export class MovedTo extends HttpException {
  constructor(readonly path: string) {
    super('Moved Permanently', 301);
  }
}

@Catch(MovedTo)
export class Moves implements ExceptionFilter<MovedTo> {
  async catch(moved: MovedTo, host: ArgumentsHost): Promise<void> {
    await host.switchToHttp().getResponse<FastifyReply>().redirect(moved.path, 301);
  }
}
