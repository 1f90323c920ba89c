-- known_case: one row per case that any row of Cas-Patients names: its latest version, and what the row of it says that is no
-- duplicate, which counts if it is not foreign. The case's id from here on is the row's line × 16 + cell (sex × 4 + age group):
-- whoever has the id needs no join to count by cell.
-- One sort by what decides is cheaper than a maximum, its rows and their order one after the other.
CREATE UNLOGGED TABLE staging.known_case AS
SELECT DISTINCT ON (case_key)
  case_key, version, line * 16 + sex * 4 + age_group AS id, NOT is_foreign AS counts,
  year, seriousness, criteria, reporter
FROM staging.case_row
WHERE NOT EXISTS (SELECT FROM staging.duplicate_case AS duplicate WHERE duplicate.line = case_row.line)
ORDER BY case_key, version DESC;

ANALYZE staging.known_case (case_key);

-- one row per case that only rejected rows name: it is known, and has neither version nor id
INSERT INTO staging.known_case (case_key)
SELECT DISTINCT rejected.case_key
FROM staging.rejected_case AS rejected
WHERE NOT EXISTS (SELECT FROM staging.known_case AS known WHERE known.case_key = rejected.case_key)
