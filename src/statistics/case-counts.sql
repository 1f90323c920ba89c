-- profile_count: one row per (substance, cell, profile): the cases alike in all that is counted of cases by themselves; the
-- key has the profile in its lower 40 bits: single numbers are sorted faster than they, or their parts, are hashed
SET LOCAL enable_hashagg = off;
CREATE UNLOGGED TABLE staging.profile_count AS
SELECT (population::bigint << 40) + profile AS key, count(*)::integer AS cases
FROM staging.case_substance
GROUP BY 1;

SET LOCAL enable_hashagg = on;

-- case_count: one row per (substance, sex, age group) and year, or seriousness, or criterion, or reporter, in the order of
-- substances; the years are the grain at which cases themselves are counted
CREATE UNLOGGED TABLE staging.case_count AS
WITH counted AS (
  SELECT
    population, year, seriousness, criteria, reporter,
    -- a bit for each of the four that the row is not about
    grouping(year, seriousness, criteria, reporter) AS others,
    sum(cases)::integer AS cases
  FROM (
    SELECT
      (key >> 40)::integer AS population,
      (key >> 26 & 16383)::integer AS year,
      (key >> 24 & 3)::integer AS seriousness,
      (key >> 18 & 63)::integer AS criteria,
      (key & 262143)::integer AS reporter,
      cases
    FROM staging.profile_count
  ) AS profiles
  GROUP BY population, GROUPING SETS ((year), (seriousness), (criteria), (reporter))
),
-- a case may meet several criteria
by_key AS (
  SELECT
    population,
    CASE others WHEN 7 THEN 'year' WHEN 11 THEN 'seriousness' ELSE 'reporter' END AS breakdown,
    coalesce(year, seriousness, reporter) AS key,
    cases
  FROM counted
  WHERE others <> 13
  UNION ALL
  SELECT population, 'criterion', bit.criterion, sum(cases)::integer
  FROM counted
  JOIN generate_series(0, 5) AS bit (criterion) ON (criteria >> bit.criterion) & 1 = 1
  WHERE others = 13
  GROUP BY population, bit.criterion
)
SELECT
  population >> 4 AS substance, breakdown,
  (population >> 2 & 3)::smallint AS sex, (population & 3)::smallint AS age_group,
  key, cases
FROM by_key
ORDER BY population;

CREATE INDEX ON staging.case_count (substance);
ANALYZE staging.case_count
