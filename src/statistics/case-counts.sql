-- case_count: one row per (substance, sex, age group) and year, or seriousness, or criterion, or reporter; the years are
-- the grain at which cases themselves are counted
CREATE UNLOGGED TABLE staging.case_count AS
WITH counted AS (
  SELECT
    of_case.substance, kept.sex, kept.age_group, kept.year, kept.seriousness, kept.criteria, reporter.id AS reporter,
    -- a bit for each of the four that the row is not about
    grouping(kept.year, kept.seriousness, kept.criteria, reporter.id) AS others,
    count(*)::integer AS cases
  FROM staging.case_substance AS of_case
  JOIN staging.kept_case AS kept ON kept.id = of_case.case_id
  JOIN staging.reporter AS reporter ON reporter.label = coalesce(kept.reporter, '')
  GROUP BY
    of_case.substance, kept.sex, kept.age_group,
    GROUPING SETS ((kept.year), (kept.seriousness), (kept.criteria), (reporter.id))
)
SELECT
  substance,
  CASE others WHEN 7 THEN 'year' WHEN 11 THEN 'seriousness' ELSE 'reporter' END AS breakdown,
  sex, age_group, 0::smallint AS class, coalesce(year, seriousness, reporter)::integer AS key, cases
FROM counted
WHERE others <> 13
UNION ALL
-- a case may meet several criteria
SELECT substance, 'criterion', sex, age_group, 0::smallint, bit.criterion, sum(cases)::integer
FROM counted
JOIN generate_series(0, 5) AS bit (criterion) ON (criteria >> bit.criterion) & 1 = 1
WHERE others = 13
GROUP BY substance, sex, age_group, bit.criterion;

CREATE INDEX ON staging.case_count (substance);
ANALYZE staging.case_count
