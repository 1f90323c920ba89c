-- one row per substance: its public figures, and what all figures of the release share; $2: substances
SELECT figures.code,
       substance.name,
       figures.figures,
       json_build_object(
         'period', json_build_object('from', declarations_from, 'to', declarations_to),
         'reporters', reporters
       ) AS frame
FROM substance_figures AS figures
JOIN substance ON substance.release_id = figures.release_id AND substance.code = figures.code
JOIN release ON release.id = figures.release_id
WHERE figures.release_id = $1 AND figures.code = ANY ($2::text[])
ORDER BY figures.code COLLATE "C"
