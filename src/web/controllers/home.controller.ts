import { Get, Query, Render } from '@nestjs/common';
import { SearchQuery } from '../../queries/search.js';
import { SpecialityListQuery } from '../../queries/speciality-list.js';
import { SubstanceListQuery } from '../../queries/substance-list.js';
import { type HomePage, presentHome } from '../presenters/home.js';
import { textOf } from '../presenters/paging.js';
import { type SearchPage, presentSearch } from '../presenters/search.js';
import { Site } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

const MOST_CITED = 8;
const RESULTS = 40;

@PageController()
export class HomeController {
  constructor(
    private readonly site: Site,
    private readonly search: SearchQuery,
    private readonly substances: SubstanceListQuery,
    private readonly specialities: SpecialityListQuery,
  ) {}

  @Get('/')
  @Render('pages/home')
  async home(@Visiting() visit: Visit): Promise<HomePage> {
    const context = await this.site.open(visit);
    const substances = await this.substances.page(context.id, { sort: '-cases', page: 1, pageSize: MOST_CITED });
    const specialities = await this.specialities.page(context.id, { page: 1, pageSize: 1 });
    return presentHome(context, substances, specialities);
  }

  @Get('/recherche')
  @Render('pages/search')
  async find(@Visiting() visit: Visit, @Query() query: Record<string, unknown>): Promise<SearchPage> {
    const context = await this.site.open(visit);
    const q = textOf(query, 'q') ?? '';
    const found = q === '' ? [] : await this.search.find(context.id, q, RESULTS);
    return presentSearch(context, q, found, RESULTS);
  }
}
