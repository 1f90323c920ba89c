-- one row: what became of the rows of Cas-Patients; each case has one row that counts, if it is not foreign
SELECT
  kept.cases AS kept,
  known.cases - kept.cases AS foreign_cases,
  rows_read.rows - duplicates.rows - known.cases AS superseded,
  kept.first_year,
  kept.last_year
FROM (SELECT count(*)::integer AS cases, min(year)::integer AS first_year, max(year)::integer AS last_year FROM staging.kept_case) AS kept,
  (SELECT count(*)::integer AS cases FROM staging.case_state) AS known,
  (SELECT count(*)::integer AS rows FROM staging.case_row) AS rows_read,
  (SELECT count(*)::integer AS rows FROM staging.duplicate_case) AS duplicates
