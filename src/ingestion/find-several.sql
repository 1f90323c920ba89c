-- several_row: one row per row of Cas-Patients beside which there are others of the same case and version: few cases have any
CREATE UNLOGGED TABLE staging.several_row AS
SELECT line, case_key, version
FROM staging.case_row
JOIN (
  SELECT case_key, version
  FROM staging.case_row
  GROUP BY case_key, version
  HAVING count(*) > 1
) AS several USING (case_key, version)
