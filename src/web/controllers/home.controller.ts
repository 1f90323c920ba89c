import { Get, Query, Render } from '@nestjs/common';
import { SearchQuery } from '../../queries/search.js';
import { SubstanceListQuery } from '../../queries/substance-list.js';
import { HomeFigures } from '../home-figures.js';
import { type HomePage, presentHome } from '../presenters/home.js';
import { textOf } from '../presenters/paging.js';
import { type SearchPage, presentSearch } from '../presenters/search.js';
import { Site } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

const MOST_CITED = 6;
const RESULTS = 40;

/** The home page and the search. */
@PageController()
export class HomeController {
  constructor(
    private readonly site: Site,
    private readonly search: SearchQuery,
    private readonly substances: SubstanceListQuery,
    private readonly figures: HomeFigures,
  ) {}

  @Get('/')
  @Render('pages/home')
  async home(@Visiting() visit: Visit): Promise<HomePage> {
    const context = await this.site.open(visit);
    const { id } = context;
    const substances = await this.substances.page(id, { sort: '-cases', page: 1, pageSize: MOST_CITED });
    const codes = substances.items.map(({ code }) => code);
    const [patients, figures] = await Promise.all([this.substances.consumers(id, codes), this.figures.of(id)]);
    return presentHome(context, { ...figures, substances, patients });
  }

  @Get('/recherche')
  @Render('pages/search')
  async find(@Visiting() visit: Visit, @Query() query: Record<string, unknown>): Promise<SearchPage> {
    const context = await this.site.open(visit);
    const q = textOf(query, 'q') ?? '';
    const found = q === '' ? [] : await this.search.find(context.id, q, RESULTS);
    const codes = found.flatMap((one) => (one.type === 'substance' ? [one.code] : []));
    const patients = await this.substances.consumers(context.id, codes);
    return presentSearch(context, { query: q, found, limit: RESULTS, patients });
  }
}
