import { Get, Inject, Render } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { ExampleSubstance } from '../example-substance.js';
import { InterfaceRoutes } from '../interface-routes.js';
import { type MethodologyPage, presentMethodology } from '../presenters/methodology.js';
import { type FaqPage, presentFaq } from '../presenters/prose-faq.js';
import { type ProgrammingPage, presentProgramming } from '../presenters/prose-programming.js';
import {
  type AboutPage,
  type AccessibilityPage,
  type LegalPage,
  presentAbout,
  presentAccessibility,
  presentLegal,
} from '../presenters/prose.js';
import { Site } from '../site.js';
import { type Visit, Visiting } from '../visit.js';
import { PageController } from './page.js';

/** The pages of running text. */
@PageController()
export class ProseController {
  constructor(
    private readonly site: Site,
    private readonly example: ExampleSubstance,
    private readonly routes: InterfaceRoutes,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('/methodologie')
  @Render('pages/methodology')
  async methodology(@Visiting() visit: Visit): Promise<MethodologyPage> {
    return presentMethodology(await this.site.open(visit));
  }

  @Get('/faq')
  @Render('pages/faq')
  async questions(@Visiting() visit: Visit): Promise<FaqPage> {
    return presentFaq(await this.site.open(visit));
  }

  @Get('/a-propos')
  @Render('pages/prose')
  async about(@Visiting() visit: Visit): Promise<AboutPage> {
    return presentAbout(await this.site.open(visit));
  }

  @Get('/accessibilite')
  @Render('pages/prose')
  async accessibility(@Visiting() visit: Visit): Promise<AccessibilityPage> {
    return presentAccessibility(await this.site.open(visit), this.settings);
  }

  @Get('/mentions-legales')
  @Render('pages/prose')
  async legal(@Visiting() visit: Visit): Promise<LegalPage> {
    return presentLegal(await this.site.open(visit), this.settings);
  }

  @Get('/api')
  @Render('pages/prose')
  async programming(@Visiting() visit: Visit): Promise<ProgrammingPage> {
    const context = await this.site.open(visit);
    const substance = await this.example.in(context.id);
    return presentProgramming(context, await this.routes.document(), substance, this.settings.rateLimit);
  }
}
