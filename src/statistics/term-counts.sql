-- term_count: one row per (substance, sex, age group, organ class, high level term), in the order of substances: its cases,
-- and of these those in which it is the first of its class; term −1: cases of the class whose reaction has none.
-- The inner key is all that in one number, first or not: sorting single numbers takes half the time of hashing as many
SET LOCAL enable_hashagg = off;
CREATE UNLOGGED TABLE staging.term_count AS
SELECT
  (key >> 36)::integer AS substance,
  (key >> 34 & 3)::smallint AS sex, (key >> 32 & 3)::smallint AS age_group,
  (key >> 25 & 127)::smallint AS class, (key >> 1 & 16777215)::integer - 1 AS term,
  cases, firsts
FROM (
  SELECT
    key & -2 AS key,
    sum(cases)::integer AS cases,
    coalesce(sum(cases) FILTER (WHERE key & 1 = 1), 0)::integer AS firsts
  FROM (
    SELECT (of_case.population::bigint << 32) + told.reaction AS key, count(*)::integer AS cases
    FROM staging.case_substance AS of_case
    JOIN staging.case_reaction AS told USING (case_id)
    GROUP BY 1
  ) AS of_keys
  GROUP BY 1
) AS counted;

CREATE INDEX ON staging.term_count (substance);
ANALYZE staging.term_count
