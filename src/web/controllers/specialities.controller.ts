import { Get, Param, Render } from '@nestjs/common';
import { ShortageStatisticsQuery } from '../../queries/shortage-statistics.js';
import { SpecialityQuery } from '../../queries/speciality.js';
import { Gone } from '../gone.js';
import { MovedTo } from '../moved-to.js';
import { presentFormerSpeciality } from '../presenters/former-speciality.js';
import { type SpecialityPage, presentSpeciality } from '../presenters/speciality.js';
import { Site, found } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

@PageController()
export class SpecialitiesController {
  constructor(
    private readonly site: Site,
    private readonly speciality: SpecialityQuery,
    private readonly shortages: ShortageStatisticsQuery,
  ) {}

  @Get('/specialites/:cis')
  @Render('pages/speciality')
  async one(@Visiting() visit: Visit, @Param('cis') cis: string): Promise<SpecialityPage> {
    const context = await this.site.open(visit);
    const answer = found(await this.speciality.byCis(context.id, cis));
    if ('gone' in answer) throw new Gone('pages/former-speciality', presentFormerSpeciality(context, answer.gone));
    return presentSpeciality(context, answer, await this.shortages.period(context.id));
  }

  /** The address of data.ansm.sante.fr. */
  @Get('/specialite/:cis')
  formerAddress(@Param('cis') cis: string): never {
    throw new MovedTo(`/specialites/${encodeURIComponent(cis)}`);
  }
}
