import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inLanguage, visitOf } from './visit.js';

/** A page that lives at another address: for good, or (302) as long as what was asked for means that. */
export class MovedTo extends HttpException {
  constructor(
    readonly path: string,
    status: 301 | 302 = 301,
  ) {
    super('Moved', status);
  }
}

@Catch(MovedTo)
export class Moves implements ExceptionFilter<MovedTo> {
  async catch(moved: MovedTo, host: ArgumentsHost): Promise<void> {
    const { language } = visitOf(host.switchToHttp().getRequest<FastifyRequest>().url);
    await host.switchToHttp().getResponse<FastifyReply>().redirect(inLanguage(moved.path, language), moved.getStatus());
  }
}
