-- one row: the number of specialities that are short or tense, and one page of them, the latest to become so first,
-- or by name
-- $2 CIS and $8 substance codes that match what was typed, or null · $3 an ATC code of any level, or null · $4 names of holders, or null
-- $5 state, or null · $6 page size · $7 offset · $9 by name
WITH wanted AS (
  SELECT cis,
         speciality.denomination,
         speciality.sort_name,
         speciality.holders,
         availability.status,
         min(availability.starts_on) AS starts_on,
         max(availability.updated_on) AS updated_on,
         max(availability.back_on) AS back_on,
         min(availability.address) AS address,
         -- null: all packs
         CASE WHEN bool_and(availability.cip13 IS NOT NULL)
           THEN array_agg(DISTINCT availability.cip13 ORDER BY availability.cip13) END AS packs
  FROM availability
  JOIN speciality USING (release_id, cis)
  WHERE release_id = $1
    AND availability.status IN ('shortage', 'tension')
    AND ($2::text[] IS NULL OR cis = ANY ($2::text[]) OR cis IN (
      SELECT speciality_substance.cis
      FROM speciality_substance
      WHERE speciality_substance.release_id = $1 AND speciality_substance.code = ANY ($8::text[])
    ))
    AND ($3::text IS NULL OR cis IN (
      SELECT speciality_atc.cis
      FROM speciality_atc
      WHERE speciality_atc.release_id = $1 AND starts_with(speciality_atc.code, $3::text)
    ))
    AND ($4::text[] IS NULL OR speciality.holders && $4::text[])
    AND ($5::text IS NULL OR availability.status = $5::text)
  GROUP BY release_id, cis, speciality.denomination, speciality.sort_name, speciality.holders, availability.status
),
page AS (
  SELECT *, row_number() OVER (ORDER BY CASE WHEN NOT $9::boolean THEN starts_on END DESC NULLS LAST, sort_name, cis, status) AS place
  FROM wanted
  ORDER BY place
  LIMIT $6 OFFSET $7
)
SELECT (SELECT count(*)::integer FROM wanted) AS total,
       (
         SELECT coalesce(json_agg(json_build_object(
           'cis', page.cis,
           'name', page.denomination,
           'status', page.status,
           'packs', page.packs,
           'from', to_char(page.starts_on, 'YYYY-MM-DD'),
           'updated', to_char(page.updated_on, 'YYYY-MM-DD'),
           'back', to_char(page.back_on, 'YYYY-MM-DD'),
           'href', page.address,
           'holders', page.holders,
           'atc', CASE WHEN speciality_atc.code IS NOT NULL
             THEN json_build_object('code', speciality_atc.code, 'label', atc_class.label) END
         ) ORDER BY page.place), '[]'::json)
         FROM page
         LEFT JOIN speciality_atc ON speciality_atc.release_id = $1 AND speciality_atc.cis = page.cis
         LEFT JOIN atc_class ON atc_class.release_id = $1 AND atc_class.code = speciality_atc.code
       ) AS items
