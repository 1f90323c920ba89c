import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { LICENCE_URL } from './attribution.js';
import type { Answer, PageLinks } from './envelope.js';

/** What an answer says of other addresses, also as a header: clients can follow pages without reading the body. */
export class LinkHeader implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((given: Partial<Answer<unknown> & { links: PageLinks }>) => {
        // files have no envelope
        if (given.meta !== undefined) reply.header('Link', linksOf(given.links));
      }),
    );
  }
}

/** Source: RFC 8288; its relations are registered ones. */
function linksOf(pages: PageLinks | undefined): string {
  const links = { prev: pages?.prev, next: pages?.next, license: LICENCE_URL };
  return Object.entries(links)
    .flatMap(([relation, address]) => (typeof address === 'string' ? [`<${address}>; rel="${relation}"`] : []))
    .join(', ');
}
