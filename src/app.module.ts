import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ApiModule } from './api/api.module.js';
import { type Settings, SETTINGS } from './config/settings.js';
import type { Readers } from './database/readers.js';
import { ReadersDatabase, WritableDatabase } from './database/readers-database.js';
import { QueriesModule } from './queries/queries.module.js';
import { ReleaseWatch } from './releases/release-watch.js';
import { SchedulerModule } from './scheduler/scheduler.module.js';
import { Stopping } from './watching/stopping.js';
import { WebModule } from './web/web.module.js';

/** The whole application: what answers, over a database that is open already. */
@Global()
@Module({})
export class AppModule {
  static over(readers: Readers, settings: Settings, watch: ReleaseWatch): DynamicModule {
    return {
      module: AppModule,
      imports: [QueriesModule, ApiModule, WebModule, SchedulerModule],
      providers: [
        Stopping,
        { provide: ReadersDatabase, useValue: readers },
        { provide: WritableDatabase, useValue: readers.primary },
        { provide: SETTINGS, useValue: settings },
        { provide: ReleaseWatch, useValue: watch },
      ],
      exports: [ReadersDatabase, WritableDatabase, SETTINGS, ReleaseWatch, Stopping],
    };
  }
}
