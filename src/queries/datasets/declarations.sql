-- one row per population: the public figures of all declarations together; $2: populations
SELECT adverse_reactions AS figures
FROM declaration_figures
WHERE release_id = $1 AND population = ANY ($2::text[])
ORDER BY population COLLATE "C"
