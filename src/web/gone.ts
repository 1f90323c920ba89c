import { type ArgumentsHost, Catch, type ExceptionFilter, GoneException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A page about what existed: a template and its model, answered with 410. */
export class Gone extends GoneException {
  constructor(
    readonly template: string,
    readonly model: object,
  ) {
    super();
  }
}

@Catch(Gone)
export class GonePages implements ExceptionFilter<Gone> {
  async catch(gone: Gone, host: ArgumentsHost): Promise<void> {
    await host.switchToHttp().getResponse<FastifyReply>().code(410).view(gone.template, gone.model);
  }
}
