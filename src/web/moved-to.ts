import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inLanguage, visitOf } from './visit.js';

/** A page that lives at another address for good. */
export class MovedTo extends HttpException {
  constructor(readonly path: string) {
    super('Moved Permanently', 301);
  }
}

@Catch(MovedTo)
export class Moves implements ExceptionFilter<MovedTo> {
  async catch(moved: MovedTo, host: ArgumentsHost): Promise<void> {
    const { language } = visitOf(host.switchToHttp().getRequest<FastifyRequest>().url);
    await host.switchToHttp().getResponse<FastifyReply>().redirect(inLanguage(moved.path, language), 301);
  }
}
