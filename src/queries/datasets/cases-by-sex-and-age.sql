-- one row per (substance, sex, age group), totals included; $2: substances
SELECT json_build_array(
         figures.code, substance.name, cell.sex, cell.age_group,
         cell.line -> 'count',
         -- the whole is 100 % of itself, where it is shown and has any
         CASE cell.place WHEN 0 THEN
           CASE WHEN (cell.line ->> 'count')::integer > 0 THEN to_json(100) WHEN cell.line ->> 'count' = '0' THEN to_json(0) END
         ELSE cell.line -> 'percent' END,
         cell.line -> 'suppressed'
       ) AS cells
FROM substance_figures AS figures
JOIN substance ON substance.release_id = figures.release_id AND substance.code = figures.code
CROSS JOIN LATERAL (
  SELECT 0 AS place, 0::bigint AS position, 'all' AS sex, 'all' AS age_group, figures.adverse_reactions -> 'cases' AS line
  UNION ALL
  SELECT 1, position, line ->> 'key', 'all', line
  FROM json_array_elements(figures.adverse_reactions -> 'bySex') WITH ORDINALITY AS lines (line, position)
  UNION ALL
  SELECT 2, position, 'all', line ->> 'key', line
  FROM json_array_elements(figures.adverse_reactions -> 'byAgeGroup') WITH ORDINALITY AS lines (line, position)
  UNION ALL
  SELECT 3, position, line ->> 'sex', line ->> 'ageGroup', line
  FROM json_array_elements(figures.adverse_reactions -> 'bySexAndAgeGroup') WITH ORDINALITY AS lines (line, position)
) AS cell
WHERE figures.release_id = $1 AND figures.code = ANY ($2::text[]) AND figures.population = 'all'
ORDER BY figures.code COLLATE "C", cell.place, cell.position
