import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of shortages, and the figures of medication errors, hidden already. */
export class AddShortages1795200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shortage (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        number text COLLATE "C" NOT NULL,
        sort_name text COLLATE "C" NOT NULL,
        name text NOT NULL,
        classification text CHECK (classification IN ('shortage', 'risk', 'end_of_marketing', 'other')),
        open boolean NOT NULL,
        reported_on date,
        closed_on date,
        year integer NOT NULL,
        cis text,
        cip text,
        dci text,
        atc text COLLATE "C",
        therapeutic_class text,
        laboratory text,
        laboratory_key text,
        causes text[] NOT NULL,
        measures text[] NOT NULL,
        circuit text,
        search_text text NOT NULL,
        PRIMARY KEY (release_id, number, sort_name)
      );
      CREATE INDEX shortage_cis ON shortage (release_id, cis);
      CREATE TABLE shortage_statistics (
        release_id integer PRIMARY KEY REFERENCES release ON DELETE CASCADE,
        statistics json NOT NULL
      );
      CREATE TABLE medication_error_statistics (
        release_id integer PRIMARY KEY REFERENCES release ON DELETE CASCADE,
        statistics json NOT NULL
      );
      CREATE TABLE medication_error_figures (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        figures json NOT NULL,
        PRIMARY KEY (release_id, cis)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE medication_error_figures, medication_error_statistics, shortage_statistics, shortage
    `);
  }
}
