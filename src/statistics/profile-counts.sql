-- profile_count: one row per (substance, cell, profile): the cases alike in all that is counted of cases by themselves; key:
-- population (substance × 16 + cell; the bits from 40) and profile (below). Of substances nearly half the profiles differ:
-- single numbers are sorted faster than they, or their parts, are hashed, and are left in order
SET LOCAL enable_hashagg = off;
CREATE UNLOGGED TABLE staging.profile_count AS
SELECT ((of_case.substance * 16 + (case_id & 15))::bigint << 40) + kept.profile AS key, count(*)::integer AS cases
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
GROUP BY 1;

-- and all declarations together, the substance −1, of which few differ. Few rows are inserted: each costs more than a created one
SET LOCAL enable_hashagg = on;
INSERT INTO staging.profile_count (key, cases)
SELECT (((id & 15) - 16)::bigint << 40) + profile, count(*)
FROM staging.kept_case
GROUP BY 1;

CREATE INDEX ON staging.profile_count (((key >> 44)::integer));
ANALYZE staging.profile_count
