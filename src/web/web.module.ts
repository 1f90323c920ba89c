import { Module } from '@nestjs/common';
import { QueriesModule } from '../queries/queries.module.js';
import { DeclarationsController } from './controllers/declarations.controller.js';
import { HomeController } from './controllers/home.controller.js';
import { ShortagesFeedController } from './controllers/shortages-feed.controller.js';
import { SpecialitiesController } from './controllers/specialities.controller.js';
import { SubstancesController } from './controllers/substances.controller.js';
import { Site } from './site.js';

/** The pages. The server also needs `setupWeb`. */
@Module({
  imports: [QueriesModule],
  controllers: [
    HomeController,
    SubstancesController,
    SpecialitiesController,
    DeclarationsController,
    ShortagesFeedController,
  ],
  providers: [Site],
})
export class WebModule {}
