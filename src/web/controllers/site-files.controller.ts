import { Get, Header, Inject, Param, Redirect } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { PageCodesQuery } from '../../queries/page-codes.js';
import { readAssets } from '../assets.js';
import { presentRobots, presentSitemap, presentSitemapFile } from '../presenters/sitemap.js';
import { Site, found } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

const XML = 'application/xml; charset=utf-8';

/** What programs that read the site ask for first. */
@PageController()
export class SiteFilesController {
  constructor(
    private readonly site: Site,
    private readonly codes: PageCodesQuery,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('/robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return presentRobots(this.settings.baseUrl);
  }

  @Get('/sitemap.xml')
  @Header('content-type', XML)
  async sitemap(@Visiting() visit: Visit): Promise<string> {
    const context = await this.site.open(visit);
    return presentSitemap(context, await this.codes.all(context.id));
  }

  @Get('/sitemaps/:number.xml')
  @Header('content-type', XML)
  async sitemapFile(@Visiting() visit: Visit, @Param('number') number: string): Promise<string> {
    const context = await this.site.open(visit);
    return found(presentSitemapFile(context, await this.codes.all(context.id), Number(number)));
  }

  /** For those who do not read the icon's address in the page. A day: the address changes with the icon. */
  @Get('/favicon.ico')
  @Header('cache-control', 'public, max-age=86400')
  @Redirect()
  icon(): { url: string; statusCode: number } {
    return { url: readAssets().links.icon, statusCode: 301 };
  }
}
