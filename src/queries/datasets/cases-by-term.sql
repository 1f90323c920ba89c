-- one row per (substance, population, organ class, high level term); $2: substances
SELECT json_build_array(
         figures.code, substance.name, figures.population,
         class.line ->> 'key', term.line ->> 'key', term.line ->> 'label',
         term.line -> 'count', term.line -> 'percent', term.line -> 'suppressed'
       ) AS cells
FROM substance_figures AS figures
JOIN substance ON substance.release_id = figures.release_id AND substance.code = figures.code
CROSS JOIN LATERAL json_array_elements(figures.adverse_reactions -> 'byOrganClass') WITH ORDINALITY AS class (line, place)
CROSS JOIN LATERAL json_array_elements(class.line -> 'highLevelTerms') WITH ORDINALITY AS term (line, place)
WHERE figures.release_id = $1 AND figures.code = ANY ($2::text[])
ORDER BY figures.code COLLATE "C", figures.population COLLATE "C", class.place, term.place
