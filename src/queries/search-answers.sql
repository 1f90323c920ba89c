-- one row per entry found, in the order given; $2 types and $3 codes, side by side
SELECT CASE found.type
         WHEN 'substance' THEN (
           SELECT json_build_object(
             'type', 'substance',
             'code', substance.code,
             'name', substance.name,
             'cases', CASE WHEN substance.cases_suppressed IS NOT NULL
               THEN json_build_object('count', substance.cases, 'suppressed', substance.cases_suppressed) END
           )
           FROM substance
           WHERE substance.release_id = $1 AND substance.code = found.code
         )
         ELSE (
           SELECT json_build_object(
             'type', 'speciality',
             'cis', speciality.cis,
             'name', speciality.denomination,
             'substances', (
               SELECT coalesce(
                 json_agg(json_build_object('code', substance.code, 'name', substance.name)
                   ORDER BY substance.sort_name, substance.code),
                 '[]'::json)
               FROM speciality_substance
               JOIN substance USING (release_id, code)
               WHERE speciality_substance.release_id = $1 AND speciality_substance.cis = speciality.cis
             )
           )
           FROM speciality
           WHERE speciality.release_id = $1 AND speciality.cis = found.code
         )
       END AS answer
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS found (type, code, position)
ORDER BY found.position
