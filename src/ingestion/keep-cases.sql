-- case_state: one row per case that Cas-Patients has rows of: its latest version
CREATE UNLOGGED TABLE staging.case_state AS
SELECT case_key, max(version) AS version, count(*)::integer AS rows
FROM staging.case_row
GROUP BY case_key;

-- duplicate_case: one row per row that does not count beside another of the same version: the first in code point order
-- of the whole row counts
CREATE UNLOGGED TABLE staging.duplicate_case AS
SELECT line
FROM (
  SELECT line, row_number() OVER (PARTITION BY case_key, version ORDER BY row_text, line) AS place
  FROM staging.case_row
  WHERE case_key IN (SELECT case_key FROM staging.case_state WHERE rows > 1)
) AS rows_of_cases
WHERE place > 1;

-- kept_case: one row per case that counts
CREATE UNLOGGED TABLE staging.kept_case AS
SELECT
  (row_number() OVER ())::integer AS id,
  case_key, version, one.year, one.sex, one.age_group, one.seriousness, one.criteria, one.reporter
FROM staging.case_row AS one
JOIN staging.case_state AS latest USING (case_key, version)
WHERE NOT one.is_foreign AND one.line NOT IN (SELECT line FROM staging.duplicate_case);

-- known_case: one row per case that any row of Cas-Patients names, rejected ones too; without id when it does not count
CREATE UNLOGGED TABLE staging.known_case AS
SELECT case_key, state.version, kept.id
FROM staging.case_state AS state
LEFT JOIN staging.kept_case AS kept USING (case_key)
UNION ALL
SELECT DISTINCT rejected.case_key, NULL::integer, NULL::integer
FROM staging.rejected_case AS rejected
WHERE NOT EXISTS (SELECT FROM staging.case_state AS state WHERE state.case_key = rejected.case_key);

ANALYZE staging.kept_case, staging.known_case
