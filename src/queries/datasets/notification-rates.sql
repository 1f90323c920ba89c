-- one row per rate: of the whole, a sex, an age group, both, and each year; $2: substances
SELECT json_build_array(
         figures.code, substance.name, cell.sex, cell.age_group,
         cell.rate -> 'period' -> 'from', cell.rate -> 'period' -> 'to',
         cell.rate -> 'per100000', cell.rate -> 'ci95' -> 0, cell.rate -> 'ci95' -> 1,
         cell.rate -> 'cases', cell.rate -> 'consumers'
       ) AS cells
FROM substance_figures AS figures
JOIN substance ON substance.release_id = figures.release_id AND substance.code = figures.code
CROSS JOIN LATERAL (
  SELECT 0 AS place, 0::bigint AS position, 'all' AS sex, 'all' AS age_group, figures.adverse_reactions -> 'notificationRate' AS rate
  UNION ALL
  SELECT 1, position, line ->> 'key', 'all', line -> 'notificationRate'
  FROM json_array_elements(figures.adverse_reactions -> 'bySex') WITH ORDINALITY AS lines (line, position)
  UNION ALL
  SELECT 2, position, 'all', line ->> 'key', line -> 'notificationRate'
  FROM json_array_elements(figures.adverse_reactions -> 'byAgeGroup') WITH ORDINALITY AS lines (line, position)
  UNION ALL
  SELECT 3, position, line ->> 'sex', line ->> 'ageGroup', line -> 'notificationRate'
  FROM json_array_elements(figures.adverse_reactions -> 'bySexAndAgeGroup') WITH ORDINALITY AS lines (line, position)
  UNION ALL
  -- where both sources cover one year only, its rate is that of the whole
  SELECT 4, position, 'all', 'all', line -> 'notificationRate'
  FROM json_array_elements(figures.adverse_reactions -> 'byYear') WITH ORDINALITY AS lines (line, position)
  WHERE (line -> 'notificationRate' -> 'period')::text
    IS DISTINCT FROM (figures.adverse_reactions -> 'notificationRate' -> 'period')::text
) AS cell
WHERE figures.release_id = $1 AND figures.code = ANY ($2::text[]) AND figures.population = 'all'
  AND json_typeof(cell.rate) = 'object'
ORDER BY figures.code COLLATE "C", cell.place, cell.position
