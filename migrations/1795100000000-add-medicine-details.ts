import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the optional files say of medicines, the ATC tree, and the medicines that are gone. */
export class AddMedicineDetails1795100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE source_file ADD COLUMN source_table text;
      CREATE TABLE generic_group (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        id text NOT NULL,
        label text NOT NULL,
        PRIMARY KEY (release_id, id)
      );
      CREATE TABLE generic_member (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        group_id text NOT NULL,
        cis text NOT NULL,
        type text NOT NULL CHECK (type IN ('reference', 'generic', 'complementary_generic', 'substitutable')),
        main boolean NOT NULL,
        PRIMARY KEY (release_id, group_id, cis)
      );
      CREATE INDEX generic_member_cis ON generic_member (release_id, cis);
      CREATE TABLE prescription_condition (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        conditions text[] NOT NULL,
        PRIMARY KEY (release_id, cis)
      );
      CREATE TABLE has_opinion (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('SMR', 'ASMR')),
        position integer NOT NULL,
        decided_on date NOT NULL,
        reason text,
        value text NOT NULL,
        label text,
        file_code text NOT NULL,
        address text,
        PRIMARY KEY (release_id, cis, kind, position)
      );
      CREATE TABLE safety_notice (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        position integer NOT NULL,
        starts_on date,
        ends_on date,
        label text NOT NULL,
        address text,
        PRIMARY KEY (release_id, cis, position)
      );
      CREATE TABLE availability (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        position integer NOT NULL,
        cip13 text,
        status text NOT NULL CHECK (status IN ('shortage', 'tension', 'discontinued', 'back')),
        label text NOT NULL,
        starts_on date,
        updated_on date,
        back_on date,
        address text,
        PRIMARY KEY (release_id, cis, position)
      );
      CREATE TABLE speciality_atc (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        code text COLLATE "C" NOT NULL,
        inferred boolean NOT NULL,
        PRIMARY KEY (release_id, cis)
      );
      CREATE INDEX speciality_atc_code ON speciality_atc (release_id, code);
      CREATE TABLE atc_class (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        code text COLLATE "C" NOT NULL,
        label text,
        parent text COLLATE "C",
        PRIMARY KEY (release_id, code)
      );
      CREATE TABLE former_speciality (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        cis text NOT NULL,
        denomination text NOT NULL,
        last_seen timestamptz NOT NULL,
        group_id text,
        PRIMARY KEY (release_id, cis)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE former_speciality, atc_class, speciality_atc, availability, safety_notice, has_opinion,
        prescription_condition, generic_member, generic_group;
      ALTER TABLE source_file DROP COLUMN source_table
    `);
  }
}
