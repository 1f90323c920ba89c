import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The published figures. Every table of a release carries its number and is written in one transaction, so that a
 * release is there whole or not at all; nothing of one person is kept.
 */
export class CreateReleases1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ingestion_run (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        status text NOT NULL CHECK (status IN ('running', 'published', 'unchanged', 'failed', 'interrupted')),
        directory text NOT NULL,
        errors text[] NOT NULL DEFAULT '{}'
      );
      CREATE TABLE source_file (
        run_id integer NOT NULL REFERENCES ingestion_run ON DELETE CASCADE,
        file text NOT NULL,
        source text NOT NULL,
        vintage text,
        sha256 text NOT NULL,
        bytes bigint NOT NULL,
        encoding text NOT NULL,
        rows_read integer NOT NULL,
        rows_accepted integer NOT NULL,
        rejected json NOT NULL,
        PRIMARY KEY (run_id, file)
      );
      CREATE TABLE rejected_row (
        run_id integer NOT NULL REFERENCES ingestion_run ON DELETE CASCADE,
        file text NOT NULL,
        line integer NOT NULL,
        reason text NOT NULL,
        row_text text,
        PRIMARY KEY (run_id, file, line)
      );
      CREATE TABLE release (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        run_id integer NOT NULL REFERENCES ingestion_run,
        published_at timestamptz NOT NULL,
        demo boolean NOT NULL,
        min_cell integer NOT NULL CHECK (min_cell >= 11),
        declarations json,
        exposure json,
        declarations_from integer,
        declarations_to integer,
        exposure_from integer,
        exposure_to integer
      );
      CREATE TABLE published_release (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        release_id integer NOT NULL REFERENCES release
      );
      CREATE TABLE substance (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        code text NOT NULL,
        name text NOT NULL,
        sort_name text COLLATE "C" NOT NULL,
        synonyms text[] NOT NULL,
        member_codes text[] NOT NULL,
        speciality_count integer NOT NULL,
        cases integer,
        cases_suppressed boolean,
        exposure json,
        PRIMARY KEY (release_id, code)
      );
      CREATE TABLE substance_member (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        member_code text NOT NULL,
        code text NOT NULL,
        PRIMARY KEY (release_id, member_code)
      );
      CREATE TABLE substance_figures (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        code text NOT NULL,
        population text NOT NULL,
        adverse_reactions json NOT NULL,
        PRIMARY KEY (release_id, code, population)
      );
      CREATE TABLE speciality (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        denomination text NOT NULL,
        sort_name text COLLATE "C" NOT NULL,
        form text,
        routes text[] NOT NULL,
        status text,
        procedure text,
        marketing text,
        authorisation_date date,
        bdpm_status text,
        european_number text,
        holders text[] NOT NULL,
        enhanced_surveillance boolean NOT NULL,
        exposure json,
        PRIMARY KEY (release_id, cis)
      );
      CREATE TABLE presentation (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cip13 text NOT NULL,
        cip7 text NOT NULL,
        cis text NOT NULL,
        label text NOT NULL,
        status text,
        marketing text,
        declaration_date date,
        hospitals boolean,
        reimbursement_rates text[] NOT NULL,
        price_without_fee numeric(12, 2),
        price numeric(12, 2),
        fee numeric(12, 2),
        reimbursement_conditions text,
        PRIMARY KEY (release_id, cip13)
      );
      CREATE INDEX presentation_cis ON presentation (release_id, cis);
      CREATE TABLE component (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        position integer NOT NULL,
        element text NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        dosage text,
        dosage_reference text,
        nature text NOT NULL CHECK (nature IN ('SA', 'FT')),
        link text NOT NULL,
        PRIMARY KEY (release_id, cis, position)
      );
      CREATE TABLE speciality_substance (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        code text NOT NULL,
        cis text NOT NULL,
        PRIMARY KEY (release_id, code, cis)
      );
      CREATE INDEX speciality_substance_cis ON speciality_substance (release_id, cis);
      CREATE TABLE unmatched_name (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        name text NOT NULL,
        type text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('unmatched', 'ambiguous')),
        cases integer NOT NULL,
        PRIMARY KEY (release_id, name, type)
      );
      CREATE TABLE alias (
        name text PRIMARY KEY,
        codes text[] NOT NULL CHECK (cardinality(codes) > 0)
      );
      CREATE TABLE search_entry (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        type text NOT NULL CHECK (type IN ('substance', 'speciality')),
        code text NOT NULL,
        name text NOT NULL,
        search_text text NOT NULL,
        weight integer NOT NULL,
        PRIMARY KEY (release_id, type, code)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE search_entry, alias, unmatched_name, speciality_substance, component, presentation, speciality,
        substance_figures, substance_member, substance, published_release, release, rejected_row,
        source_file, ingestion_run
    `);
  }
}
