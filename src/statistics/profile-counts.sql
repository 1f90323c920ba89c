-- profile_count: one row per (substance, cell, profile), in the order of substances, all declarations together (−1) first: the
-- cases alike in all that is counted of cases by themselves; key: population (substance × 16 + cell; the bits from 40) and
-- profile (below). Few profiles differ among all declarations: these are hashed; of substances nearly half do: single numbers
-- are sorted faster than they, or their parts, are hashed
CREATE UNLOGGED TABLE staging.profile_count AS
SELECT (((id & 15) - 16)::bigint << 40) + profile AS key, count(*)::integer AS cases
FROM staging.kept_case
GROUP BY 1;

SET LOCAL enable_hashagg = off;
INSERT INTO staging.profile_count (key, cases)
SELECT ((of_case.substance * 16 + (case_id & 15))::bigint << 40) + kept.profile, count(*)
FROM staging.case_substance AS of_case
JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
GROUP BY 1;

CREATE INDEX ON staging.profile_count (((key >> 44)::integer));
ANALYZE staging.profile_count
