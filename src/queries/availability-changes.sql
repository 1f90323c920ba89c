-- one row: the $2 latest changes in availability, null where the release has neither of their sources
WITH changes AS (
  SELECT concat_ws('-', 'disponibilite', availability.cis, coalesce(cip13, 'toutes'), availability.status,
           coalesce(updated_on, starts_on)) AS id,
         coalesce(updated_on, starts_on) AS changed_on,
         availability.status AS kind,
         speciality.denomination AS name,
         availability.cis,
         availability.label,
         NULL AS number
  FROM availability
  JOIN speciality USING (release_id, cis)
  WHERE release_id = $1 AND coalesce(updated_on, starts_on) IS NOT NULL
  UNION ALL
  SELECT concat_ws('-', 'signalement', number, md5(sort_name), event.kind), event.day, event.kind, name, cis, NULL, number
  FROM shortage
  CROSS JOIN LATERAL (VALUES ('reported', reported_on), ('closed', closed_on)) AS event (kind, day)
  WHERE release_id = $1 AND event.day IS NOT NULL
),
latest AS (
  SELECT * FROM (SELECT DISTINCT ON (id) * FROM changes ORDER BY id, label) AS each
  ORDER BY changed_on DESC, id COLLATE "C"
  LIMIT $2
)
SELECT (
         SELECT coalesce(json_agg(json_build_object(
           'id', id,
           'date', to_char(changed_on, 'YYYY-MM-DD'),
           'kind', kind,
           'name', name,
           'cis', cis,
           'label', label,
           'number', number
         ) ORDER BY changed_on DESC, id COLLATE "C"), '[]'::json)
         FROM latest
       ) AS items
FROM release
WHERE release.id = $1
  AND EXISTS (
    SELECT FROM source_file
    WHERE source_file.run_id = release.run_id AND source_table IN ('CIS_CIP_Dispo_Spec', 'ruptures')
  )
