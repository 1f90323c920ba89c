import { Get, Query, Render } from '@nestjs/common';
import { SpecialityListQuery } from '../../queries/speciality-list.js';
import { SubstanceListQuery } from '../../queries/substance-list.js';
import { FilterNames } from '../filter-names.js';
import { type SpecialityListPage, presentSpecialityList, readSpecialityList } from '../presenters/speciality-list.js';
import { type SubstanceListPage, presentSubstanceList, readSubstanceList } from '../presenters/substance-list.js';
import { Site } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

const PAGE_SIZE = 50;

/** The lists of substances and of medicines, with their filters. */
@PageController()
export class ListsController {
  constructor(
    private readonly site: Site,
    private readonly substanceList: SubstanceListQuery,
    private readonly specialityList: SpecialityListQuery,
    private readonly names: FilterNames,
  ) {}

  @Get('/substances')
  @Render('pages/substances')
  async substances(@Visiting() visit: Visit, @Query() query: Record<string, unknown>): Promise<SubstanceListPage> {
    const context = await this.site.open(visit);
    const request = readSubstanceList(query);
    const { id } = context;
    const list = await this.substanceList.page(id, { ...request, pageSize: PAGE_SIZE });
    return presentSubstanceList(context, request, list, {
      atcName: await this.names.atcClass(id, request.atc),
      classes: await this.names.classes(id),
      patients: await this.substanceList.consumers(
        id,
        list.items.map(({ code }) => code),
      ),
    });
  }

  @Get('/specialites')
  @Render('pages/specialities')
  async specialities(@Visiting() visit: Visit, @Query() query: Record<string, unknown>): Promise<SpecialityListPage> {
    const context = await this.site.open(visit);
    const request = readSpecialityList(query);
    const list = await this.specialityList.page(context.id, { ...request, pageSize: PAGE_SIZE });
    return presentSpecialityList(context, request, list, {
      substance: await this.names.substance(context.id, request.substance, '/specialites'),
      atc: await this.names.atcClass(context.id, request.atc),
      classes: await this.names.classes(context.id),
    });
  }
}
