import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of the whole tables of a release as files, and a digest of figures by which two releases are compared. */
export class DescribeReleases1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dataset_file (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        dataset text NOT NULL,
        format text NOT NULL,
        form text NOT NULL,
        rows integer NOT NULL,
        bytes bigint NOT NULL,
        sha256 text NOT NULL,
        PRIMARY KEY (release_id, dataset, format)
      );
      ALTER TABLE substance ADD COLUMN figures_digest text;
      -- as the ingestion works it out
      UPDATE substance
      SET figures_digest = figures.digest
      FROM (
        SELECT release_id, code, encode(sha256(convert_to(string_agg(adverse_reactions::text, ''
                 ORDER BY array_position(ARRAY['all', 'female', 'male', '0-19', '20-59', '60+'], population)
               ), 'UTF8')), 'hex') AS digest
        FROM substance_figures
        GROUP BY release_id, code
      ) AS figures
      WHERE figures.release_id = substance.release_id AND figures.code = substance.code;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE substance DROP COLUMN figures_digest;
      DROP TABLE dataset_file;
    `);
  }
}
