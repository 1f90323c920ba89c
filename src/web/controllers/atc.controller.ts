import { Get, Param, Render } from '@nestjs/common';
import { AtcQuery } from '../../queries/atc.js';
import { MovedTo } from '../moved-to.js';
import { type AtcClassPage, type AtcRootsPage, presentAtcClass, presentAtcRoots } from '../presenters/atc.js';
import { Site, found } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

/** The ATC tree. */
@PageController()
export class AtcController {
  constructor(
    private readonly site: Site,
    private readonly atc: AtcQuery,
  ) {}

  @Get('/classes-atc')
  @Render('pages/atc-roots')
  async roots(@Visiting() visit: Visit): Promise<AtcRootsPage> {
    const context = await this.site.open(visit);
    return presentAtcRoots(context, await this.atc.roots(context.id));
  }

  @Get('/classes-atc/:code')
  @Render('pages/atc-class')
  async one(@Visiting() visit: Visit, @Param('code') code: string): Promise<AtcClassPage> {
    const context = await this.site.open(visit);
    const answer = found(await this.atc.byCode(context.id, code));
    if (answer.code !== code) throw new MovedTo(`/classes-atc/${answer.code}`);
    return presentAtcClass(context, answer);
  }
}
