import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { IngestionScheduler } from './ingestion-scheduler.js';

/** What is done at its time. Nothing begins until `IngestionScheduler.start`. */
@Module({ imports: [ScheduleModule.forRoot()], providers: [IngestionScheduler], exports: [IngestionScheduler] })
export class SchedulerModule {}
