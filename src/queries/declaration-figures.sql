-- at most one row: the figures of all declarations together in one population
SELECT adverse_reactions AS answer
FROM declaration_figures
WHERE release_id = $1 AND population = $2
