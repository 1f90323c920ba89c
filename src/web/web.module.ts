import { Module } from '@nestjs/common';
import { QueriesModule } from '../queries/queries.module.js';
import { AtcController } from './controllers/atc.controller.js';
import { CompareController } from './controllers/compare.controller.js';
import { DataController } from './controllers/data.controller.js';
import { DeclarationsController } from './controllers/declarations.controller.js';
import { HomeController } from './controllers/home.controller.js';
import { ProseController } from './controllers/prose.controller.js';
import { PicturesController } from './controllers/pictures.controller.js';
import { MetadataController } from './controllers/metadata.controller.js';
import { ReleasesFeedController } from './controllers/releases-feed.controller.js';
import { ShortagesController } from './controllers/shortages.controller.js';
import { ListsController } from './controllers/lists.controller.js';
import { ShortagesFeedController } from './controllers/shortages-feed.controller.js';
import { SiteFilesController } from './controllers/site-files.controller.js';
import { SpecialitiesController } from './controllers/specialities.controller.js';
import { SubstancesController } from './controllers/substances.controller.js';
import { ComparedSubstances } from './compared-substances.js';
import { ExampleSubstance } from './example-substance.js';
import { FilterNames } from './filter-names.js';
import { HomeFigures } from './home-figures.js';
import { InterfaceRoutes } from './interface-routes.js';
import { ListsOfShortages } from './shortage-lists.js';
import { PictureRenderer } from './pictures/picture-renderer.js';
import { Pictures } from './pictures/pictures.js';
import { Site } from './site.js';

/** The pages. The server also needs `setupWeb`. */
@Module({
  imports: [QueriesModule],
  controllers: [
    HomeController,
    ListsController,
    SubstancesController,
    SpecialitiesController,
    AtcController,
    CompareController,
    DataController,
    DeclarationsController,
    MetadataController,
    ReleasesFeedController,
    PicturesController,
    ShortagesController,
    ShortagesFeedController,
    ProseController,
    SiteFilesController,
  ],
  providers: [
    Site,
    ComparedSubstances,
    ExampleSubstance,
    FilterNames,
    HomeFigures,
    InterfaceRoutes,
    ListsOfShortages,
    PictureRenderer,
    Pictures,
  ],
})
export class WebModule {}
