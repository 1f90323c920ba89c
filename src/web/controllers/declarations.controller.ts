import { Get, Query, Render } from '@nestjs/common';
import { DeclarationFiguresQuery } from '../../queries/declaration-figures.js';
import { MovedTo } from '../moved-to.js';
import { type DeclarationsPage, presentDeclarations } from '../presenters/declarations.js';
import { textOf } from '../presenters/paging.js';
import { readPopulation } from '../presenters/populations.js';
import { Site, found } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

/** All declarations together. */
@PageController()
export class DeclarationsController {
  constructor(
    private readonly site: Site,
    private readonly figures: DeclarationFiguresQuery,
  ) {}

  @Get('/declarations')
  @Render('pages/declarations')
  async all(@Visiting() visit: Visit, @Query() query: Record<string, unknown>): Promise<DeclarationsPage> {
    const context = await this.site.open(visit);
    const population = found(readPopulation(textOf(query, 'population')));
    return presentDeclarations(context, await this.figures.in(context.id, population), population);
  }

  /** The address of data.ansm.sante.fr. */
  @Get('/globaldec')
  formerAddress(): never {
    throw new MovedTo('/declarations');
  }
}
