-- kept_case: one row per case that counts

-- of rows with the same case and version one counts: the first in code point order of the whole row
CREATE UNLOGGED TABLE staging.duplicate_case AS
SELECT line
FROM (
  SELECT line, row_number() OVER (PARTITION BY aer_id, cas, version ORDER BY row_text COLLATE "C", line) AS place
  FROM staging.case_row
  WHERE (aer_id, cas, version) IN (
    SELECT aer_id, cas, version FROM staging.case_row GROUP BY aer_id, cas, version HAVING count(*) > 1
  )
) AS rows_of_one_version
WHERE place > 1;

CREATE UNLOGGED TABLE staging.counting_case AS
SELECT one.*
FROM staging.case_row AS one
JOIN (
  SELECT aer_id, cas, max(version) AS version FROM staging.case_row GROUP BY aer_id, cas
) AS latest USING (aer_id, cas, version)
WHERE one.line NOT IN (SELECT line FROM staging.duplicate_case);

CREATE UNLOGGED TABLE staging.kept_case AS
SELECT (row_number() OVER ())::integer AS id, aer_id, cas, version, year, sex, age_group, seriousness, criteria, reporter
FROM staging.counting_case
WHERE NOT is_foreign;

ANALYZE staging.kept_case;
