-- case_reaction: one row per (case, organ class, high level term), in the order of cases; reaction: organ class (the bits from
-- 25), term + 1, or 0 for none (from 1), and whether it is the first of its class in the case (lowest bit): the rows that
-- are count the cases of the class
-- Nearly all keys differ: sorting single numbers is cheaper than hashing them, and leaves them in order
SET LOCAL enable_hashagg = off;
CREATE UNLOGGED TABLE staging.case_reaction AS
SELECT
  (key >> 32)::integer AS case_id,
  ((key & 4294967295) << 1) + (lag(key >> 24) OVER (ORDER BY key) IS DISTINCT FROM key >> 24)::integer AS reaction
FROM (
  SELECT DISTINCT (unnest(kind.cases)::bigint << 32) + (kind.organ_class::integer << 24) + coalesce(term.id + 1, 0) AS key
  FROM staging.reaction_kind AS kind
  LEFT JOIN staging.term AS term ON term.label = kind.term
) AS of_cases;

ANALYZE staging.case_reaction
