-- one row: the length of the list, and one page of it, by name
-- $2 codes that match what was typed, or null · $3 a substance's or member's code, or null · $4 first letter, or null
-- $5 page size · $6 offset · $7 an ATC code of any level, or null
WITH wanted AS (
  SELECT cis, denomination, sort_name, status
  FROM speciality
  WHERE release_id = $1
    AND ($2::text[] IS NULL OR cis = ANY ($2::text[]))
    AND ($3::text IS NULL OR cis IN (
      SELECT speciality_substance.cis
      FROM substance_member
      JOIN speciality_substance USING (release_id, code)
      WHERE substance_member.release_id = $1 AND substance_member.member_code = $3::text
    ))
    AND ($4::text IS NULL OR left(sort_name, 1) = $4::text)
    AND ($7::text IS NULL OR cis IN (
      SELECT speciality_atc.cis
      FROM speciality_atc
      WHERE speciality_atc.release_id = $1 AND starts_with(speciality_atc.code, $7::text)
    ))
),
page AS (
  SELECT * FROM wanted ORDER BY sort_name, cis LIMIT $5 OFFSET $6
)
SELECT (SELECT count(*)::integer FROM wanted) AS total,
       (
         SELECT coalesce(json_agg(json_build_object(
           'cis', page.cis,
           'name', page.denomination,
           'status', page.status,
           'substances', (
             SELECT coalesce(
               json_agg(json_build_object('code', substance.code, 'name', substance.name)
                 ORDER BY substance.sort_name, substance.code),
               '[]'::json)
             FROM speciality_substance
             JOIN substance USING (release_id, code)
             WHERE speciality_substance.release_id = $1 AND speciality_substance.cis = page.cis
           )
         ) ORDER BY page.sort_name, page.cis), '[]'::json)
         FROM page
       ) AS items
