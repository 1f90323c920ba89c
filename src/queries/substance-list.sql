-- one row: the length of the list, and one page of it
-- $2 codes that match what was typed, or null · $3 first letter, or null · $4 'name' or '-cases' · $5 page size · $6 offset
-- $7 an ATC code of any level, or null
WITH wanted AS (
  SELECT code, name, sort_name, speciality_count, cases, cases_suppressed
  FROM substance
  WHERE release_id = $1
    AND ($2::text[] IS NULL OR code = ANY ($2::text[]))
    AND ($3::text IS NULL OR left(sort_name, 1) = $3::text)
    AND ($7::text IS NULL OR code IN (
      SELECT speciality_substance.code
      FROM speciality_atc
      JOIN speciality_substance USING (release_id, cis)
      WHERE speciality_atc.release_id = $1 AND starts_with(speciality_atc.code, $7::text)
    ))
),
page AS (
  SELECT *, row_number() OVER (
    -- nothing is known of a suppressed number but its name: it comes last, whatever it is
    ORDER BY CASE WHEN $4 = '-cases' THEN cases END DESC NULLS LAST, sort_name, code
  ) AS position
  FROM wanted
  ORDER BY position
  LIMIT $5 OFFSET $6
)
SELECT (SELECT count(*)::integer FROM wanted) AS total,
       (
         SELECT coalesce(json_agg(json_build_object(
           'code', code,
           'name', name,
           'specialityCount', speciality_count,
           'cases', CASE WHEN cases_suppressed IS NOT NULL
             THEN json_build_object('count', cases, 'suppressed', cases_suppressed) END
         ) ORDER BY position), '[]'::json)
         FROM page
       ) AS items
