-- term_count: one row per (substance, cell, organ class, high level term, whether it is the first of its class in the case), in
-- the order of substances, all declarations together (−1) first: its cases; key: population (substance × 16 + cell; the bits
-- from 32) and reaction (below). All declarations together have few reactions that differ: these are hashed; of substances
-- many do: single numbers are sorted in half the time of hashing as many
CREATE UNLOGGED TABLE staging.term_count AS
SELECT (((case_id & 15) - 16)::bigint << 32) + reaction AS key, count(*)::integer AS cases
FROM staging.case_reaction
GROUP BY 1;

SET LOCAL enable_hashagg = off;
INSERT INTO staging.term_count (key, cases)
SELECT ((of_case.substance * 16 + (case_id & 15))::bigint << 32) + told.reaction, count(*)
FROM staging.case_substance AS of_case
JOIN staging.case_reaction AS told USING (case_id)
GROUP BY 1;

CREATE INDEX ON staging.term_count (((key >> 36)::integer));
ANALYZE staging.term_count
