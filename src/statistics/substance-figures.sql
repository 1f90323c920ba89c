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
  coalesce(
    (
      SELECT json_agg(json_build_array(cell.year, cell.sex, cell.age_group, cell.consumers))
      FROM (
        SELECT consumers.year, consumers.sex, consumers.age_group, sum(consumers.consumers) AS consumers
        FROM staging.speciality_substance AS held
        JOIN staging.consumers_cell AS consumers USING (cis)
        WHERE held.substance = substance.id
        GROUP BY consumers.year, consumers.sex, consumers.age_group
      ) AS cell
    ),
    '[]'
  ) AS consumers
FROM staging.substance AS substance
ORDER BY substance.id
