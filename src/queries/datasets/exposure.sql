-- one row per (substance, year), (substance, sex) and (substance, age group) that has consumers known; $2: substances
SELECT json_build_array(substance.code, substance.name, cell.by, cell.line ->> 'key', cell.line -> 'consumers') AS cells
FROM substance
CROSS JOIN LATERAL (
  SELECT 0 AS place, position, 'year' AS by, line
  FROM json_array_elements(substance.exposure -> 'byYear') WITH ORDINALITY AS lines (line, position)
  UNION ALL
  SELECT 1, position, 'sex', line
  FROM json_array_elements(substance.exposure -> 'bySex') WITH ORDINALITY AS lines (line, position)
  UNION ALL
  SELECT 2, position, 'age_group', line
  FROM json_array_elements(substance.exposure -> 'byAgeGroup') WITH ORDINALITY AS lines (line, position)
) AS cell
WHERE substance.release_id = $1 AND substance.code = ANY ($2::text[])
ORDER BY substance.code COLLATE "C", cell.place, cell.position
