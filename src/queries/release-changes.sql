-- one row: how much has changed in release $1 since release $2, the length of the list, and one page of it
-- $3 'substance' or 'speciality', or null · $4 page size · $5 offset
WITH substances AS (
  SELECT coalesce(new.code, old.code) AS code,
         coalesce(new.name, old.name) AS name,
         coalesce(new.sort_name, old.sort_name) AS sort_name,
         old.code IS NULL AS added,
         new.code IS NULL AS gone,
         array_remove(ARRAY[
           CASE WHEN new.figures_digest IS DISTINCT FROM old.figures_digest THEN 'adverseReactions' END,
           CASE WHEN new.exposure::text IS DISTINCT FROM old.exposure::text THEN 'exposure' END
         ], NULL) AS parts
  FROM (SELECT * FROM substance WHERE release_id = $1) AS new
  FULL JOIN (SELECT * FROM substance WHERE release_id = $2) AS old ON old.code = new.code
),
medicines AS NOT MATERIALIZED (
  SELECT speciality.release_id, cis, denomination, sort_name, exposure, figures AS errors
  FROM speciality
  LEFT JOIN medication_error_figures USING (release_id, cis)
  WHERE release_id IN ($1, $2)
),
specialities AS (
  SELECT coalesce(new.cis, old.cis) AS code,
         coalesce(new.denomination, old.denomination) AS name,
         coalesce(new.sort_name, old.sort_name) AS sort_name,
         old.cis IS NULL AS added,
         new.cis IS NULL AS gone,
         array_remove(ARRAY[
           CASE WHEN new.exposure::text IS DISTINCT FROM old.exposure::text THEN 'exposure' END,
           CASE WHEN new.errors::text IS DISTINCT FROM old.errors::text THEN 'medicationErrors' END
         ], NULL) AS parts
  FROM (SELECT * FROM medicines WHERE release_id = $1) AS new
  FULL JOIN (SELECT * FROM medicines WHERE release_id = $2) AS old ON old.cis = new.cis
),
changes AS (
  SELECT kind, code, name, sort_name,
         CASE WHEN added THEN 'added' WHEN gone THEN 'gone' ELSE 'changed' END AS change,
         CASE WHEN added OR gone THEN '{}' ELSE parts END AS parts
  FROM (
    SELECT 'substance' AS kind, * FROM substances
    UNION ALL
    SELECT 'speciality', * FROM specialities
  ) AS compared
  WHERE added OR gone OR cardinality(parts) > 0
),
wanted AS (
  SELECT * FROM changes WHERE $3::text IS NULL OR kind = $3::text
),
page AS (
  SELECT *, row_number() OVER (ORDER BY kind DESC, sort_name, code) AS position
  FROM wanted
  ORDER BY position
  LIMIT $4 OFFSET $5
)
SELECT (SELECT count(*)::integer FROM wanted) AS total,
       (
         SELECT coalesce(json_agg(json_build_object(
           'kind', kind, 'code', code, 'name', name, 'change', change, 'parts', parts
         ) ORDER BY position), '[]'::json)
         FROM page
       ) AS items,
       (
         SELECT coalesce(json_agg(json_build_object('kind', kind, 'change', change, 'number', number)), '[]'::json)
         FROM (SELECT kind, change, count(*) AS number FROM changes GROUP BY kind, change) AS counted
       ) AS counts
