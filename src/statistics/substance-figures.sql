-- one row per substance, in the order of their ids: its counts and its consumers as arrays of numbers
SELECT
  substance.id,
  substance.code,
  coalesce(
    (
      SELECT json_agg(json_build_array(c.breakdown, c.sex, c.age_group, c.class, c.key, c.cases))
      FROM staging.substance_count AS c
      WHERE c.substance = substance.id
    ),
    '[]'
  ) AS counts,
  coalesce(consumers.cells, '[]') AS consumers
FROM staging.substance AS substance
LEFT JOIN staging.substance_consumers AS consumers ON consumers.substance = substance.id
ORDER BY substance.id
