-- one row: what became of the rows of Cas-Patients
SELECT
  (SELECT count(*)::integer FROM staging.kept_case) AS kept,
  (SELECT count(*)::integer FROM staging.counting_case WHERE is_foreign) AS foreign_cases,
  (SELECT count(*)::integer FROM staging.case_row)
    - (SELECT count(*)::integer FROM staging.duplicate_case)
    - (SELECT count(*)::integer FROM staging.counting_case) AS superseded,
  (SELECT min(year)::integer FROM staging.kept_case) AS first_year,
  (SELECT max(year)::integer FROM staging.kept_case) AS last_year
