-- case_substance: one row per (case, substance) that one or more of its drugs contain. Nothing is written down: whoever counts
-- by it sorts single numbers, which takes half the time of putting down as many rows and reading them
CREATE VIEW staging.case_substance AS
SELECT (key >> 32)::integer AS case_id, (key & 4294967295)::integer AS substance
FROM (
  SELECT DISTINCT (unnest(drug.cases)::bigint << 32) + meaning.substance AS key
  FROM staging.drug_name AS drug
  JOIN staging.name_substance AS meaning USING (name, type)
) AS keys
