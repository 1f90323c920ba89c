-- drug_name: one row per name and type of Médicaments: the ids of the cases that count, one for each of their drugs of that
-- name with a role that counts, and the lines of orphans, whose case is in no row of Cas-Patients
-- There are few names beside the rows: hashing them is cheaper than the sort that the planner would choose
SET LOCAL enable_sort = off;
CREATE UNLOGGED TABLE staging.drug_name AS
SELECT
  spelling.name, (ARRAY['speciality', 'brand', 'substance', 'other'])[(placed.drug & 3) + 1] COLLATE "C" AS type,
  placed.cases, placed.orphans
FROM (
  SELECT
    drug.drug,
    array_agg(known.id) FILTER (WHERE drug.counts AND known.counts AND known.version = drug.version) AS cases,
    array_agg(drug.line) FILTER (WHERE known.case_key IS NULL) AS orphans
  FROM staging.drug_row AS drug
  LEFT JOIN staging.known_case AS known USING (case_key)
  GROUP BY drug.drug
) AS placed
JOIN staging.drug_spelling AS spelling ON spelling.number = placed.drug >> 2
