-- at most one row, none where the release has no shortages: the length of the list, and one page of it, newest first,
-- or by name
-- $2 words of the name or substance, or null · $3 an ATC code of any level, or null · $4 key of a laboratory, or null
-- $5 open or not, or null · $6 classification (unknown: none), or null · $7 year, or null · $8 CIS, or null
-- $9 page size · $10 offset · $11 by name
WITH wanted AS (
  SELECT *
  FROM shortage
  WHERE release_id = $1
    AND ($2::text[] IS NULL OR NOT EXISTS (
      SELECT FROM unnest($2::text[]) AS word WHERE strpos(search_text, word) = 0
    ))
    AND ($3::text IS NULL OR left(atc, length($3::text)) = $3::text)
    AND ($4::text IS NULL OR laboratory_key = $4::text)
    AND ($5::boolean IS NULL OR open = $5::boolean)
    AND ($6::text IS NULL OR coalesce(classification, 'unknown') = $6::text)
    AND ($7::integer IS NULL OR year = $7::integer)
    AND ($8::text IS NULL OR cis = $8::text)
),
-- numbers go up with time, and 20RS1000 comes after 20RS999
page AS (
  SELECT *, row_number() OVER newest AS place
  FROM wanted
  WINDOW newest AS (
    ORDER BY CASE WHEN $11::boolean THEN sort_name END, year DESC, reported_on DESC NULLS LAST, length(number) DESC, number DESC, sort_name
  )
  ORDER BY place
  LIMIT $9 OFFSET $10
)
SELECT (SELECT count(*)::integer FROM wanted) AS total,
       (
         SELECT coalesce(json_agg(json_build_object(
           'number', page.number,
           'name', page.name,
           'classification', coalesce(page.classification, 'unknown'),
           'state', CASE WHEN page.open THEN 'open' ELSE 'closed' END,
           'reported', to_char(page.reported_on, 'YYYY-MM-DD'),
           'closed', to_char(page.closed_on, 'YYYY-MM-DD'),
           'year', page.year,
           'causes', to_json(page.causes),
           'measures', to_json(page.measures),
           'speciality', CASE WHEN speciality.cis IS NOT NULL
             THEN json_build_object('cis', speciality.cis, 'name', speciality.denomination) END,
           'dci', page.dci,
           'atc', CASE WHEN page.atc IS NOT NULL
             THEN json_build_object('code', page.atc, 'label', atc_class.label) END,
           'therapeuticClass', page.therapeutic_class,
           'laboratory', page.laboratory,
           'circuit', page.circuit
         ) ORDER BY page.place), '[]'::json)
         FROM page
         LEFT JOIN speciality ON speciality.release_id = page.release_id AND speciality.cis = page.cis
         LEFT JOIN atc_class ON atc_class.release_id = page.release_id AND atc_class.code = page.atc
       ) AS items
FROM shortage_statistics
WHERE release_id = $1
