import { Injectable } from '@nestjs/common';
import { DeclarationFiguresQuery } from '../queries/declaration-figures.js';
import { ShortageStatisticsQuery } from '../queries/shortage-statistics.js';
import { SpecialityListQuery } from '../queries/speciality-list.js';
import { UnavailableListQuery } from '../queries/unavailable-list.js';
import type { HomeAnswers } from './presenters/home.js';

/** What the home page shows a little of, besides the substances. */
@Injectable()
export class HomeFigures {
  constructor(
    private readonly specialities: SpecialityListQuery,
    private readonly declarations: DeclarationFiguresQuery,
    private readonly unavailable: UnavailableListQuery,
    private readonly shortages: ShortageStatisticsQuery,
  ) {}

  async of(releaseId: string): Promise<Omit<HomeAnswers, 'substances' | 'patients'>> {
    const [specialities, declarations, now, shortages] = await Promise.all([
      this.specialities.page(releaseId, { page: 1, pageSize: 1 }),
      this.declarations.in(releaseId, 'all'),
      this.unavailable.now(releaseId),
      this.shortages.get(releaseId),
    ]);
    return { specialities, declarations, now, shortages };
  }
}
