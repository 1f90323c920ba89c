-- profile_count: one row per (substance, cell, profile), in the order of substances, all declarations together (−1) first: the
-- cases alike in all that is counted of cases by themselves; key: population (substance × 16 + cell; the bits from 40) and
-- profile (below). Few profiles differ among all declarations: these are hashed; of substances nearly half do: single numbers
-- are sorted faster than they, or their parts, are hashed
CREATE UNLOGGED TABLE staging.profile_count AS
SELECT ((cell - 16)::bigint << 40) + profile AS key, count(*)::integer AS cases
FROM staging.kept_case
GROUP BY 1;

SET LOCAL enable_hashagg = off;
INSERT INTO staging.profile_count (key, cases)
SELECT (population::bigint << 40) + profile, count(*)
FROM staging.case_substance
GROUP BY 1;

CREATE INDEX ON staging.profile_count (((key >> 44)::integer));
ANALYZE staging.profile_count
