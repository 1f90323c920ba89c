-- one row per (substance, population, key) of one block of the figures; $2: substances, $3: the block
SELECT json_build_array(
         figures.code, substance.name, figures.population,
         line ->> 'key', line ->> 'label', line -> 'count', line -> 'percent', line -> 'suppressed'
       ) AS cells
FROM substance_figures AS figures
JOIN substance ON substance.release_id = figures.release_id AND substance.code = figures.code
CROSS JOIN LATERAL json_array_elements(figures.adverse_reactions -> $3::text) WITH ORDINALITY AS lines (line, place)
WHERE figures.release_id = $1 AND figures.code = ANY ($2::text[])
ORDER BY figures.code COLLATE "C", figures.population COLLATE "C", lines.place
