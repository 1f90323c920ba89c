-- kept_case: one row per case that counts; what is counted of a case by itself is packed into one number, its profile: year
-- (the bits from 26), seriousness (from 24), criteria (from 18) and reporter (below)
CREATE UNLOGGED TABLE staging.kept_case AS
SELECT
  known.id,
  (known.year::bigint << 26) + (known.seriousness::integer << 24) + (known.criteria::integer << 18) + reporter.id AS profile
FROM staging.known_case AS known
JOIN staging.reporter AS reporter ON reporter.label = coalesce(known.reporter, '')
WHERE known.counts;

ANALYZE staging.kept_case
