CREATE TABLE alias (
  name text NOT NULL,
  codes text[] NOT NULL,
  CONSTRAINT alias_codes_check CHECK ((cardinality(codes) > 0)),
  CONSTRAINT alias_pkey PRIMARY KEY (name)
);

CREATE TABLE atc_class (
  release_id integer NOT NULL,
  code text COLLATE "C" NOT NULL,
  label text,
  parent text COLLATE "C",
  CONSTRAINT atc_class_pkey PRIMARY KEY (release_id, code),
  CONSTRAINT atc_class_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE availability (
  release_id integer NOT NULL,
  cis text NOT NULL,
  "position" integer NOT NULL,
  cip13 text,
  status text NOT NULL,
  label text NOT NULL,
  starts_on date,
  updated_on date,
  back_on date,
  address text,
  CONSTRAINT availability_pkey PRIMARY KEY (release_id, cis, "position"),
  CONSTRAINT availability_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE,
  CONSTRAINT availability_status_check CHECK ((status = ANY (ARRAY['shortage'::text, 'tension'::text, 'discontinued'::text, 'back'::text])))
);

CREATE TABLE component (
  release_id integer NOT NULL,
  cis text NOT NULL,
  "position" integer NOT NULL,
  element text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  dosage text,
  dosage_reference text,
  nature text NOT NULL,
  link text NOT NULL,
  CONSTRAINT component_nature_check CHECK ((nature = ANY (ARRAY['SA'::text, 'FT'::text]))),
  CONSTRAINT component_pkey PRIMARY KEY (release_id, cis, "position"),
  CONSTRAINT component_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE dataset_file (
  release_id integer NOT NULL,
  dataset text NOT NULL,
  format text NOT NULL,
  form text NOT NULL,
  rows integer NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  CONSTRAINT dataset_file_pkey PRIMARY KEY (release_id, dataset, format),
  CONSTRAINT dataset_file_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE declaration_figures (
  release_id integer NOT NULL,
  figures json NOT NULL,
  CONSTRAINT declaration_figures_pkey PRIMARY KEY (release_id),
  CONSTRAINT declaration_figures_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE former_speciality (
  release_id integer NOT NULL,
  cis text NOT NULL,
  denomination text NOT NULL,
  last_seen timestamp with time zone NOT NULL,
  group_id text,
  CONSTRAINT former_speciality_pkey PRIMARY KEY (release_id, cis),
  CONSTRAINT former_speciality_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE generic_group (
  release_id integer NOT NULL,
  id text NOT NULL,
  label text NOT NULL,
  CONSTRAINT generic_group_pkey PRIMARY KEY (release_id, id),
  CONSTRAINT generic_group_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE generic_member (
  release_id integer NOT NULL,
  group_id text NOT NULL,
  cis text NOT NULL,
  type text NOT NULL,
  main boolean NOT NULL,
  CONSTRAINT generic_member_pkey PRIMARY KEY (release_id, group_id, cis),
  CONSTRAINT generic_member_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE,
  CONSTRAINT generic_member_type_check CHECK ((type = ANY (ARRAY['reference'::text, 'generic'::text, 'complementary_generic'::text, 'substitutable'::text])))
);
CREATE INDEX generic_member_cis ON public.generic_member USING btree (release_id, cis);

CREATE TABLE has_opinion (
  release_id integer NOT NULL,
  cis text NOT NULL,
  kind text NOT NULL,
  "position" integer NOT NULL,
  decided_on date NOT NULL,
  reason text,
  value text NOT NULL,
  label text,
  file_code text NOT NULL,
  address text,
  CONSTRAINT has_opinion_kind_check CHECK ((kind = ANY (ARRAY['SMR'::text, 'ASMR'::text]))),
  CONSTRAINT has_opinion_pkey PRIMARY KEY (release_id, cis, kind, "position"),
  CONSTRAINT has_opinion_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE ingestion_run (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  started_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  status text NOT NULL,
  directory text NOT NULL,
  errors text[] NOT NULL DEFAULT '{}'::text[],
  steps jsonb,
  CONSTRAINT ingestion_run_pkey PRIMARY KEY (id),
  CONSTRAINT ingestion_run_status_check CHECK ((status = ANY (ARRAY['running'::text, 'published'::text, 'unchanged'::text, 'failed'::text, 'interrupted'::text])))
);

CREATE TABLE medication_error_figures (
  release_id integer NOT NULL,
  cis text NOT NULL,
  figures json NOT NULL,
  CONSTRAINT medication_error_figures_pkey PRIMARY KEY (release_id, cis),
  CONSTRAINT medication_error_figures_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE medication_error_statistics (
  release_id integer NOT NULL,
  statistics json NOT NULL,
  CONSTRAINT medication_error_statistics_pkey PRIMARY KEY (release_id),
  CONSTRAINT medication_error_statistics_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE migrations (
  id integer NOT NULL DEFAULT nextval('migrations_id_seq'::regclass),
  "timestamp" bigint NOT NULL,
  name character varying NOT NULL,
  CONSTRAINT migrations_pkey PRIMARY KEY (id)
);

CREATE TABLE prescription_condition (
  release_id integer NOT NULL,
  cis text NOT NULL,
  conditions text[] NOT NULL,
  CONSTRAINT prescription_condition_pkey PRIMARY KEY (release_id, cis),
  CONSTRAINT prescription_condition_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE presentation (
  release_id integer NOT NULL,
  cip13 text NOT NULL,
  cip7 text NOT NULL,
  cis text NOT NULL,
  label text NOT NULL,
  status text,
  marketing text,
  declaration_date date,
  hospitals boolean,
  reimbursement_rates text[] NOT NULL,
  price_without_fee numeric(12,2),
  price numeric(12,2),
  fee numeric(12,2),
  reimbursement_conditions text,
  CONSTRAINT presentation_pkey PRIMARY KEY (release_id, cip13),
  CONSTRAINT presentation_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);
CREATE INDEX presentation_cis ON public.presentation USING btree (release_id, cis);

CREATE TABLE published_release (
  only_row boolean NOT NULL DEFAULT true,
  release_id integer NOT NULL,
  CONSTRAINT published_release_only_row_check CHECK (only_row),
  CONSTRAINT published_release_pkey PRIMARY KEY (only_row),
  CONSTRAINT published_release_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id)
);

CREATE TABLE rejected_row (
  run_id integer NOT NULL,
  file text NOT NULL,
  line integer NOT NULL,
  reason text NOT NULL,
  row_text text,
  CONSTRAINT rejected_row_pkey PRIMARY KEY (run_id, file, line),
  CONSTRAINT rejected_row_run_id_fkey FOREIGN KEY (run_id) REFERENCES ingestion_run(id) ON DELETE CASCADE
);

CREATE TABLE release (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  run_id integer NOT NULL,
  published_at timestamp with time zone NOT NULL,
  demo boolean NOT NULL,
  min_cell integer NOT NULL,
  declarations json,
  exposure json,
  declarations_from integer,
  declarations_to integer,
  exposure_from integer,
  exposure_to integer,
  suppression json,
  reporters json,
  CONSTRAINT release_min_cell_check CHECK ((min_cell >= 11)),
  CONSTRAINT release_pkey PRIMARY KEY (id),
  CONSTRAINT release_run_id_fkey FOREIGN KEY (run_id) REFERENCES ingestion_run(id)
);

CREATE TABLE safety_notice (
  release_id integer NOT NULL,
  cis text NOT NULL,
  "position" integer NOT NULL,
  starts_on date,
  ends_on date,
  label text NOT NULL,
  address text,
  CONSTRAINT safety_notice_pkey PRIMARY KEY (release_id, cis, "position"),
  CONSTRAINT safety_notice_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE search_entry (
  release_id integer NOT NULL,
  type text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  search_text text NOT NULL,
  weight integer NOT NULL,
  CONSTRAINT search_entry_pkey PRIMARY KEY (release_id, type, code),
  CONSTRAINT search_entry_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE,
  CONSTRAINT search_entry_type_check CHECK ((type = ANY (ARRAY['substance'::text, 'speciality'::text])))
);

CREATE TABLE shortage (
  release_id integer NOT NULL,
  number text COLLATE "C" NOT NULL,
  sort_name text COLLATE "C" NOT NULL,
  name text NOT NULL,
  classification text,
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
  CONSTRAINT shortage_classification_check CHECK ((classification = ANY (ARRAY['shortage'::text, 'risk'::text, 'end_of_marketing'::text, 'other'::text]))),
  CONSTRAINT shortage_pkey PRIMARY KEY (release_id, number, sort_name),
  CONSTRAINT shortage_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);
CREATE INDEX shortage_cis ON public.shortage USING btree (release_id, cis);

CREATE TABLE shortage_statistics (
  release_id integer NOT NULL,
  statistics json NOT NULL,
  CONSTRAINT shortage_statistics_pkey PRIMARY KEY (release_id),
  CONSTRAINT shortage_statistics_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE source_file (
  run_id integer NOT NULL,
  file text NOT NULL,
  source text NOT NULL,
  vintage text,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  encoding text NOT NULL,
  rows_read integer NOT NULL,
  rows_accepted integer NOT NULL,
  rejected json NOT NULL,
  source_table text,
  CONSTRAINT source_file_pkey PRIMARY KEY (run_id, file),
  CONSTRAINT source_file_run_id_fkey FOREIGN KEY (run_id) REFERENCES ingestion_run(id) ON DELETE CASCADE
);

CREATE TABLE speciality (
  release_id integer NOT NULL,
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
  CONSTRAINT speciality_pkey PRIMARY KEY (release_id, cis),
  CONSTRAINT speciality_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE speciality_atc (
  release_id integer NOT NULL,
  cis text NOT NULL,
  code text COLLATE "C" NOT NULL,
  inferred boolean NOT NULL,
  CONSTRAINT speciality_atc_pkey PRIMARY KEY (release_id, cis),
  CONSTRAINT speciality_atc_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);
CREATE INDEX speciality_atc_code ON public.speciality_atc USING btree (release_id, code);

CREATE TABLE speciality_substance (
  release_id integer NOT NULL,
  code text NOT NULL,
  cis text NOT NULL,
  CONSTRAINT speciality_substance_pkey PRIMARY KEY (release_id, code, cis),
  CONSTRAINT speciality_substance_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);
CREATE INDEX speciality_substance_cis ON public.speciality_substance USING btree (release_id, cis);

CREATE TABLE substance (
  release_id integer NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  sort_name text COLLATE "C" NOT NULL,
  synonyms text[] NOT NULL,
  member_codes text[] NOT NULL,
  speciality_count integer NOT NULL,
  cases integer,
  cases_suppressed boolean,
  exposure json,
  figures_digest text,
  CONSTRAINT substance_pkey PRIMARY KEY (release_id, code),
  CONSTRAINT substance_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE substance_figures (
  release_id integer NOT NULL,
  code text NOT NULL,
  figures json NOT NULL,
  CONSTRAINT substance_figures_pkey PRIMARY KEY (release_id, code),
  CONSTRAINT substance_figures_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE substance_member (
  release_id integer NOT NULL,
  member_code text NOT NULL,
  code text NOT NULL,
  CONSTRAINT substance_member_pkey PRIMARY KEY (release_id, member_code),
  CONSTRAINT substance_member_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);

CREATE TABLE unmatched_name (
  release_id integer NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  outcome text NOT NULL,
  cases integer NOT NULL,
  CONSTRAINT unmatched_name_outcome_check CHECK ((outcome = ANY (ARRAY['unmatched'::text, 'ambiguous'::text]))),
  CONSTRAINT unmatched_name_pkey PRIMARY KEY (release_id, name, type),
  CONSTRAINT unmatched_name_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE
);
