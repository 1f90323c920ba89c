-- case_substance: one row per (case, substance) that one or more of its drugs contain, in the order of cases; population:
-- substance × 16 + cell
-- Nearly all keys differ: sorting single numbers is cheaper than hashing them, and leaves them in order
SET LOCAL enable_hashagg = off;
CREATE UNLOGGED TABLE staging.case_substance AS
SELECT kept.id AS case_id, of_case.substance * 16 + kept.cell AS population, kept.profile
FROM (
  SELECT (key >> 32)::integer AS case_id, (key & 4294967295)::integer AS substance
  FROM (
    SELECT DISTINCT (unnest(drug.cases)::bigint << 32) + meaning.substance AS key
    FROM staging.drug_name AS drug
    JOIN staging.name_substance AS meaning USING (name, type)
  ) AS keys
) AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id;

-- unmatched_name: one row per name that led to no substance
CREATE UNLOGGED TABLE staging.unmatched_name AS
SELECT name, type, nameless.outcome, (SELECT count(DISTINCT id) FROM unnest(drug.cases) AS id)::integer AS cases
FROM staging.nameless AS nameless
JOIN staging.drug_name AS drug USING (name, type);

ANALYZE staging.case_substance
