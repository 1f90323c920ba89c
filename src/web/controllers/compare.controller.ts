import { Get, HttpStatus, Query, Render, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ComparedSubstances } from '../compared-substances.js';
import { type ComparePage, presentComparison } from '../presenters/compare.js';
import { readComparison } from '../presenters/compare-request.js';
import { Site, found } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

@PageController()
export class CompareController {
  constructor(
    private readonly site: Site,
    private readonly substances: ComparedSubstances,
  ) {}

  @Get('/comparer')
  @Render('pages/compare')
  async compare(
    @Visiting() visit: Visit,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ComparePage> {
    const context = await this.site.open(visit);
    const request = found(readComparison(query));
    const compared = await this.substances.asked(context.id, request);
    // the page says which codes nothing has, and helps to choose others
    if (compared.unknown.length > 0 && compared.answers.length === 0) reply.status(HttpStatus.NOT_FOUND);
    return presentComparison(context, request, compared);
  }
}
