-- one row: the shortages of the speciality $2, the newest first
SELECT coalesce(json_agg(json_build_object(
         'number', number,
         'name', name,
         'classification', coalesce(classification, 'unknown'),
         'state', CASE WHEN open THEN 'open' ELSE 'closed' END,
         'reported', to_char(reported_on, 'YYYY-MM-DD'),
         'closed', to_char(closed_on, 'YYYY-MM-DD'),
         'year', year,
         'causes', to_json(causes),
         'measures', to_json(measures)
       ) ORDER BY year DESC, reported_on DESC NULLS LAST, length(number) DESC, number DESC, sort_name), '[]'::json) AS items
FROM shortage
WHERE release_id = $1 AND cis = $2
