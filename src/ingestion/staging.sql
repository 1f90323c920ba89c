-- staging: one run's rows between the files and the counts; unlogged, and gone when the run ends
DROP SCHEMA IF EXISTS staging CASCADE;
CREATE SCHEMA staging;

-- the large ones are written once and read whole: a vacuum in between would only take a processor and the disk from them

-- case_key: AER_ID and CAS of a row in one text, which is compared much more often than it is written
-- codes: sex 0 female, 1 male, 2 unknown; age_group 0 0-19, 1 20-59, 2 60+, 3 unknown;
-- seriousness 0 serious, 1 non-serious, 2 unknown; criteria: one bit each, in the order of counting.md;
-- kind: position in the list of the 27 organ classes + 32 × (number of the high level term + 1, or 0 where there is none);
-- drug: type (0 speciality, 1 brand, 2 substance, 3 other) + 4 × number of the normalised name
CREATE UNLOGGED TABLE staging.case_row (
  line integer NOT NULL,
  case_key text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  year smallint NOT NULL,
  sex smallint NOT NULL,
  age_group smallint NOT NULL,
  seriousness smallint NOT NULL,
  criteria smallint NOT NULL,
  is_foreign boolean NOT NULL,
  reporter text COLLATE "C"
) WITH (autovacuum_enabled = off);

-- the whole rows of those of Cas-Patients that only they tell apart
CREATE UNLOGGED TABLE staging.several_text (line integer NOT NULL, row_text text COLLATE "C" NOT NULL);
CREATE UNLOGGED TABLE staging.duplicate_case (line integer NOT NULL);

-- rejected rows of Cas-Patients whose key can be read: rows that point to them are no orphans
CREATE UNLOGGED TABLE staging.rejected_case (case_key text COLLATE "C" NOT NULL);

CREATE UNLOGGED TABLE staging.reaction_row (
  line integer NOT NULL,
  case_key text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  kind integer NOT NULL
) WITH (autovacuum_enabled = off);
CREATE UNLOGGED TABLE staging.term_spelling (number integer NOT NULL, term text COLLATE "C" NOT NULL);

CREATE UNLOGGED TABLE staging.drug_row (
  line integer NOT NULL,
  case_key text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  counts boolean NOT NULL,
  drug integer NOT NULL
) WITH (autovacuum_enabled = off);
CREATE UNLOGGED TABLE staging.drug_spelling (number integer NOT NULL, name text COLLATE "C" NOT NULL);

CREATE UNLOGGED TABLE staging.consumers_row (
  cip13 text COLLATE "C" NOT NULL,
  year smallint NOT NULL,
  sex smallint NOT NULL,
  age_group smallint NOT NULL,
  consumers bigint NOT NULL
) WITH (autovacuum_enabled = off);

-- the reference data of this run; a substance's id is its position by code
CREATE UNLOGGED TABLE staging.substance (id integer NOT NULL, code text NOT NULL);
CREATE UNLOGGED TABLE staging.speciality_substance (cis text COLLATE "C" NOT NULL, substance integer NOT NULL);
CREATE UNLOGGED TABLE staging.pack (cip13 text COLLATE "C" NOT NULL, cis text COLLATE "C" NOT NULL);

-- what a drug's name leads to
CREATE UNLOGGED TABLE staging.name_substance (
  name text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  substance integer NOT NULL
);
CREATE UNLOGGED TABLE staging.nameless (
  name text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  outcome text NOT NULL
);

-- spellings of reporters and of high level terms, each with the id of its key
CREATE UNLOGGED TABLE staging.reporter (label text COLLATE "C" NOT NULL, id integer NOT NULL);
CREATE UNLOGGED TABLE staging.term (label text COLLATE "C" NOT NULL, id integer NOT NULL);
