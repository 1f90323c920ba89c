-- writes one row per row of Cas-Patients that does not count beside another of the same case and version: the first in code
-- point order of the whole row counts
INSERT INTO staging.duplicate_case
SELECT line
FROM (
  SELECT line, row_number() OVER (PARTITION BY case_key, version ORDER BY row_text, line) AS place
  FROM staging.several_row
  LEFT JOIN staging.several_text USING (line)
) AS rows_of_several
WHERE place > 1
