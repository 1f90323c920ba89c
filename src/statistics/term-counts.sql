-- term_count: one row per (substance, cell, organ class, high level term, whether it is the first of its class in the case): its
-- cases; key: population (substance × 16 + cell; the bits from 32) and reaction (below). Of substances many reactions differ:
-- single numbers are sorted in half the time of hashing as many, and are left in order
SET LOCAL enable_hashagg = off;
CREATE UNLOGGED TABLE staging.term_count AS
SELECT ((of_case.substance * 16 + (case_id & 15))::bigint << 32) + told.reaction AS key, count(*)::integer AS cases
FROM staging.case_substance AS of_case
JOIN staging.case_reaction AS told USING (case_id)
GROUP BY 1;

-- and all declarations together, the substance −1, of which few differ. Few rows are inserted: each costs more than a created one
SET LOCAL enable_hashagg = on;
INSERT INTO staging.term_count (key, cases)
SELECT (((case_id & 15) - 16)::bigint << 32) + reaction, count(*)
FROM staging.case_reaction
GROUP BY 1;

CREATE INDEX ON staging.term_count (((key >> 36)::integer));
ANALYZE staging.term_count
