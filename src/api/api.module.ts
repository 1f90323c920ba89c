import { Module } from '@nestjs/common';
import { QueriesModule } from '../queries/queries.module.js';
import { AtcController } from './atc.controller.js';
import { KnownSubstances } from './known-substances.js';
import { Links } from './links.js';
import { DatasetsController } from './datasets.controller.js';
import { InterfaceDescription, OpenApiController } from './openapi.controller.js';
import { MedicationErrorsController } from './medication-errors.controller.js';
import { OrganClassesController } from './organ-classes.controller.js';
import { ReleasesController } from './releases.controller.js';
import { SearchController } from './search.controller.js';
import { ShortagesController } from './shortages.controller.js';
import { SpecialitiesController } from './specialities.controller.js';
import { StatisticsController } from './statistics.controller.js';
import { SubstancesController } from './substances.controller.js';
import { UnknownCodes } from './unknown-codes.js';

/** The public interface, /api/v1. */
@Module({
  imports: [QueriesModule],
  controllers: [
    AtcController,
    DatasetsController,
    OpenApiController,
    MedicationErrorsController,
    OrganClassesController,
    ReleasesController,
    SearchController,
    ShortagesController,
    SpecialitiesController,
    StatisticsController,
    SubstancesController,
  ],
  providers: [Links, InterfaceDescription, KnownSubstances, UnknownCodes],
})
export class ApiModule {}
