import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long each step of a run took. */
export class TimeRuns1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ingestion_run ADD COLUMN steps jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ingestion_run DROP COLUMN steps');
  }
}
