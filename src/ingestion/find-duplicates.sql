-- duplicate_case: one row per row of Cas-Patients that does not count beside another of the same case and version: the first
-- in code point order of the whole row counts; few cases have any, so that only theirs are put in order
CREATE UNLOGGED TABLE staging.duplicate_case AS
WITH several AS MATERIALIZED (
  SELECT case_key, version
  FROM staging.case_row
  GROUP BY case_key, version
  HAVING count(*) > 1
)
SELECT line
FROM (
  SELECT line, row_number() OVER (PARTITION BY case_key, version ORDER BY row_text, line) AS place
  FROM staging.case_row
  JOIN several USING (case_key, version)
) AS rows_of_several
WHERE place > 1
