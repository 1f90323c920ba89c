-- one row: what became of the rows of Cas-Patients; each case has one row that counts, if it is not foreign
SELECT
  known.kept,
  known.cases - known.kept AS foreign_cases,
  rows_read.rows - duplicates.rows - known.cases AS superseded,
  known.first_year,
  known.last_year
FROM (
    SELECT
      count(id)::integer AS cases,
      (count(*) FILTER (WHERE counts))::integer AS kept,
      (min(year) FILTER (WHERE counts))::integer AS first_year,
      (max(year) FILTER (WHERE counts))::integer AS last_year
    FROM staging.known_case
  ) AS known,
  (SELECT count(*)::integer AS rows FROM staging.case_row) AS rows_read,
  (SELECT count(*)::integer AS rows FROM staging.duplicate_case) AS duplicates
