-- at most one row: the figures of all declarations together, and what all figures of the release share; $2: 'all', the one unit
SELECT figures,
       json_build_object(
         'period', json_build_object('from', declarations_from, 'to', declarations_to),
         'reporters', reporters
       ) AS frame
FROM declaration_figures
JOIN release ON release.id = release_id
WHERE release_id = $1 AND 'all' = ANY ($2::text[])
