import { Get, Param, Query, Render } from '@nestjs/common';
import { SpecialityListQuery } from '../../queries/speciality-list.js';
import { SubstanceChangesQuery } from '../../queries/substance-changes.js';
import { SubstanceQuery } from '../../queries/substance.js';
import { MovedTo } from '../moved-to.js';
import { textOf } from '../presenters/paging.js';
import { readPopulation } from '../presenters/populations.js';
import { type SubstancePage, presentSubstance } from '../presenters/substance.js';
import { Site, found } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

const SPECIALITIES_SHOWN = 12;

@PageController()
export class SubstancesController {
  constructor(
    private readonly site: Site,
    private readonly substance: SubstanceQuery,
    private readonly specialities: SpecialityListQuery,
    private readonly changes: SubstanceChangesQuery,
  ) {}

  @Get('/substances/:code')
  @Render('pages/substance')
  async one(
    @Visiting() visit: Visit,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<SubstancePage> {
    const context = await this.site.open(visit);
    const population = found(readPopulation(textOf(query, 'population')));
    const answer = found(await this.substance.byCode(context.id, code, population));
    if ('movedTo' in answer) throw new MovedTo(`/substances/${answer.movedTo}`);
    const [specialities, earlier] = await Promise.all([
      this.specialities.page(context.id, { substance: code, page: 1, pageSize: SPECIALITIES_SHOWN }),
      population === 'all' ? this.changes.before(context.id, code) : null,
    ]);
    return presentSubstance(context, answer, population, { specialities, earlier });
  }

  /** The address of data.ansm.sante.fr. */
  @Get('/substance/:code')
  formerAddress(@Param('code') code: string): never {
    throw new MovedTo(`/substances/${encodeURIComponent(code)}`);
  }
}
