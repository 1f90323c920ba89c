import { Get, Param, Query, Render } from '@nestjs/common';
import { SpecialityListQuery } from '../../queries/speciality-list.js';
import { SubstanceListQuery } from '../../queries/substance-list.js';
import { SubstanceQuery } from '../../queries/substance.js';
import { MovedTo } from '../moved-to.js';
import { textOf } from '../presenters/paging.js';
import { readPopulation } from '../presenters/populations.js';
import { type SubstanceListPage, presentSubstanceList, readSubstanceList } from '../presenters/substance-list.js';
import { type SubstancePage, presentSubstance } from '../presenters/substance.js';
import { Site, found } from '../site.js';
import { PageController } from './page.js';

const PAGE_SIZE = 50;
const SPECIALITIES_SHOWN = 12;

@PageController()
export class SubstancesController {
  constructor(
    private readonly site: Site,
    private readonly list: SubstanceListQuery,
    private readonly substance: SubstanceQuery,
    private readonly specialities: SpecialityListQuery,
  ) {}

  @Get('/substances')
  @Render('pages/substances')
  async all(@Query() query: Record<string, unknown>): Promise<SubstanceListPage> {
    const context = await this.site.open();
    const request = readSubstanceList(query);
    const list = await this.list.page(context.id, { ...request, pageSize: PAGE_SIZE });
    return presentSubstanceList(context, request, list);
  }

  @Get('/substances/:code')
  @Render('pages/substance')
  async one(@Param('code') code: string, @Query() query: Record<string, unknown>): Promise<SubstancePage> {
    const context = await this.site.open();
    const population = found(readPopulation(textOf(query, 'population')));
    const answer = found(await this.substance.byCode(context.id, code, population));
    if ('movedTo' in answer) throw new MovedTo(`/substances/${answer.movedTo}`);
    const specialities = await this.specialities.page(context.id, {
      substance: code,
      page: 1,
      pageSize: SPECIALITIES_SHOWN,
    });
    return presentSubstance(context, answer, population, specialities);
  }

  /** The address of data.ansm.sante.fr. */
  @Get('/substance/:code')
  formerAddress(@Param('code') code: string): never {
    throw new MovedTo(`/substances/${encodeURIComponent(code)}`);
  }
}
