-- one row per (substance, population): its public figures; $2: substances
SELECT figures.code, substance.name, figures.population, figures.adverse_reactions AS figures
FROM substance_figures AS figures
JOIN substance ON substance.release_id = figures.release_id AND substance.code = figures.code
WHERE figures.release_id = $1 AND figures.code = ANY ($2::text[])
ORDER BY figures.code COLLATE "C", figures.population COLLATE "C"
