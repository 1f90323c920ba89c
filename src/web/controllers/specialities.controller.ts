import { Get, GoneException, Param, Query, Render } from '@nestjs/common';
import { SpecialityListQuery } from '../../queries/speciality-list.js';
import { SpecialityQuery } from '../../queries/speciality.js';
import { SubstanceQuery } from '../../queries/substance.js';
import { MovedTo } from '../moved-to.js';
import { address } from '../presenters/paging.js';
import { type SpecialityListPage, presentSpecialityList, readSpecialityList } from '../presenters/speciality-list.js';
import { type SpecialityPage, presentSpeciality } from '../presenters/speciality.js';
import { Site, found } from '../site.js';
import { PageController } from './page.js';

const PAGE_SIZE = 50;

@PageController()
export class SpecialitiesController {
  constructor(
    private readonly site: Site,
    private readonly list: SpecialityListQuery,
    private readonly speciality: SpecialityQuery,
    private readonly substance: SubstanceQuery,
  ) {}

  @Get('/specialites')
  @Render('pages/specialities')
  async all(@Query() query: Record<string, unknown>): Promise<SpecialityListPage> {
    const context = await this.site.open();
    const request = readSpecialityList(query);
    const list = await this.list.page(context.id, { ...request, pageSize: PAGE_SIZE });
    return presentSpecialityList(context, request, list, await this.nameOf(context.id, request.substance));
  }

  @Get('/specialites/:cis')
  @Render('pages/speciality')
  async one(@Param('cis') cis: string): Promise<SpecialityPage> {
    const context = await this.site.open();
    const answer = found(await this.speciality.byCis(context.id, cis));
    if ('gone' in answer) throw new GoneException();
    return presentSpeciality(context, answer);
  }

  /** The address of data.ansm.sante.fr. */
  @Get('/specialite/:cis')
  formerAddress(@Param('cis') cis: string): never {
    throw new MovedTo(`/specialites/${encodeURIComponent(cis)}`);
  }

  private async nameOf(releaseId: string, code: string | undefined): Promise<string | null> {
    if (code === undefined) return null;
    const answer = found(await this.substance.byCode(releaseId, code, 'all'));
    if ('movedTo' in answer) throw new MovedTo(address('/specialites', { substance: answer.movedTo }));
    return answer.name;
  }
}
