import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public figures of all declarations together, and how many numbers of a release are hidden. */
export class AddDeclarationFigures1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE declaration_figures (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        population text NOT NULL,
        adverse_reactions json NOT NULL,
        PRIMARY KEY (release_id, population)
      );
      ALTER TABLE release ADD COLUMN suppression json;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE release DROP COLUMN suppression;
      DROP TABLE declaration_figures;
    `);
  }
}
